// Asking for a redaction: the texts of one record to choose from, and a ground from the closed list; nothing is explained.

import { REDACTION_GROUNDS, speaksForABody } from "@yinuo/core";
import { addRedaction, leafOf, textsOfRecord, type OpenText } from "@yinuo/store";
import { loggedAt } from "@yinuo/store/log";
import { choiceWords } from "@yinuo/words";
import type { Doors } from "../../doors.ts";
import { localPath } from "../../lang.ts";
import { redactedField } from "../../pages/redactions/field.ts";
import { Button, Buttons, Notice, Title, typed, type FieldError } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { historyWords } from "../../words/history.ts";
import { redactionWords } from "../../words/redactions.ts";
import { deskOf, type Desk } from "../context.ts";
import { fieldsOf } from "../fields.tsx";
import { formOf, readForm, type Form } from "../form.ts";
import { afterwards, deskPage } from "../frame.tsx";
import { refused } from "../refused.tsx";

export const registerAsking = ({ open }: Doors): void => {
  open("GET /desk/redactions/new", async (c) => {
    const record = c.req.query("record");
    const leaf = record === undefined ? undefined : await leafOf(c.get("deps").store.db, record);
    const entry = leaf === undefined ? c.req.query("entry") : String(leaf);
    return page(await deskOf(c), { form: formOf({ entry }), errors: [], status: 200 });
  });
  open("POST /desk/redactions/new", ask);
};

const ask = async (c: Ctx): Promise<Response> => {
  const desk = await deskOf(c);
  const { db } = c.get("deps").store;
  const form = await readForm(c);
  const again = (errors: readonly FieldError[]) => page(desk, { form, errors, status: 422 });
  const [, index = "", field = ""] = /^(\d{1,15}):(.+)$/.exec(form.text("text")) ?? [];
  const about = index === "" ? undefined : await loggedAt(db, Number(index));
  if (about === undefined) return again([{ field: "text", text: redactionWords[desk.lang].desk.choose }]);
  const done = await addRedaction(
    db,
    { target: Number(index), field, ground: form.text("ground") },
    desk.context,
  );
  if (done.ok) return afterwards(c, `/desk/redactions/${done.value}`, "redaction.proposed");
  return refused(desk, [done.error], { place: about.place, attempted: "redaction.proposed" }, again);
};

type Shown = {
  readonly form: Form;
  readonly errors: readonly FieldError[];
  readonly status: 200 | 422;
};

const page = async (desk: Desk, { form, errors, status }: Shown): Promise<Response> => {
  const { c, lang, context } = desk;
  const words = redactionWords[lang].desk;
  // As a page shows it: 第 1,234 号.
  const entry = form.text("entry").replaceAll(/[\s,，]/g, "");
  const texts = /^\d{1,15}$/.test(entry) ? await textsOfRecord(c.get("deps").store.db, Number(entry)) : [];
  const unknown = entry !== "" && texts.length === 0 ? [{ field: "entry", text: words.unknown }] : [];
  const fields = fieldsOf({ lang, form, errors: [...errors, ...unknown] });
  const action = localPath(lang, "/desk/redactions");
  return deskPage(
    c,
    {
      title: words.ask,
      section: "redactions",
      trail: [{ href: action, text: words.section }],
      status,
    },
    <>
      <Title title={words.ask} lead={words.askLead} />
      {speaksForABody(context.by) ? null : <Notice lang={lang} kind="note" title={words.noBody} />}
      {fields.summary()}
      <form class="fill" method="get" action={`${action}/new`}>
        {fields.text("entry", {
          label: words.entry,
          hint: words.entryHint,
          short: true,
          inputmode: "numeric",
        })}
        <Buttons>
          <Button>{words.find}</Button>
        </Buttons>
      </form>
      {texts.length === 0 ? null : (
        <form class="fill" method="post" action={`${action}/new`}>
          <input type="hidden" name="entry" value={entry} />
          <Texts lang={lang} texts={texts} chosen={form.text("text")} />
          {fields.select(
            "ground",
            REDACTION_GROUNDS.map((value) => ({ value, text: choiceWords[lang].redactionGround[value] })),
            { hint: words.groundHint },
          )}
          <Buttons>
            <Button kind="main">{words.send}</Button>
          </Buttons>
        </form>
      )}
    </>,
  );
};

type TextsProps = {
  readonly lang: Desk["lang"];
  readonly texts: readonly OpenText[];
  readonly chosen: string;
};

const Texts = ({ lang, texts, chosen }: TextsProps) => (
  <fieldset id="text">
    <legend>{redactionWords[lang].desk.texts}</legend>
    {texts.map(({ index, field, text, verb, file }) => {
      const value = `${index}:${field}`;
      return (
        <p>
          <label>
            <input type="radio" name="text" value={value} checked={value === chosen} required />{" "}
            {typed(lang, file === undefined ? text : file.caption)}{" "}
            <small class="faint">
              {redactedField(lang, field)} {file === undefined ? null : typed(lang, file.fileName)} ·{" "}
              {historyWords[lang].verbs[verb]}
            </small>
          </label>
        </p>
      );
    })}
  </fieldset>
);
