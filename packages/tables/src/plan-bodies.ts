// Plans an import of bodies: matched by code or external id.

import { changeBody, createBody, sameFields, type Body, type BodyInput } from "@yinuo/core";
import { changedRow, planRows } from "./field-changes.ts";
import type { Known } from "./known.ts";
import { countOutcomes, type Plan, type PlannedRow, type PlannedWrite } from "./plan.ts";
import { readerOf, refusedRow, type Reader, type RowRead, type RowRecord } from "./records.ts";
import type { Settings } from "./settings.ts";

export const planBodies = (rows: readonly RowRead[], settings: Settings, known: Known): Plan => {
  const work: Work = { settings, known, bodies: new Map(known.bodies), writes: [], seen: new Map() };
  const planned = planRows(rows, (record) => planBody(record, work));
  return {
    noun: "bodies",
    rows: planned,
    writes: work.writes,
    counts: countOutcomes(planned),
    newBodies: [],
    nearTitles: [],
  };
};

type Work = {
  readonly settings: Settings;
  readonly known: Known;
  /** With those that earlier rows make. */
  readonly bodies: Map<string, Body>;
  readonly writes: PlannedWrite[];
  readonly seen: Map<string, number>;
};

const planBody = (record: RowRecord, work: Work): PlannedRow => {
  const reader = readerOf(record, work.settings);
  const code = reader.text("code") ?? "";
  const was = work.bodies.get(code);
  const first = work.seen.get(code);
  if (first !== undefined)
    return refusedRow(record, { code: "twiceInFile", firstRow: first }, reader.placed("code"));
  work.seen.set(code, record.row);
  const input = readInput(reader, was, code);
  if (!input.ok) return refusedRow(record, input.error);
  if (was !== undefined && sameFields(inputOf(was), input.value))
    return { row: record.row, outcome: "unchanged", subject: `body/${code}`, label: was.name };
  const { keepPersonalData } = work.settings;
  const context = { by: work.known.by, today: work.known.today, keepPersonalData, bodies: work.bodies };
  const decided =
    was === undefined ? createBody(input.value, context) : changeBody(was, input.value, context);
  if (!decided.ok) return refusedRow(record, decided.error);
  const { state } = decided.value;
  work.bodies.set(state.code, state);
  work.writes.push({ noun: "body", was, change: decided.value });
  return changedRow(record, `body/${state.code}`, state.name, was, state);
};

const inputOf = ({ version: _version, ...input }: Body): BodyInput => input;

const readInput = (reader: Reader, was: Body | undefined, code: string) => {
  const closedOn = reader.day("closedOn");
  if (!closedOn.ok) return closedOn;
  const inspects = reader.choice("inspects");
  if (!inspects.ok) return inspects;
  const or = <T>(key: string, cell: T, before: T): T => (reader.has(key) ? cell : before);
  const input: BodyInput = {
    code,
    externalId: or("externalId", reader.text("externalId"), was?.externalId),
    name: or("name", reader.text("name") ?? "", was?.name ?? ""),
    nameEn: or("nameEn", reader.text("nameEn"), was?.nameEn),
    parent: or<string | undefined>("parent", reader.text("parent"), was?.parent),
    inspects: or("inspects", inspects.value === "yes", was?.inspects ?? false),
    about: or("about", reader.text("about"), was?.about),
    aboutEn: or("aboutEn", reader.text("aboutEn"), was?.aboutEn),
    closedOn: or("closedOn", closedOn.value, was?.closedOn),
  };
  return { ok: true, value: input } as const;
};
