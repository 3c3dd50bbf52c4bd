// A row of the commitments table as the input of a decision; columns the sheet does not have stay as they were.

import type { Body, Commitment, CommitmentInput } from "@yinuo/core";
import { tidy } from "@yinuo/core";
import type { Bodies } from "./new-bodies.ts";
import type { Read } from "./reading.ts";
import type { Reader } from "./records.ts";

const TEXTS = [
  "externalId",
  "titleEn",
  "promise",
  "promiseEn",
  "beneficiaries",
  "beneficiariesEn",
  "criterion",
  "criterionEn",
  "source",
] as const;

export type CommitmentRowContext = { readonly code: string; readonly bodies: Bodies };

export const readCommitment = (
  reader: Reader,
  was: Commitment | undefined,
  { code, bodies }: CommitmentRowContext,
): Read<CommitmentInput> => {
  const kind = reader.choice("kind");
  if (!kind.ok) return kind;
  const start = reader.day("start");
  if (!start.ok) return start;
  const due = reader.day("due");
  if (!due.ok) return due;
  const who = readBodies(reader, was, bodies);
  if (!who.ok) return who;
  const texts = Object.fromEntries(
    TEXTS.map((key) => [key, reader.has(key) ? tidied(reader.text(key)) : was?.[key]]),
  );
  return {
    ok: true,
    value: {
      code,
      kind: (kind.value ?? was?.kind ?? "commitment") === "measure" ? "measure" : "commitment",
      title: reader.has("title") ? tidy(reader.text("title") ?? "") : (was?.title ?? ""),
      ...texts,
      ...who.value,
      start: reader.has("start") ? start.value : was?.start,
      due: reader.has("due") ? due.value : was?.due,
      targets: was?.targets ?? [],
      milestones: was?.milestones ?? [],
    },
  };
};

const tidied = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : tidy(text) || undefined;

/** The lead is often named again among all who take part; it is not its own co-operating body. */
const readBodies = (
  reader: Reader,
  was: Commitment | undefined,
  bodies: Bodies,
): Read<{ readonly lead: string; readonly support: readonly string[] }> => {
  const lead = reader.has("lead")
    ? one("lead", reader.text("lead") ?? "", bodies.find)
    : { ok: true as const, value: was?.lead ?? "" };
  if (!lead.ok) return lead;
  if (!reader.has("support")) return { ok: true, value: { lead: lead.value, support: was?.support ?? [] } };
  const support = new Set<string>();
  for (const { typed } of bodies.findAll(reader.text("support") ?? "")) {
    const body = one("support", typed, bodies.find);
    if (!body.ok) return body;
    if (body.value !== lead.value) support.add(body.value);
  }
  return { ok: true, value: { lead: lead.value, support: [...support] } };
};

const one = (
  field: "lead" | "support",
  typed: string,
  find: (typed: string) => Body | "twice" | undefined,
): Read<string> => {
  if (typed === "") return { ok: false, error: { code: "textMissing", field } };
  const body = find(typed);
  if (body === "twice") return { ok: false, error: { code: "bodyNameTwice", field, name: typed } };
  return body === undefined
    ? { ok: false, error: { code: "bodyUnknown", field, body: typed } }
    : { ok: true, value: body.code };
};
