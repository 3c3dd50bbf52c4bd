// Drafts that hold personal data when they are to be published: what the public would see, the way to mask it, a reason to keep it.

import type { Commitment, FoundText } from "@yinuo/core";
import { personalDataWords } from "@yinuo/words";
import { inLang, localPath } from "../lang.ts";
import { Button, Buttons, Title } from "../parts/index.ts";
import { deskWords } from "../words/desk.ts";
import { commitmentDesk } from "./addresses.ts";
import type { Desk } from "./context.ts";
import { fieldsOf } from "./fields.tsx";
import type { Form } from "./form.ts";
import { deskPage } from "./frame.tsx";
import { Found, Screened, type ScreenedError } from "./screened.tsx";

type Held = {
  readonly commitment: Commitment;
  readonly form: Form;
  readonly errors: readonly ScreenedError[];
};

/** One draft: its texts are changed in its own form, or published with a reason from here. */
export const heldBackPage = (
  { c, lang }: Desk,
  { commitment, form, errors }: Held,
): Response | Promise<Response> => {
  const words = personalDataWords[lang];
  const title = inLang(lang, commitment.title, commitment.titleEn);
  return deskPage(
    c,
    { title, section: "commitments", status: 422 },
    <>
      <Title title={title} />
      {fieldsOf({ lang, form, errors }).summary()}
      <form class="fill" method="post" action={commitmentDesk(lang, commitment, "/publish")}>
        <Screened lang={lang} form={form} errors={errors} maskable={false} />
        <Buttons>
          <Button kind="main" href={commitmentDesk(lang, commitment, "/edit")}>
            {words.editDraft}
          </Button>
          <Button>{words.keepAndGoOn}</Button>
          <Button href={commitmentDesk(lang, commitment)}>{deskWords[lang].commitment.back}</Button>
        </Buttons>
      </form>
    </>,
  );
};

export type HeldDraft = { readonly draft: Commitment; readonly texts: readonly FoundText[] };

type Drafts = {
  readonly programme: string;
  readonly form: Form;
  readonly held: readonly HeldDraft[];
  readonly published: number;
};

/** Several drafts: each with its texts and the way to its form, and one reason for all that stay as they are. */
export const heldDraftsPage = (
  { c, lang }: Desk,
  { programme, form, held, published }: Drafts,
): Response | Promise<Response> => {
  const words = personalDataWords[lang];
  const section = deskWords[lang].sections.commitments;
  return deskPage(
    c,
    { title: section, section: "commitments", status: 422 },
    <>
      <Title title={words.heldBack(held.length, published)} lead={words.heldHelp} />
      {held.map(({ draft, texts }) => (
        <section class="flow">
          <h2>
            <a href={commitmentDesk(lang, draft, "/edit")}>
              {draft.code} {inLang(lang, draft.title, draft.titleEn)}
            </a>
          </h2>
          {texts.map((found) => (
            <Found lang={lang} found={found} />
          ))}
        </section>
      ))}
      <form class="fill" method="post" action={localPath(lang, "/desk/commitments/publish-drafts")}>
        <input type="hidden" name="programme" value={programme} />
        <Screened lang={lang} form={form} errors={[]} maskable={false} always />
        <Buttons>
          <Button>{words.keepAndGoOn}</Button>
          <Button href={localPath(lang, "/desk/commitments")}>{section}</Button>
        </Buttons>
      </form>
    </>,
  );
};
