// Files that prove what is recorded: taken in as at the desk, with the caption and the day given beside each.

import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import {
  ok,
  refuse,
  typedDay,
  type Context,
  type EvidenceInput,
  type Refusal,
  type Result,
} from "@yinuo/core";
import { evidenceOf, storeUploads, type Stored, type UploadRefusal } from "@yinuo/evidence";
import type { Day } from "@yinuo/period";
import { addEvidence, type Db, type EvidenceSubject } from "@yinuo/store";
import type { Typed } from "./arguments.ts";
import { inLang } from "./language.ts";
import type { Ledger } from "./ledger.ts";
import type { CliRefusal, Run } from "./run.ts";

/** `on`: the day a file shows when none is given for it. */
export const readEvidence = async (
  { typed, lang, warn }: Run,
  { files }: Ledger,
  on: Day,
): Promise<Result<readonly EvidenceInput[], CliRefusal>> => {
  const days = daysOf(typed, on);
  if (!days.ok) return days;
  const stored: Stored[] = [];
  const refused: UploadRefusal[] = [];
  for (const path of typed.texts("evidence")) {
    const one = await storeUploads(files, [new File([await readFile(path)], basename(path))]);
    stored.push(...one.stored);
    refused.push(...one.refused);
  }
  const [first, ...others] = refused;
  if (first !== undefined) return refuse({ code: "filesRefused", files: [first, ...others] });
  for (const { fileName, screening } of stored)
    if (screening === "byEye")
      warn(
        inLang(lang, {
          zh: `“${fileName}”是扫描件，或有程序读不出的部分，没有检查其中的个人信息，请打开看一遍。`,
          en: `“${fileName}” is a scan, or has parts no program reads, so it was not checked for personal data: open it and look.`,
        }),
      );
  const captions = typed.texts("caption");
  return ok(stored.map((one, at) => evidenceOf(one, captions[at] ?? "", days.value[at] ?? on)));
};

const daysOf = (typed: Typed, on: Day): Result<readonly Day[], Refusal> => {
  const days: Day[] = [];
  for (const written of typed.texts("shows")) {
    const day = typedDay("showsOn", written);
    if (!day.ok) return day;
    days.push(day.value ?? on);
  }
  return ok(days);
};

/** In the transaction of what they prove. */
export const addAllEvidence = async (
  tx: Db,
  subject: EvidenceSubject,
  { evidence, context }: { readonly evidence: readonly EvidenceInput[]; readonly context: Context },
): Promise<Result<true, Refusal>> => {
  for (const one of evidence) {
    const added = await addEvidence(tx, subject, one, context);
    if (!added.ok) return added;
  }
  return ok(true);
};
