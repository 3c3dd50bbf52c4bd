// The ceremony for a public meeting: digits that can be read from the last row, each roll typed twice and then final.

import { diceOf, drawnSubjects, rollDice, type Draw } from "@yinuo/core";
import { changeDraw, planInLog } from "@yinuo/store";
import type { Doors } from "../../doors.ts";
import { notFound } from "../../pages/errors.tsx";
import { momentText } from "../../pages/draws/moment.ts";
import { StandingOfDraw } from "../../pages/draws/page.tsx";
import { placeName } from "../../pages/draws/picks.tsx";
import { subjectsOf, type Drawn } from "../../pages/draws/subjects.ts";
import { drawPath } from "../../pages/addresses.ts";
import { Button, Buttons, figure, Notice, Title, typed } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { drawDeskWords } from "../../words/draw-desk.ts";
import { drawsWords } from "../../words/draw-pages.ts";
import { siteWordsIn } from "../../words/index.ts";
import { drawDesk, drawDeskPath } from "../addresses.ts";
import { deskOf, type Desk } from "../context.ts";
import { fieldsOf } from "../fields.tsx";
import { formOf, readForm, seenVersion, type Form } from "../form.ts";
import { afterwards, deskPage } from "../frame.tsx";
import { refused } from "../refused.tsx";
import type { ScreenedError } from "../screened.tsx";
import { drawOf } from "./act.tsx";
import { instantNow } from "./instant.ts";
import { drawTrail } from "./list.tsx";

export const registerCeremony = ({ open }: Doors): void => {
  open("GET /desk/draws/:code/ceremony", async (c) => {
    const draw = await drawOf(c);
    if (draw === undefined) return notFound(c);
    return page(await deskOf(c), draw, { form: formOf({}), errors: [], status: 200 });
  });
  open("POST /desk/draws/:code/ceremony", roll);
};

const roll = async (c: Ctx): Promise<Response> => {
  const draw = await drawOf(c);
  if (draw === undefined) return notFound(c);
  const desk = await deskOf(c);
  const form = await readForm(c);
  const input = {
    first: form.text("rolls"),
    second: form.text("rollsAgain"),
    seenVersion: seenVersion(form),
  };
  const context = { ...desk.context, at: instantNow(c) };
  const rolled = await changeDraw(c.get("deps").store.db, draw.code, context, (current, now) =>
    rollDice(current, input, now),
  );
  if (rolled.ok) {
    const did = rolled.value.stage === "drawn" ? "draw.drawn" : "draw.rolled";
    return afterwards(c, drawDeskPath(draw.code, "/ceremony"), did);
  }
  const place = { subject: `draw/${draw.code}`, draw: draw.code, body: draw.body };
  return refused(desk, [rolled.error], { place, attempted: "draw.rolled" }, async (errors) =>
    page(desk, (await drawOf(c)) ?? draw, { form, errors, status: 422 }),
  );
};

type Shown = {
  readonly form: Form;
  readonly errors: readonly ScreenedError[];
  readonly status: 200 | 422;
};

const page = async (desk: Desk, draw: Draw, shown: Shown): Promise<Response> => {
  const { c, lang } = desk;
  const { db } = c.get("deps").store;
  const words = drawDeskWords[lang].ceremony;
  const logged = await planInLog(db, draw.code);
  const ids = drawnSubjects(draw).map(({ id }) => id);
  const subjects = await subjectsOf(db, { subject: draw.subject, ids, lang });
  const { timeZone } = c.get("jurisdiction");
  const published = logged?.published === true;
  const waits = draw.stage === "planned" && !published;
  return deskPage(
    c,
    {
      title: words.title,
      section: "draws",
      trail: drawTrail(lang, draw.code),
      status: shown.status,
      refresh: waits ? 3 : undefined,
    },
    <>
      <Title
        lang={lang}
        over={`${draw.code} · ${desk.nameOf(draw.body)}`}
        title={words.title}
        lead={words.lead}
      />
      {fieldsOf({ lang, ...shown }).summary()}
      <StandingOfDraw lang={lang} draw={draw} timeZone={timeZone} published={published} />
      <Slots lang={lang} draw={draw} />
      <Rolling desk={desk} draw={draw} shown={shown} published={published} />
      <Outcome desk={desk} draw={draw} subjects={subjects} />
      <p>
        <a href={drawPath(lang, draw.code)}>{drawDeskWords[lang].public}</a>
      </p>
    </>,
  );
};

/** One place for each roll, so that the room sees how many are to come. */
const Slots = ({ lang, draw }: Pick<Desk, "lang"> & { readonly draw: Draw }) => {
  const all = diceOf(draw)?.rolls ?? 0;
  return (
    <ol class="dice" aria-label={drawDeskWords[lang].ceremony.slots}>
      {Array.from({ length: all }, (_, at) => (
        <li>{draw.rolls[at] ?? ""}</li>
      ))}
    </ol>
  );
};

type RollingProps = {
  readonly desk: Desk;
  readonly draw: Draw;
  readonly shown: Shown;
  readonly published: boolean;
};

const Rolling = ({ desk, draw, shown, published }: RollingProps) => {
  const { c, lang } = desk;
  const words = drawDeskWords[lang].ceremony;
  if (draw.stage !== "planned" && draw.stage !== "rolling") return null;
  const { ceremonyAt } = draw.plan;
  const { timeZone } = c.get("jurisdiction");
  if (!published)
    return (
      <Notice lang={lang} kind="warning">
        {words.waiting}
      </Notice>
    );
  if (instantNow(c) < ceremonyAt)
    return (
      <Notice lang={lang} kind="note">
        {words.notYet(momentText(ceremonyAt, lang, timeZone))}
      </Notice>
    );
  const fields = fieldsOf({ lang, form: shown.form, errors: shown.errors });
  const all = diceOf(draw)?.rolls ?? 0;
  const look = { inputmode: "numeric", required: true, autocomplete: "off", maxlength: 60 } as const;
  return (
    <form class="fill rolling" method="post">
      <input type="hidden" name="seenVersion" value={draw.version} />
      <p>
        <b>{words.next(figure(draw.rolls.length + 1, lang), figure(all, lang))}</b>
      </p>
      {fields.text("rolls", { ...look, label: words.first, hint: words.firstHint })}
      {fields.text("rollsAgain", { ...look, label: words.second, hint: words.secondHint })}
      <Buttons>
        <Button kind="main">{words.button}</Button>
        <Button href={drawDesk(lang, draw.code, "/abort")}>{drawDeskWords[lang].acts.abort.title}</Button>
      </Buttons>
    </form>
  );
};

type OutcomeProps = {
  readonly desk: Desk;
  readonly draw: Draw;
  readonly subjects: ReadonlyMap<string, Drawn>;
};

const Outcome = ({ desk, draw, subjects }: OutcomeProps) => {
  const { lang, nameOf } = desk;
  const drawn = drawnSubjects(draw);
  if (drawn.length === 0) return null;
  return (
    <>
      <h2>{drawDeskWords[lang].ceremony.done}</h2>
      <ol class="drawn">
        {drawn.map(({ id, inspectors }) => (
          <li>
            <b>{id}</b> {typed(lang, subjects.get(id)?.title ?? "")}
            {inspectors.length === 0 ? null : (
              <>
                <br />
                <small>
                  {drawsWords[lang].picks.inspectors}
                  {siteWordsIn(lang).colon}
                  {inspectors.map((place) => placeName({ lang, nameOf }, place)).join(siteWordsIn(lang).and)}
                </small>
              </>
            )}
          </li>
        ))}
      </ol>
    </>
  );
};
