// Corrections as rows of the open-data file, one for each thing that was changed.

import { todayIn } from "@yinuo/period";
import {
  commitmentsByKeys,
  correctionKind,
  correctionsOf,
  indicatorsByCode,
  listBodies,
  type CorrectionFilter,
  type History,
} from "@yinuo/store";
import type { Ctx } from "../../site.ts";
import type { FileRow } from "../downloads/table-file.ts";
import { changesOf } from "../history/changes.ts";
import { namesOf } from "../names.ts";

const ALL = 1_000_000;

export const correctionRows = async (c: Ctx, filter: CorrectionFilter): Promise<readonly FileRow[]> => {
  const { db } = c.get("deps").store;
  const lang = c.get("lang");
  const [entries, bodies, indicators] = await Promise.all([
    correctionsOf(db, filter, { limit: ALL }),
    listBodies(db),
    indicatorsByCode(db),
  ]);
  const commitments = await commitmentsByKeys(
    db,
    entries.flatMap(({ programme, commitment }) =>
      programme === undefined || commitment === undefined ? [] : [{ programme, code: commitment }],
    ),
  );
  const reader = { lang, nameOf: namesOf([...bodies, ...indicators.values()], lang) };
  return entries.flatMap((entry) => {
    const { programme, commitment, reason, actorBody } = entry;
    const whole = {
      seq: entry.seq,
      recordedOn: todayIn(new Date(entry.recordedAt), c.get("jurisdiction").timeZone),
      kind: correctionKind(entry.verb),
      programme,
      commitment,
      indicator: entry.indicator,
      body: entry.body ?? commitments.get(`${programme}/${commitment}`)?.lead,
      period: periodOf(entry),
      reason,
      by: actorBody,
    };
    const changes = changesOf(entry, reader);
    if (changes.length === 0) return [whole];
    return changes.map(({ field, from, to }) => ({
      ...whole,
      field,
      old: from ?? undefined,
      new: to ?? undefined,
    }));
  });
};

/** The subject of a figure ends with its period. */
const periodOf = ({ subject }: History): string | undefined =>
  subject.startsWith("observation/") ? subject.split("/").at(-1) : undefined;
