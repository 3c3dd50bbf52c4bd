// What each record of the API looks like: the columns of the tables, and the little that goes beyond them.

import { OWED_KINDS, CHECK_STANDINGS, CONCLUSIONS, PROBLEM_STANDINGS, VERBS } from "@yinuo/core";
import { COLUMNS, type Column, type Noun } from "@yinuo/tables";
import { SHOWN } from "../pages/standings.ts";

export type Schema = Readonly<Record<string, unknown>>;

const nullable = (type: string, more: Schema = {}): Schema => ({ type: [type, "null"], ...more });
const day: Schema = { type: "string", format: "date" };
const moment: Schema = { type: "string", format: "date-time" };
const text: Schema = { type: "string" };

/** Every property is always there; what is absent or unknown is null, never 0. */
export const objectOf = (properties: Readonly<Record<string, Schema>>, description?: string): Schema => ({
  type: "object",
  ...(description === undefined ? {} : { description }),
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

export const listOf = (items: Schema): Schema => ({ type: "array", items });
export const schemaRef = (name: SchemaName): Schema => ({ $ref: `#/components/schemas/${name}` });

const pages = objectOf({ "zh-CN": text, en: text }, "The public page, in both languages");

const typeOf = ({ kind, choices, needed }: Column): Schema => {
  const shape = (type: string, more: Schema = {}): Schema =>
    needed === true ? { type, ...more } : nullable(type, more);
  switch (kind) {
    case "number":
      return shape("number");
    case "flag":
      return shape("boolean");
    case "codes":
      return listOf(text);
    case "day":
      return shape("string", { format: "date" });
    case "choice":
      return shape("string", { enum: [...Object.keys(choices ?? {}), ...(needed === true ? [] : [null])] });
    default:
      return shape("string");
  }
};

const columnsOf = (noun: Noun): Readonly<Record<string, Schema>> =>
  Object.fromEntries(
    COLUMNS[noun].map((column) => [column.key, { ...typeOf(column), description: column.noteEn }]),
  );

const own = { page: pages };

const commitment = {
  ...columnsOf("commitments"),
  standing: {
    type: "string",
    enum: [...SHOWN],
    description: "Worked out by the published rule; a name, where the files have words",
  },
  standingDays: nullable("integer", {
    description: "How many days late, silent, or until it starts or is due",
  }),
  leadNameEn: nullable("string", { description: "For reading only" }),
  page: pages,
};

const verdict = objectOf({
  conclusion: { type: "string", enum: [...CONCLUSIONS] },
  body: text,
  on: day,
  finding: text,
  check: nullable("string", { description: "The check whose finding it comes from" }),
  number: nullable("integer", { description: "The number of that finding" }),
});

const progress = objectOf({ happenedOn: day, text, body: text, recordedAt: moment });

const evidence = objectOf({
  sha256: { type: "string", pattern: "^[0-9a-f]{64}$" },
  fileName: text,
  mediaType: text,
  size: { type: "integer", description: "Bytes" },
  caption: text,
  showsOn: day,
  milestone: nullable("string"),
  href: text,
  recordedAt: moment,
});

const problem = {
  ...columnsOf("problems"),
  standing: {
    type: "string",
    enum: [...PROBLEM_STANDINGS],
    description: "Worked out by the published rule; a name, where the files have words",
  },
  standingDays: nullable("integer", {
    description: "How many days late, until the deadline, or since it was declared fixed",
  }),
  ownerNameEn: nullable("string", { description: "For reading only" }),
  page: pages,
};

const step = objectOf({
  code: text,
  title: text,
  titleEn: nullable("string"),
  due: day,
  firstDue: day,
  doneOn: nullable("string", { format: "date" }),
});

const draw = { ...columnsOf("draws"), ...own };

/** As the files have it: the same that is hashed. */
const file: Schema = { type: "object", description: "As it is hashed; see the README of random-draw" };
const check = {
  ...columnsOf("checks"),
  standing: {
    type: "string",
    enum: [...CHECK_STANDINGS],
    description: "Worked out by the published rule; a name, where the files have words",
  },
  standingDays: nullable("integer", { description: "How many days late, or until the last day" }),
  page: pages,
};

const subject = objectOf({
  number: { type: "integer" },
  programme: nullable("string"),
  commitment: nullable("string"),
  problem: nullable("string"),
  title: text,
  titleEn: nullable("string"),
  owners: listOf(text),
  inspector: nullable("string", { description: "The body that inspects it; null where none may" }),
  recused: listOf(text),
  conclusion: nullable("string", { description: "Null where nobody has looked" }),
  missed: nullable("string", { description: "Why nobody looked" }),
});

const changed: Schema = { type: "object", description: "Only the fields that changed" };

const entry = {
  seq: { type: "integer", description: "Its place in the history" },
  recordedAt: moment,
  happenedOn: { ...day, description: "May be before the day it was recorded" },
  verb: { type: "string", enum: [...VERBS] },
  subject: text,
  programme: nullable("string"),
  commitment: nullable("string"),
  indicator: nullable("string"),
  problem: nullable("string"),
  draw: nullable("string"),
  check: nullable("string"),
  body: nullable("string", { description: "Whose figure or body it is about" }),
  actorBody: nullable("string", { description: "Which body recorded it; null is the ledger’s steward" }),
  reason: nullable("string"),
  old: changed,
  new: changed,
};

const jurisdiction = {
  name: text,
  nameEn: nullable("string"),
  timeZone: text,
  languages: listOf(text),
  defaultLanguage: text,
  licence: nullable("string"),
  licenceUrl: nullable("string"),
  sample: { type: "boolean", description: "Invented data" },
  independent: { type: "boolean", description: "Run by a civic group; the bodies take no part" },
  contact: nullable("string"),
  setUpOn: day,
  asOf: { ...day, description: "Today in the jurisdiction’s time zone" },
};

const address = objectOf({ href: text, templated: { type: "boolean" }, title: text, titleEn: text });

export const SCHEMAS = {
  Index: objectOf({ name: text, nameEn: text, openapi: text, data: text, addresses: listOf(address) }),
  Description: { type: "object", description: "An OpenAPI 3.1 document" },
  Jurisdiction: objectOf(jurisdiction),
  Programme: objectOf(columnsOf("programmes")),
  Body: objectOf({ ...columnsOf("bodies"), ...own }),
  Commitment: objectOf(commitment),
  WholeCommitment: objectOf({
    ...commitment,
    verdict: { anyOf: [verdict, { type: "null" }] },
    targets: listOf(objectOf(columnsOf("targets"))),
    milestones: listOf(objectOf(columnsOf("milestones"))),
    progress: listOf(progress),
    evidence: listOf(evidence),
  }),
  Indicator: objectOf({ ...columnsOf("indicators"), ...own }),
  Observation: objectOf({ ...columnsOf("observations"), ...own }),
  OpenProblem: objectOf(problem),
  WholeProblem: objectOf({ ...problem, plan: listOf(step), evidence: listOf(evidence) }),
  Owed: objectOf({ ...columnsOf("silence"), kind: { type: "string", enum: [...OWED_KINDS] }, ...own }),
  Draw: objectOf(draw),
  WholeDraw: objectOf({
    ...draw,
    files: objectOf({
      plan: file,
      frame: { ...text, description: "One line each: stratum, id and bodies, with tabs between" },
      inspectors: nullable("string"),
      seed: { anyOf: [file, { type: "null" }] },
      result: { anyOf: [file, { type: "null" }] },
    }),
    evidence: { ...text, description: "Where the receipts of the log are" },
  }),
  Check: objectOf(check),
  WholeCheck: objectOf({
    ...check,
    checklist: listOf(objectOf({ code: text, text })),
    list: listOf(subject),
  }),
  Finding: objectOf({ ...columnsOf("findings"), page: pages }),
  Entry: objectOf(entry),
  Problem: {
    type: "object",
    description: "Problem details (RFC 9457), in the language of Accept-Language",
    properties: {
      type: text,
      title: text,
      status: { type: "integer" },
      detail: text,
      instance: text,
      code: text,
      parameter: text,
    },
    required: ["type", "title", "status", "detail", "instance"],
  },
} as const satisfies Record<string, Schema>;

export type SchemaName =
  | "Index"
  | "Description"
  | "Jurisdiction"
  | "Programme"
  | "Body"
  | "Commitment"
  | "WholeCommitment"
  | "Indicator"
  | "Observation"
  | "OpenProblem"
  | "WholeProblem"
  | "Owed"
  | "Draw"
  | "WholeDraw"
  | "Check"
  | "WholeCheck"
  | "Finding"
  | "Entry"
  | "Problem";
