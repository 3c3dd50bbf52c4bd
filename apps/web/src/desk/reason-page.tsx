// A decision that takes something back: what it means, the reason, one button; a second editor is shown what changed.

import { LIMITS } from "@yinuo/core";
import type { Child } from "hono/jsx";
import { Button, Buttons, Title, type Link } from "../parts/index.ts";
import { deskFormWords } from "../words/desk-forms.ts";
import { deskWords } from "../words/desk.ts";
import type { Desk } from "./context.ts";
import { fieldsOf } from "./fields.tsx";
import type { Form } from "./form.ts";
import { deskPage, type DeskSection } from "./frame.tsx";
import { Meanwhile, type Since } from "./meanwhile.tsx";
import type { ScreenedError } from "./screened.tsx";

export type ReasonPage = {
  readonly section: DeskSection;
  readonly trail: readonly Link[];
  /** Which record it is about. */
  readonly over: string;
  /** What is done: it stands on the button too. */
  readonly title: string;
  /** What will be so afterwards. */
  readonly lead: string;
  /** What is there now. */
  readonly now?: Child;
  readonly action: string;
  readonly back: string;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly form: Form;
  readonly errors: readonly ScreenedError[];
  readonly status: 200 | 422;
  readonly meanwhile?: Since | undefined;
};

export const reasonPage = async (desk: Desk, page: ReasonPage): Promise<Response> => {
  const { c, lang } = desk;
  const { title, form, errors, meanwhile, hidden = {} } = page;
  const fields = fieldsOf({ lang, form, errors });
  return deskPage(
    c,
    { title, section: page.section, trail: page.trail, status: page.status },
    <>
      <Title lang={lang} over={page.over} title={title} lead={page.lead} />
      {fields.summary()}
      {meanwhile === undefined ? null : await Meanwhile({ desk, records: [meanwhile] })}
      {page.now}
      <form class="fill" method="post" action={page.action}>
        {Object.entries({ ...hidden, seenVersion: form.text("seenVersion") }).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {fields.area("reason", {
          hint: deskFormWords[lang].reasonHint,
          required: true,
          maxlength: LIMITS.reason,
        })}
        {fields.screened()}
        <Buttons>
          <Button kind="danger">{title}</Button>
          <Button href={page.back}>{deskWords[lang].cancel}</Button>
        </Buttons>
      </form>
    </>,
  );
};
