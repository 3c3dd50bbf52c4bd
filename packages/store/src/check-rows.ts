// A check as rows and back: its own row and its subjects.

import type {
  BodyCode,
  Check,
  CheckCode,
  CheckKind,
  CheckStage,
  DrawCode,
  Frame,
  FrameNoun,
  ProgrammeCode,
  Question,
  Subject,
  SubjectKey,
} from "@yinuo/core";
import type { Day } from "@yinuo/period";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Db } from "./connection.ts";
import { present } from "./rows.ts";
import { folded, searchTerms } from "./search.ts";

/** The whole of each check, ready for more conditions. */
export const selectChecks = (db: Db) =>
  db
    .selectFrom("inspection as i")
    .selectAll("i")
    .select((where) =>
      jsonArrayFrom(
        where
          .selectFrom("inspection_subject as s")
          .selectAll("s")
          .whereRef("s.inspection", "=", "i.code")
          .orderBy("s.number"),
      ).as("subjects"),
    );

type Row = Awaited<ReturnType<ReturnType<typeof selectChecks>["execute"]>>[number];

export const toCheck = (row: Row): Check => ({
  ...toCheckAlone(row),
  subjects: row.subjects.map(toSubject),
});

/** All but its subjects. */
export const toCheckAlone = (row: Omit<Row, "subjects">): Omit<Check, "subjects"> => ({
  code: row.code as CheckCode,
  kind: row.kind as CheckKind,
  title: row.title,
  body: row.body as BodyCode,
  frame: present({
    of: row.frame_of as FrameNoun,
    body: row.frame_body as BodyCode | null,
    standing: row.frame_standing as NonNullable<Frame["standing"]> | null,
    words: row.frame_words,
  }),
  checklist: row.checklist as unknown as readonly Question[],
  inspectors: row.inspectors as unknown as readonly BodyCode[],
  start: row.start as Day,
  due: row.due as Day,
  stage: row.stage as CheckStage,
  plannedOn: row.planned_on as Day,
  version: row.version,
  ...present({
    titleEn: row.title_en,
    programme: row.programme as ProgrammeCode | null,
    draw: row.draw as DrawCode | null,
    openedOn: row.opened_on as Day | null,
    endedOn: row.ended_on as Day | null,
    calledOff: row.called_off,
  }),
});

const toSubject = (row: Row["subjects"][number]): Subject => ({
  number: row.number,
  key: toSubjectKey(row),
  title: row.title,
  owners: row.owners as unknown as Subject["owners"],
  recused: row.recused as unknown as readonly BodyCode[],
  ...present({ titleEn: row.title_en, inspector: row.inspector as BodyCode | null, missed: row.missed }),
});

type Keys = {
  readonly programme: string | null;
  readonly commitment: string | null;
  readonly problem: string | null;
};

export const toSubjectKey = ({ programme, commitment, problem }: Keys): SubjectKey =>
  present({ programme, commitment, problem }) as SubjectKey;

/** Every row has the same columns. */
export const subjectColumns = (key: SubjectKey): Partial<Keys> => ({
  programme: "problem" in key ? null : key.programme,
  commitment: "problem" in key ? null : key.commitment,
  problem: "problem" in key ? key.problem : null,
});

export const checkRow = (check: Check) => {
  const { frame } = check;
  const text = folded([check.code, check.title, check.titleEn, ...check.checklist.map((one) => one.text)]);
  return {
    code: check.code,
    kind: check.kind,
    title: check.title,
    title_en: check.titleEn,
    body: check.body,
    programme: check.programme,
    draw: check.draw,
    frame_of: frame.of,
    frame_body: frame.body,
    frame_standing: frame.standing,
    frame_words: frame.words,
    checklist: check.checklist,
    inspectors: check.inspectors,
    start: check.start,
    due: check.due,
    stage: check.stage,
    planned_on: check.plannedOn,
    opened_on: check.openedOn,
    ended_on: check.endedOn,
    called_off: check.calledOff,
    version: check.version,
    search_text: text,
    search_terms: searchTerms(text),
  };
};

export const subjectRows = ({ code: inspection, subjects }: Check) =>
  subjects.map((subject) => ({
    inspection,
    number: subject.number,
    ...subjectColumns(subject.key),
    title: subject.title,
    title_en: subject.titleEn,
    owners: subject.owners,
    inspector: subject.inspector,
    recused: subject.recused,
    missed: subject.missed,
  }));
