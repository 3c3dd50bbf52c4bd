// The jurisdiction's settings at the desk.

import { needSteward, ok, refuse, type Refusal } from "@yinuo/core";
import { changeJurisdiction } from "@yinuo/store";
import type { Doors } from "../doors.ts";
import { localPath } from "../lang.ts";
import { Button, Buttons, Title, type FieldError } from "../parts/index.ts";
import type { Ctx } from "../site.ts";
import { deskWords } from "../words/desk.ts";
import { deskOf, type Desk } from "./context.ts";
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
  const { context, lang } = desk;
  const form = await readForm(c);
  const again = (errors: readonly FieldError[]) => page(desk, { form, errors, status: 422 });
  const read = readJurisdiction(lang, form);
  if (!read.ok) return again(read.errors);
  const done = await changeJurisdiction(c.get("deps").store.db, context, (current) => {
    const allowed = needSteward(context.by);
    if (!allowed.ok) return allowed;
    if (current === undefined) return refuse<Refusal>({ code: "nothingChanged" });
    const event = { verb: "jurisdiction.changed", happenedOn: context.today } as const;
    return ok({ state: { ...current, ...read.value }, event });
  });
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
        <Buttons>
          <Button kind="main">{deskWords[lang].save}</Button>
        </Buttons>
      </form>
    </>,
  );
};
