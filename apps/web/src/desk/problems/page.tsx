// One problem at the desk: how it stands, its steps, and everything the account may do about it.

import { mayWorkOn, speaksForABody, UNDER_WAY, type Problem } from "@yinuo/core";
import type { Doors } from "../../doors.ts";
import { inLang, localPath } from "../../lang.ts";
import { problemPath } from "../../pages/addresses.ts";
import { notFound } from "../../pages/errors.tsx";
import { ProblemFacts, ProblemSteps, StandingOf } from "../../pages/problems/parts.tsx";
import { Button, Buttons, Part, Title, typed } from "../../parts/index.ts";
import { problemDeskWords } from "../../words/problem-desk.ts";
import { problemsWords } from "../../words/problems.ts";
import { redactionWords } from "../../words/redactions.ts";
import { problemDesk, redactPath } from "../addresses.ts";
import { deskOf, type Desk } from "../context.ts";
import { deskPage } from "../frame.tsx";
import { problemOf, registerAct } from "./act.tsx";
import { actsFor, PATHS } from "./acts.tsx";
import { deskProblems } from "./list.tsx";
import { registerNewProblem } from "./new.tsx";
import { registerPlan } from "./plan.tsx";
import { listTrail } from "./trail.ts";

export const registerProblems = (doors: Doors): void => {
  const { open } = doors;
  open("GET /desk/problems", deskProblems);
  // Before the addresses of single problems.
  registerNewProblem(doors);
  open("GET /desk/problems/:code", async (c) => {
    const problem = await problemOf(c);
    return problem === undefined ? notFound(c) : page(await deskOf(c), problem);
  });
  registerPlan(doors);
  const pair = <Path extends string>(path: Path) =>
    ({ get: `GET /desk/problems/:code${path}`, post: `POST /desk/problems/:code${path}` }) as const;
  registerAct(doors, "step", pair("/steps/:step"));
  registerAct(doors, "declare", pair("/declare"));
  registerAct(doors, "extend", pair("/extend"));
  registerAct(doors, "list", pair("/list"));
  registerAct(doors, "amend", pair("/amend"));
  registerAct(doors, "move", pair("/move"));
  registerAct(doors, "check", pair("/check"));
  registerAct(doors, "lookBack", pair("/look-back"));
};

const page = (desk: Desk, problem: Problem): Response | Promise<Response> => {
  const { c, lang, context, nameOf } = desk;
  const words = problemDeskWords[lang];
  const seen = { lang, problem, nameOf, today: context.today };
  return deskPage(
    c,
    {
      title: inLang(lang, problem.title, problem.titleEn),
      section: "problems",
      trail: listTrail(lang),
    },
    <>
      <Title
        lang={lang}
        over={`${problem.code} · ${nameOf(problem.owner)}`}
        title={inLang(lang, problem.title, problem.titleEn)}
      />
      <StandingOf {...seen} />
      <Actions desk={desk} problem={problem} />
      <p>
        <a href={problemPath(lang, problem.code)}>{words.public}</a>
      </p>
      <Part id="detail" title={problemsWords[lang].detail}>
        <p>{typed(lang, problem.detail)}</p>
      </Part>
      <Part id="steps" title={problemsWords[lang].columns.plan}>
        <ProblemSteps
          {...seen}
          action={
            works(desk, problem)
              ? (step) => (
                  <a href={problemDesk(lang, problem.code, `/steps/${encodeURIComponent(step)}`)}>
                    {words.stepDone}
                  </a>
                )
              : undefined
          }
        />
      </Part>
      <ProblemFacts {...seen} />
    </>,
  );
};

const works = ({ context }: Desk, problem: Problem): boolean =>
  UNDER_WAY.some((stage) => stage === problem.stage) && mayWorkOn(problem, context).ok;

const Actions = ({ desk, problem }: { readonly desk: Desk; readonly problem: Problem }) => {
  const { lang, context } = desk;
  const words = problemDeskWords[lang];
  return (
    <Buttons>
      {actsFor(problem, context).map((name, at) => (
        <Button kind={at === 0 ? "main" : undefined} href={problemDesk(lang, problem.code, PATHS[name])}>
          {words.acts[name].title}
        </Button>
      ))}
      {works(desk, problem) ? (
        <Button href={problemDesk(lang, problem.code, "/plan")}>{words.plan.title}</Button>
      ) : null}
      {speaksForABody(context.by) ? (
        <Button href={localPath(lang, redactPath(`problem/${problem.code}`))}>
          {redactionWords[lang].desk.ask}
        </Button>
      ) : null}
    </Buttons>
  );
};
