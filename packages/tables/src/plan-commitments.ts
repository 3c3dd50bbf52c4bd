// Plans an import of commitments: matched by programme and code, else external id, else the very same title.

import {
  amendCommitment,
  draftCommitment,
  editDraft,
  sameFields,
  type Commitment,
  type CommitmentInput,
  type Programme,
} from "@yinuo/core";
import { readCommitment } from "./commitment-row.ts";
import { changedRow, planRows } from "./field-changes.ts";
import { plainHeader } from "./header.ts";
import { commitmentKey, type Known } from "./known.ts";
import { findNearTitles } from "./near-titles.ts";
import { knowBodies, type Bodies } from "./new-bodies.ts";
import { countOutcomes, type Plan, type PlannedRow, type PlannedWrite } from "./plan.ts";
import { readerOf, refusedRow, type Reader, type RowRead, type RowRecord } from "./records.ts";
import type { Settings } from "./settings.ts";

export const planCommitments = (rows: readonly RowRead[], settings: Settings, known: Known): Plan => {
  const bodies = knowBodies(bodyCells(rows), settings.createBodies ?? false, known);
  const work: Work = {
    settings,
    known,
    bodies,
    index: indexCommitments(known),
    writes: [...bodies.writes],
    seen: new Map(),
  };
  const planned = planRows(rows, (record) => planCommitment(record, work));
  return {
    noun: "commitments",
    rows: planned,
    writes: work.writes,
    counts: countOutcomes(planned),
    newBodies: bodies.writes.flatMap((write) =>
      write.noun === "body" ? [{ code: write.change.state.code, name: write.change.state.name }] : [],
    ),
    nearTitles: findNearTitles(
      planned.flatMap((row) => (row.outcome === "created" ? [{ row: row.row, title: row.label }] : [])),
      [...known.commitments.values()],
    ),
  };
};

type Index = {
  readonly byKey: Map<string, Commitment>;
  readonly byExternalId: Map<string, Commitment>;
  readonly byTitle: Map<string, Commitment>;
};

type Work = {
  readonly settings: Settings;
  readonly known: Known;
  readonly bodies: Bodies;
  readonly index: Index;
  readonly writes: PlannedWrite[];
  readonly seen: Map<string, number>;
};

const bodyCells = function* (rows: readonly RowRead[]): Generator<string> {
  for (const read of rows)
    if (read.kind === "record")
      for (const key of ["lead", "support"]) {
        const text = read.record.cells.get(key)?.cell.text;
        if (text !== undefined) yield text;
      }
};

const indexCommitments = ({ commitments }: Known): Index => {
  const index: Index = { byKey: new Map(), byExternalId: new Map(), byTitle: new Map() };
  for (const commitment of commitments.values()) remember(commitment, index);
  return index;
};

const remember = (commitment: Commitment, index: Index): void => {
  const { programme, externalId, title } = commitment;
  index.byKey.set(commitmentKey(commitment), commitment);
  if (externalId !== undefined) index.byExternalId.set(`${programme}/${externalId}`, commitment);
  index.byTitle.set(`${programme}/${plainHeader(title)}`, commitment);
};

const planCommitment = (record: RowRecord, work: Work): PlannedRow => {
  const { settings, known, index } = work;
  const reader = readerOf(record, settings);
  const typed = reader.text("programme") ?? settings.programme ?? "";
  const programme = known.programmes.get(typed);
  if (programme === undefined)
    return refusedRow(record, { code: "programmeUnknown", field: "programme", programme: typed });
  const was = match(reader, programme, index);
  const code = was?.code ?? reader.text("code") ?? codeFor(reader, programme, index);
  const key = commitmentKey({ programme: programme.code, code });
  const first = work.seen.get(key);
  if (first !== undefined)
    return refusedRow(record, { code: "twiceInFile", firstRow: first }, reader.placed("code"));
  work.seen.set(key, record.row);
  const input = readCommitment(reader, was, { code, bodies: work.bodies });
  if (!input.ok) return refusedRow(record, input.error);
  const subject = `commitment/${key}`;
  if (was !== undefined && sameFields(comparable(inputOf(was)), comparable(input.value)))
    return { row: record.row, outcome: "unchanged", subject, label: was.title };
  return decide(record, { work, programme, was, input: input.value, subject });
};

type Deciding = {
  readonly work: Work;
  readonly programme: Programme;
  readonly was: Commitment | undefined;
  readonly input: CommitmentInput;
  readonly subject: string;
};

const decide = (record: RowRecord, { work, programme, was, input, subject }: Deciding): PlannedRow => {
  const { known, settings } = work;
  const context = {
    by: known.by,
    today: known.today,
    keepPersonalData: settings.keepPersonalData,
    programme,
    bodies: work.bodies.all,
    indicators: known.indicators,
  };
  const decided =
    was === undefined
      ? draftCommitment(input, { ...context, existing: undefined })
      : was.stage === "draft"
        ? editDraft(was, input, context)
        : amendCommitment(was, input, settings.reason ?? "", context);
  if (!decided.ok && decided.error.code === "nothingChanged" && was !== undefined)
    return { row: record.row, outcome: "unchanged", subject, label: was.title };
  if (!decided.ok) return refusedRow(record, decided.error);
  const { state } = decided.value;
  remember(state, work.index);
  work.writes.push({ noun: "commitment", was, change: decided.value });
  return changedRow(record, subject, state.title, was, state);
};

const match = (
  reader: Reader,
  programme: Programme,
  { byKey, byExternalId, byTitle }: Index,
): Commitment | undefined => {
  const code = reader.text("code");
  if (code !== undefined) {
    const found = byKey.get(commitmentKey({ programme: programme.code, code }));
    if (found !== undefined) return found;
  }
  const externalId = reader.text("externalId");
  if (externalId !== undefined) return byExternalId.get(`${programme.code}/${externalId}`);
  return code === undefined
    ? byTitle.get(`${programme.code}/${plainHeader(reader.text("title") ?? "")}`)
    : undefined;
};

/** Without a code of its own a row takes its external id, or the next free number. */
const codeFor = (reader: Reader, programme: Programme, { byKey }: Index): string => {
  const externalId = reader.text("externalId");
  if (externalId !== undefined) return externalId;
  for (let number = 1; ; number += 1) {
    const code = String(number).padStart(3, "0");
    if (!byKey.has(commitmentKey({ programme: programme.code, code }))) return code;
  }
};

const comparable = ({
  targets: _targets,
  milestones: _milestones,
  seenVersion: _seen,
  ...input
}: CommitmentInput) => input;

const inputOf = (was: Commitment): CommitmentInput => ({
  code: was.code,
  externalId: was.externalId,
  kind: was.kind,
  title: was.title,
  titleEn: was.titleEn,
  promise: was.promise,
  promiseEn: was.promiseEn,
  beneficiaries: was.beneficiaries,
  beneficiariesEn: was.beneficiariesEn,
  criterion: was.criterion,
  criterionEn: was.criterionEn,
  lead: was.lead,
  support: was.support,
  start: was.start,
  due: was.due,
  source: was.source,
  targets: was.targets,
  milestones: was.milestones,
});
