// Problems on the work list: those of my body that wait to be put right, and for those who inspect, those to look at.

import type { Problem, ProblemStandingName } from "@yinuo/core";
import { listProblems } from "@yinuo/store";
import { Part } from "../../parts/index.ts";
import { ProblemTable } from "../../pages/problems/table.tsx";
import { problemDeskWords } from "../../words/problem-desk.ts";
import { problemDesk } from "../addresses.ts";
import type { Desk } from "../context.ts";

export type DueProblems = { readonly mine: readonly Problem[]; readonly toCheck: readonly Problem[] };

/** Shown of each; the list of problems has the rest. */
const MOST = 12;

const MINE = ["overdue", "reopened", "returned", "listed", "open"] as const;
const TO_CHECK = ["declared", "lookBackDue"] as const;

/** `body`: whose; absent: of all bodies. */
export const dueProblems = async (desk: Desk, body: string | undefined): Promise<DueProblems> => {
  const { by } = desk.context;
  const [mine, toCheck] = await Promise.all([
    by.inspects ? [] : standing(desk, MINE, body),
    by.inspects ? standing(desk, TO_CHECK, undefined) : [],
  ]);
  return { mine, toCheck: toCheck.filter(({ owner }) => owner !== by.body) };
};

const standing = async (
  { c, context: { today } }: Desk,
  standings: readonly ProblemStandingName[],
  body: string | undefined,
): Promise<readonly Problem[]> => {
  const { db } = c.get("deps").store;
  const asked = { body, sort: "deadline", limit: MOST, offset: 0, today } as const;
  const found = await Promise.all(standings.map((one) => listProblems(db, { ...asked, standing: one })));
  return found.flatMap(({ problems }) => problems).slice(0, MOST);
};

type Props = { readonly desk: Desk; readonly due: DueProblems };

export const ProblemsDue = ({ desk, due }: Props) => {
  const { lang, nameOf, context } = desk;
  const words = problemDeskWords[lang];
  return (
    <>
      {(["toCheck", "mine"] as const).map((name) =>
        due[name].length === 0 ? null : (
          <Part id={`problems-${name}`} title={words[name]}>
            <ProblemTable
              lang={lang}
              caption={words[name]}
              captionHidden
              problems={due[name]}
              today={context.today}
              nameOf={nameOf}
              pathOf={({ code }) => problemDesk(lang, code)}
            />
          </Part>
        ),
      )}
    </>
  );
};
