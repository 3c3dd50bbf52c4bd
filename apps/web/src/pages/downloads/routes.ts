// The open-data files: each list as CSV, workbook or JSON, filtered as its page is.

import {
  checkStandingOf,
  problemStandingOf,
  type Commitment,
  type Indicator,
  type Observation,
} from "@yinuo/core";
import {
  commitmentsByKeys,
  getCommitment,
  indicatorsByCode,
  listBodies,
  listWholeDraws,
  listCommitments,
  listIndicators,
  listObservations,
  listChecks,
  listFindings,
  listProblems,
  listProgrammes,
  listRedactions,
  seriesFor,
  type CommitmentRow,
} from "@yinuo/store";
import { problemStandingWord, type Noun } from "@yinuo/tables";
import type { Doors } from "../../doors.ts";
import { statusWord } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { filterOf, readListQuery } from "../commitments/query.ts";
import { correctionFilter, readCorrectionsQuery } from "../corrections/query.ts";
import { correctionRows } from "../corrections/rows.ts";
import { drawFilterOf, readDrawQuery } from "../draws/query.ts";
import { notFound } from "../errors.tsx";
import { namesOf } from "../names.ts";
import { checkFilterOf, readCheckQuery } from "../checks/query.ts";
import { checkStandingText } from "../checks/standings.ts";
import { problemFilterOf, readProblemQuery } from "../problems/query.ts";
import { redactionRow } from "../redactions/row.ts";
import { readRedactionQuery, redactionFilterOf } from "../redactions/query.ts";
import { silenceRows } from "../silence/read.ts";
import { daysShown, MARK_OF } from "../standings.ts";
import {
  bodyRow,
  commitmentRow,
  drawRow,
  indicatorRow,
  milestoneRows,
  observationRow,
  checkRow,
  findingRow,
  problemRow,
  programmeRow,
  targetRows,
} from "./rows.ts";
import { readFormat, sendTable, type FileRow } from "./table-file.ts";

export const registerDownloads = ({ open }: Doors): void => {
  open("GET /commitments/download/:format", file("commitments", commitmentFile));
  open(
    "GET /targets/download/:format",
    file("targets", async (c) => (await askedFor(c)).flatMap(targetRows)),
  );
  open(
    "GET /milestones/download/:format",
    file("milestones", async (c) => (await askedFor(c)).flatMap(milestoneRows)),
  );
  open(
    "GET /bodies/download/:format",
    file("bodies", async (c) => (await listBodies(dbOf(c))).map(bodyRow)),
  );
  open("GET /programmes/download/:format", file("programmes", programmeFile));
  open("GET /indicators/download/:format", file("indicators", indicatorFile));
  open("GET /observations/download/:format", file("observations", observationFile));
  open(
    "GET /corrections/download/:format",
    file("corrections", (c) => correctionRows(c, correctionFilter(c, readCorrectionsQuery(c)))),
  );
  open("GET /problems/download/:format", file("problems", problemFile));
  open(
    "GET /redactions/download/:format",
    file("redactions", async (c) =>
      (await listRedactions(dbOf(c), redactionFilterOf(readRedactionQuery(c)))).map(redactionRow),
    ),
  );
  open("GET /silence/download/:format", file("silence", silenceRows));
  open("GET /draws/download/:format", file("draws", drawFile));
  open("GET /checks/download/:format", file("checks", checkFile));
  open("GET /findings/download/:format", file("findings", findingFile));
  open("GET /indicators/:code/download/:format", file("observations", observationFile));
};

/** `undefined` where what was asked for is not there. */
type ReadRows = (c: Ctx) => Promise<readonly FileRow[] | undefined>;

const file =
  (noun: Noun, read: ReadRows) =>
  async (c: Ctx): Promise<Response> => {
    const format = readFormat(c.req.param("format"));
    if (format === undefined) return notFound(c);
    const rows = await read(c);
    return rows === undefined ? notFound(c) : sendTable(c, { noun, format, rows });
  };

const dbOf = (c: Ctx) => c.get("deps").store.db;

/** No list of commitments is longer; a page of them is cut from the same question. */
const ALL = 1_000_000;

const commitmentFile: ReadRows = async (c) => {
  const db = dbOf(c);
  const lang = c.get("lang");
  const { rows } = await listCommitments(db, {
    ...filterOf(readListQuery(c)),
    limit: ALL,
    offset: 0,
    today: c.get("today"),
  });
  const whole = await wholeOf(c, rows);
  const nameOf = namesOf(await listBodies(db), lang);
  return rows.flatMap((row) => {
    const commitment = whole.get(`${row.programme}/${row.code}`);
    if (commitment === undefined) return [];
    return [
      commitmentRow({
        commitment,
        leadName: nameOf(commitment.lead),
        standing: statusWord(MARK_OF[row.standing.is], lang, daysShown(row.standing)),
        completion: row.completion,
      }),
    ];
  });
};

const wholeOf = (c: Ctx, rows: readonly CommitmentRow[]): Promise<ReadonlyMap<string, Commitment>> =>
  commitmentsByKeys(dbOf(c), rows);

/** All public commitments, those of `?programme=`, or the one of `?programme=&commitment=`. */
const askedFor = async (c: Ctx): Promise<readonly Commitment[]> => {
  const programme = c.req.query("programme");
  const code = c.req.query("commitment");
  if (programme !== undefined && code !== undefined) {
    const one = await getCommitment(dbOf(c), { programme, code });
    return one === undefined ? [] : [one];
  }
  const { rows } = await listCommitments(dbOf(c), {
    ...(programme === undefined ? {} : { programme }),
    sort: "code",
    limit: ALL,
    offset: 0,
    today: c.get("today"),
  });
  const whole = await wholeOf(c, rows);
  return rows.flatMap((row) => whole.get(`${row.programme}/${row.code}`) ?? []);
};

const problemFile: ReadRows = async (c) => {
  const [lang, today] = [c.get("lang"), c.get("today")];
  const filter = problemFilterOf(readProblemQuery(c));
  const { problems } = await listProblems(dbOf(c), { ...filter, limit: ALL, offset: 0, today });
  const nameOf = namesOf(await listBodies(dbOf(c)), lang);
  return problems.map((problem) =>
    problemRow({
      problem,
      ownerName: nameOf(problem.owner),
      standing: problemStandingWord(problemStandingOf(problem, today), lang),
    }),
  );
};

const drawFile: ReadRows = async (c) => {
  const lang = c.get("lang");
  const draws = await listWholeDraws(dbOf(c), drawFilterOf(readDrawQuery(c)));
  const nameOf = namesOf(await listBodies(dbOf(c)), lang);
  return draws.map((draw) => drawRow({ draw, bodyName: nameOf(draw.body) }));
};

const checkFile: ReadRows = async (c) => {
  const [lang, today] = [c.get("lang"), c.get("today")];
  const filter = checkFilterOf(readCheckQuery(c));
  const { checks } = await listChecks(dbOf(c), { ...filter, limit: ALL, offset: 0, today });
  const nameOf = namesOf(await listBodies(dbOf(c)), lang);
  return checks.map(({ check, subjects, found }) =>
    checkRow({
      check,
      subjects,
      found,
      bodyName: nameOf(check.body),
      standing: checkStandingText(checkStandingOf(check, today), lang),
    }),
  );
};

/** All findings, or those of `?check=`. */
const findingFile: ReadRows = async (c) => {
  const check = c.req.query("check");
  const { findings } = await listFindings(dbOf(c), { check, sort: "number", limit: ALL, offset: 0 });
  const nameOf = namesOf(await listBodies(dbOf(c)), c.get("lang"));
  return findings.map((row) => findingRow({ ...row, bodyName: nameOf(row.finding.body) }));
};

const programmeFile: ReadRows = async (c) =>
  (await listProgrammes(dbOf(c), { published: true })).map(programmeRow);

const indicatorFile: ReadRows = async (c) => {
  const body = c.req.query("body");
  const found = await listIndicators(dbOf(c), {
    q: c.req.query("q") ?? "",
    ...(body === undefined || body === "" ? {} : { body }),
  });
  return found.map(indicatorRow);
};

const observationFile: ReadRows = async (c) => {
  const indicators = await indicatorsByCode(dbOf(c));
  const code = c.req.param("code");
  if (code !== undefined && !indicators.has(code)) return undefined;
  const found = await observationsAsked(c, code);
  return found.map((one) => observationRow(one, scaleOf(indicators, one)));
};

const scaleOf = (indicators: ReadonlyMap<string, Indicator>, { indicator }: Observation): number =>
  indicators.get(indicator)?.scale ?? 1;

/** Of an indicator, of a body, of the targets of a commitment, or all. */
const observationsAsked = async (c: Ctx, code: string | undefined): Promise<readonly Observation[]> => {
  if (c.req.query("commitment") !== undefined) {
    const targets = (await askedFor(c)).flatMap((commitment) => commitment.targets);
    return [...(await seriesFor(dbOf(c), targets)).values()].flatMap(({ observations }) => observations);
  }
  const indicator = code ?? c.req.query("indicator");
  const body = c.req.query("body");
  return listObservations(dbOf(c), {
    ...(indicator === undefined ? {} : { indicator }),
    ...(body === undefined ? {} : { body }),
  });
};
