// What may be done about a draw besides rolling: aborted, called off, a place given to the next ticket; each with a public reason.

import {
  abortDraw,
  callOffDraw,
  drawnSubjects,
  LIMITS,
  mayHold,
  replaceDrawn,
  type CeremonyContext,
  type Change,
  type Context,
  type Draw,
  type DrawStage,
  type Refusal,
  type Result,
  type Verb,
} from "@yinuo/core";
import { changeDraw, getDraw } from "@yinuo/store";
import type { Door, Doors } from "../../doors.ts";
import { notFound } from "../../pages/errors.tsx";
import { placeName } from "../../pages/draws/picks.tsx";
import { Button, Buttons, Title } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { deskWords } from "../../words/desk.ts";
import { drawDeskWords } from "../../words/draw-desk.ts";
import { drawDesk, drawDeskPath } from "../addresses.ts";
import { deskOf, keeping, type Desk } from "../context.ts";
import { fieldsOf } from "../fields.tsx";
import { formOf, readForm, type Form } from "../form.ts";
import { afterwards, deskPage } from "../frame.tsx";
import { forbiddenPage, notAllowed, refused } from "../refused.tsx";
import type { ScreenedError } from "../screened.tsx";
import { instantNow } from "./instant.ts";
import { drawTrail } from "./list.tsx";

export const drawOf = (c: Ctx): Promise<Draw | undefined> =>
  getDraw(c.get("deps").store.db, c.req.param("code") ?? "");

export type ActName = keyof (typeof drawDeskWords)["zh-CN"]["acts"];

type DrawVerb = Extract<Verb, "draw.aborted" | "draw.replaced" | "draw.called-off">;

type Act = {
  readonly path: string;
  readonly verb: DrawVerb;
  /** While it can be done. */
  readonly from: readonly DrawStage[];
  readonly decide: (draw: Draw, form: Form, context: CeremonyContext) => Result<Change<Draw>, Refusal>;
};

export const ACTS: Readonly<Record<ActName, Act>> = {
  abort: {
    path: "/abort",
    verb: "draw.aborted",
    from: ["planned", "rolling"],
    decide: (draw, form, context) => abortDraw(draw, form.text("reason"), context),
  },
  replace: {
    path: "/replace",
    verb: "draw.replaced",
    from: ["drawn"],
    decide: (draw, form, context) => {
      const [id = "", subject] = form.text("replaced").split(AT);
      const whom = subject === undefined ? { id } : { id, subject };
      return replaceDrawn(draw, { ...whom, reason: form.text("reason") }, context);
    },
  },
  callOff: {
    path: "/call-off",
    verb: "draw.called-off",
    from: ["drawn"],
    decide: (draw, form, context) => callOffDraw(draw, form.text("reason"), context),
  },
};

/** Between the place of an inspector and where they were to go; in no code. */
const AT = "\t";

export const actsFor = (draw: Draw, context: Pick<Context, "by">): readonly ActName[] =>
  mayHold(draw, context).ok
    ? (Object.keys(ACTS) as ActName[]).filter((name) => ACTS[name].from.includes(draw.stage))
    : [];

export const registerAct = (
  { open }: Doors,
  name: ActName,
  { get, post }: Record<"get" | "post", Door>,
): void => {
  open(get, async (c) => {
    const draw = await drawOf(c);
    if (draw === undefined) return notFound(c);
    const desk = await deskOf(c);
    const may = mayHold(draw, desk.context);
    if (!may.ok) return forbiddenPage(desk, may.error);
    return page(desk, { name, draw, form: formOf({}), errors: [], status: 200 });
  });
  open(post, (c) => done(c, name));
};

const done = async (c: Ctx, name: ActName): Promise<Response> => {
  const draw = await drawOf(c);
  if (draw === undefined) return notFound(c);
  const form = await readForm(c);
  const desk = keeping(await deskOf(c), form);
  const act = ACTS[name];
  const attempt = {
    place: { subject: `draw/${draw.code}`, draw: draw.code, body: draw.body },
    attempted: act.verb,
  } as const;
  const may = mayHold(draw, desk.context);
  if (!may.ok) return notAllowed(desk, may.error, attempt);
  const context = { ...desk.context, at: instantNow(c) };
  const changed = await changeDraw(c.get("deps").store.db, draw.code, context, (current, now) =>
    act.decide(current, form, now),
  );
  if (changed.ok) return afterwards(c, drawDeskPath(draw.code), act.verb);
  return refused(desk, [changed.error], attempt, (errors) =>
    page(desk, { name, draw, form, errors, status: 422 }),
  );
};

type Shown = {
  readonly name: ActName;
  readonly draw: Draw;
  readonly form: Form;
  readonly errors: readonly ScreenedError[];
  readonly status: 200 | 422;
};

const page = (desk: Desk, { name, draw, form, errors, status }: Shown): Response | Promise<Response> => {
  const { c, lang } = desk;
  const words = drawDeskWords[lang].acts[name];
  const fields = fieldsOf({ lang, form, errors });
  return deskPage(
    c,
    { title: words.title, section: "draws", trail: drawTrail(lang, draw.code), status },
    <>
      <Title over={draw.code} title={words.title} lead={words.lead} />
      {fields.summary()}
      <form class="fill" method="post">
        {name === "replace"
          ? fields.select("replaced", standing(desk, draw), { label: drawDeskWords[lang].who })
          : null}
        {fields.area("reason", { required: true, maxlength: LIMITS.reason, rows: 3 })}
        {fields.screened()}
        <Buttons>
          <Button kind="main">{words.button}</Button>
          <Button href={drawDesk(lang, draw.code)}>{deskWords[lang].cancel}</Button>
        </Buttons>
      </form>
    </>,
  );
};

/** What stands now, and who inspects it. */
const standing = ({ lang, nameOf }: Desk, draw: Draw) =>
  drawnSubjects(draw).flatMap(({ id, inspectors }) => [
    { value: id, text: id },
    ...inspectors.map((place) => ({
      value: `${place}${AT}${id}`,
      text: drawDeskWords[lang].inspectorAt(placeName({ lang, nameOf }, place), id),
    })),
  ]);
