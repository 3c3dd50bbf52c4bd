// A finding as a row and back.

import type {
  Answer,
  Appeal,
  AppealOutcome,
  BodyCode,
  CheckCode,
  Finding,
  FindingConclusion,
} from "@yinuo/core";
import type { Day } from "@yinuo/period";
import type { Selectable } from "kysely";
import { subjectColumns, toSubjectKey } from "./check-rows.ts";
import { present } from "./rows.ts";
import type { Finding as Row } from "./tables.generated.ts";

export const toFinding = (row: Selectable<Row>): Finding => ({
  check: row.inspection as CheckCode,
  number: row.number,
  subject: toSubjectKey(row),
  owners: row.owners as unknown as Finding["owners"],
  body: row.body as BodyCode,
  conclusion: row.conclusion as FindingConclusion,
  finding: row.finding,
  answers: row.answers as Readonly<Record<string, Answer>>,
  on: row.looked_on as Day,
  recordedOn: row.recorded_on as Day,
  version: row.version,
  ...present({ place: row.place, revisedOn: row.revised_on as Day | null, appeal: appealOf(row) }),
});

const appealOf = (row: Selectable<Row>): Appeal | undefined =>
  row.appeal_body === null
    ? undefined
    : {
        ...said(row.appeal_body, row.appeal_on, row.appeal_text),
        ...(row.answer_body === null
          ? {}
          : {
              answer: {
                ...said(row.answer_body, row.answer_on, row.answer_text),
                outcome: row.answer_outcome as AppealOutcome,
              },
            }),
      };

const said = (body: string, on: string | null, text: string | null) => ({
  body: body as BodyCode,
  on: on as Day,
  text: text ?? "",
});

export const findingRow = (finding: Finding) => {
  const { appeal } = finding;
  return {
    inspection: finding.check,
    number: finding.number,
    ...subjectColumns(finding.subject),
    owners: finding.owners,
    body: finding.body,
    conclusion: finding.conclusion,
    finding: finding.finding,
    answers: finding.answers,
    place: finding.place,
    looked_on: finding.on,
    recorded_on: finding.recordedOn,
    revised_on: finding.revisedOn,
    appeal_body: appeal?.body,
    appeal_on: appeal?.on,
    appeal_text: appeal?.text,
    answer_body: appeal?.answer?.body,
    answer_on: appeal?.answer?.on,
    answer_text: appeal?.answer?.text,
    answer_outcome: appeal?.answer?.outcome,
    version: finding.version,
  };
};
