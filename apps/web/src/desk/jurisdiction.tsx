// The jurisdiction's settings at the desk.

import { changeJurisdiction, refuse, type Refusal } from "@yinuo/core";
import { changeJurisdiction as saveJurisdiction } from "@yinuo/store";
import type { Doors } from "../doors.ts";
import { localPath } from "../lang.ts";
import { Button, Buttons, Title, type FieldError } from "../parts/index.ts";
import type { Ctx } from "../site.ts";
import { deskWords } from "../words/desk.ts";
import { deskOf, keeping, type Desk } from "./context.ts";
import { fieldsOf } from "./fields.tsx";
import { formOf, readForm, type Form } from "./form.ts";
import { afterwards, deskPage } from "./frame.tsx";
import { jurisdictionFields, jurisdictionValues, readJurisdiction } from "./jurisdiction-fields.tsx";
import { refused } from "./refused.tsx";

export const registerJurisdiction = (doors: Doors): void => {
  doors.open("GET /desk/jurisdiction", async (c) =>
    page(await deskOf(c), {
      form: formOf(jurisdictionValues(c.get("jurisdiction"))),
      errors: [],
      status: 200,
    }),
  );
  doors.open("POST /desk/jurisdiction", save);
};

const save = async (c: Ctx): Promise<Response> => {
  const desk = await deskOf(c);
  const { lang } = desk;
  const form = await readForm(c);
  const again = (errors: readonly FieldError[]) => page(desk, { form, errors, status: 422 });
  const read = readJurisdiction(lang, form);
  if (!read.ok) return again(read.errors);
  const { context } = keeping(desk, form);
  const done = await saveJurisdiction(c.get("deps").store.db, context, (current) =>
    current === undefined
      ? refuse<Refusal>({ code: "nothingChanged" })
      : changeJurisdiction(current, read.value, context),
  );
  if (done.ok) return afterwards(c, "/desk/jurisdiction", "jurisdiction.changed");
  const attempt = { place: { subject: "jurisdiction" }, attempted: "jurisdiction.changed" } as const;
  return refused(desk, [done.error], attempt, again);
};

type Shown = { readonly form: Form; readonly errors: readonly FieldError[]; readonly status: 200 | 422 };

const page = ({ c, lang }: Desk, { form, errors, status }: Shown): Response | Promise<Response> => {
  const fields = fieldsOf({ lang, form, errors });
  const title = deskWords[lang].sections.jurisdiction;
  return deskPage(
    c,
    { title, section: "jurisdiction", status },
    <>
      <Title title={title} />
      {fields.summary()}
      <form class="fill" method="post" action={localPath(lang, "/desk/jurisdiction")}>
        {jurisdictionFields(lang, fields)}
        {fields.screened()}
        <Buttons>
          <Button kind="main">{deskWords[lang].save}</Button>
        </Buttons>
      </form>
    </>,
  );
};
