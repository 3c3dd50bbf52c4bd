// The accessibility statement: what works, what does not, and whom to tell.

import { Part, Title } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { accessibilityWords } from "../../words/accessibility.ts";
import { publicPage } from "../frame.tsx";

export const accessibilityPage = (c: Ctx): Promise<Response> => {
  const words = accessibilityWords[c.get("lang")];
  const { contact } = c.get("jurisdiction");
  return publicPage(
    c,
    { title: words.title, description: words.lead },
    <div class="flow">
      <Title title={words.title} lead={words.lead} />
      <Points title={words.doneTitle} points={words.done} />
      <Points title={words.knownTitle} points={words.known} />
      <Part title={words.contactTitle}>
        <p>{contact === undefined ? words.noContact : words.contact(contact)}</p>
      </Part>
    </div>,
  );
};

function Points({ title, points }: { title: string; points: readonly string[] }) {
  return (
    <Part title={title}>
      <ul>
        {points.map((point) => (
          <li>{point}</li>
        ))}
      </ul>
    </Part>
  );
}
