// One draw at the desk: how it stands, and everything the account may do about it.

import { localPath } from "../../lang.ts";
import { mayHold, type Draw } from "@yinuo/core";
import { planInLog } from "@yinuo/store";
import type { Doors } from "../../doors.ts";
import { drawPath } from "../../pages/addresses.ts";
import { everDrawn, StandingOfDraw } from "../../pages/draws/page.tsx";
import { Picks } from "../../pages/draws/picks.tsx";
import { PlanOf } from "../../pages/draws/plan.tsx";
import { subjectsOf } from "../../pages/draws/subjects.ts";
import { notFound } from "../../pages/errors.tsx";
import { Button, Buttons, figure, Part, Title, typed } from "../../parts/index.ts";
import { drawDeskWords } from "../../words/draw-desk.ts";
import { drawsWords } from "../../words/draw-pages.ts";
import { drawDesk } from "../addresses.ts";
import { deskOf, type Desk } from "../context.ts";
import { deskPage } from "../frame.tsx";
import { ACTS, actsFor, drawOf, registerAct } from "./act.tsx";
import { registerCeremony } from "./ceremony.tsx";
import { deskDraws, listTrail } from "./list.tsx";
import { registerNewDraw } from "./new.tsx";

export const registerDraws = (doors: Doors): void => {
  const { open } = doors;
  open("GET /desk/draws", deskDraws);
  // Before the addresses of single draws.
  registerNewDraw(doors);
  open("GET /desk/draws/:code", async (c) => {
    const draw = await drawOf(c);
    return draw === undefined ? notFound(c) : page(await deskOf(c), draw);
  });
  registerCeremony(doors);
  registerAct(doors, "abort", { get: "GET /desk/draws/:code/abort", post: "POST /desk/draws/:code/abort" });
  registerAct(doors, "replace", {
    get: "GET /desk/draws/:code/replace",
    post: "POST /desk/draws/:code/replace",
  });
  registerAct(doors, "callOff", {
    get: "GET /desk/draws/:code/call-off",
    post: "POST /desk/draws/:code/call-off",
  });
};

const page = async (desk: Desk, draw: Draw): Promise<Response> => {
  const { c, lang, nameOf } = desk;
  const { db } = c.get("deps").store;
  const words = drawsWords[lang];
  const { timeZone } = c.get("jurisdiction");
  const [logged, subjects] = await Promise.all([
    planInLog(db, draw.code),
    subjectsOf(db, { subject: draw.subject, ids: everDrawn(draw), lang }),
  ]);
  return deskPage(
    c,
    { title: draw.code, section: "draws", trail: listTrail(lang) },
    <>
      <Title
        lang={lang}
        over={`${draw.code} · ${nameOf(draw.body)}`}
        title={words.heading(draw.round, figure(draw.number, lang))}
        lead={typed(lang, draw.eligible)}
      />
      <StandingOfDraw lang={lang} draw={draw} timeZone={timeZone} published={logged?.published === true} />
      <Actions desk={desk} draw={draw} />
      <p>
        <a href={drawPath(lang, draw.code)}>{drawDeskWords[lang].public}</a>
      </p>
      {draw.result === undefined ? null : (
        <Part id="picks" title={words.picks.title}>
          <Picks lang={lang} draw={draw} nameOf={nameOf} subjects={subjects} />
        </Part>
      )}
      <Part id="plan" title={words.plan.title}>
        <PlanOf lang={lang} draw={draw} nameOf={nameOf} timeZone={timeZone} />
      </Part>
    </>,
  );
};

const Actions = ({ desk, draw }: { readonly desk: Desk; readonly draw: Draw }) => {
  const { lang, context } = desk;
  const words = drawDeskWords[lang];
  const rolls = ["planned", "rolling", "drawn"].includes(draw.stage) && mayHold(draw, context).ok;
  return (
    <Buttons>
      {rolls ? (
        <Button kind="main" href={drawDesk(lang, draw.code, "/ceremony")}>
          {words.ceremony.open}
        </Button>
      ) : null}
      {draw.stage === "drawn" && mayHold(draw, context).ok ? (
        <Button href={`${localPath(lang, "/desk/checks/new")}?draw=${encodeURIComponent(draw.code)}`}>
          {words.planCheck}
        </Button>
      ) : null}
      {actsFor(draw, context).map((name) => (
        <Button href={drawDesk(lang, draw.code, ACTS[name].path)}>{words.acts[name].title}</Button>
      ))}
    </Buttons>
  );
};
