// What a verification says when it is over: sentences, or one line for a script.

import type {
  FileAuditReport,
  FileFinding,
  OpenedCheckpoint,
  OpeningFinding,
  OpeningReport,
} from "@yinuo/transparency-log";
import { cosignersOf, rootText } from "./checkpoint-facts.ts";
import { inLang, type Words } from "../language.ts";
import type { Run } from "../run.ts";
import type { LogSource } from "./source.ts";
import type { Seen, Trust } from "./trust.ts";

/** Of what was found, on a terminal; a script is told more. */
export const MOST_PRINTED = 20;

export type Opened = {
  readonly source: LogSource;
  readonly trust: Trust;
  readonly opened: OpenedCheckpoint;
  readonly last: Seen;
};

export type Finding = FileFinding | OpeningFinding;

export type Verified = Opened & {
  /** The first of them; a log that is broken from its middle on has one fault an entry. */
  readonly found: readonly Finding[];
  readonly faults: number;
  readonly flags: number;
  readonly audit: FileAuditReport;
  /** Absent where nobody asked. */
  readonly openings: OpeningReport | undefined;
  readonly withSignatures: boolean;
};

export const tellVerified = (run: Run, verified: Verified): void => {
  if (run.typed.has("json")) run.print(JSON.stringify(factsOf(verified)));
  else for (const said of sentencesOf(verified)) run.print(inLang(run.lang, said));
};

/** `found`: at most the first 1,000 faults and flags. */
const factsOf = (verified: Verified): object => {
  const { opened, trust, last, faults, flags, audit, openings, found, withSignatures } = verified;
  const { origin, size } = opened.checkpoint;
  return {
    ok: faults === 0,
    origin,
    size,
    root: rootText(opened.checkpoint),
    key: trust.from,
    cosigned: cosignersOf(opened).map(({ name, time }) => ({ name, time })),
    last: last === undefined ? null : { size: last.size, root: rootText(last) },
    signatures: withSignatures,
    faults,
    flags,
    unsigned: audit.unsigned,
    unsignedDespiteKey: audit.unsignedDespiteKey,
    redactions: Object.fromEntries(audit.redactionsByBody),
    ...(openings === undefined ? {} : { openings }),
    found,
  };
};

const sentencesOf = (verified: Verified): readonly Words[] => {
  const { opened, last, faults, flags, openings, audit, withSignatures } = verified;
  const { origin, size } = opened.checkpoint;
  const more = faults + flags - MOST_PRINTED;
  return [
    ...(more > 0 ? [{ zh: `……另有 ${more} 处。`, en: `… and ${more} more.` }] : []),
    {
      zh: `日志 ${origin}，共 ${size} 条，根 ${rootText(opened.checkpoint)}。`,
      en: `Log ${origin}, ${size} entries, root ${rootText(opened.checkpoint)}.`,
    },
    keySentence(verified),
    cosignedSentence(verified),
    last === undefined
      ? {
          zh: "这是第一次见到这个日志，没有以前的可比；这一次的检查点已记下。",
          en: "This log was met for the first time, so there is no earlier checkpoint to compare with; this one is remembered if all is well.",
        }
      : {
          zh: `上次所见为 ${last.size} 条。`,
          en: `It was seen before with ${last.size} entries.`,
        },
    ...(withSignatures ? [] : [SKIPPED]),
    ...(audit.unsigned === 0 ? [] : [unsignedSentence(audit)]),
    ...(audit.redactions.length === 0 ? [] : [redactedSentence(audit.redactionsByBody)]),
    ...(openings === undefined
      ? []
      : [
          {
            zh: `公开的内容：与日志一致 ${openings.ok} 项，已依程序撤下 ${openings.redacted} 项，不见且无说明 ${openings["missing-unexplained"]} 项，与日志不符 ${openings.mismatch} 项。`,
            en: `Fields: ${openings.ok} are what was logged, ${openings.redacted} redacted with a reason, ${openings["missing-unexplained"]} missing without one, ${openings.mismatch} not what was logged.`,
          },
        ]),
    ...(faults === 0 ? [{ zh: "核验通过。", en: "OK: the log verifies." }] : []),
  ];
};

const SKIPPED: Words = {
  zh: "没有核对各单位的签名（--skip-signatures）。",
  en: "The bodies' signatures were not checked (--skip-signatures).",
};

type Unsigned = { readonly unsigned: number; readonly unsignedDespiteKey: number };

const unsignedSentence = ({ unsigned, unsignedDespiteKey: despite }: Unsigned): Words => ({
  zh: `有 ${unsigned} 条没有单位签名，只是运行者的说法；其中 ${despite} 条记入时，该单位已有签名密钥。`,
  en: `${unsigned} entries bear no signature of their body: they are the operator's word alone. Of ${despite} of them the body had a key at the time.`,
});

const keySentence = ({ trust }: Verified): Words =>
  ({
    given: { zh: "签名与所给的密钥相符。", en: "It is signed with the key that was given." },
    remembered: {
      zh: "签名与第一次所见的密钥相符。",
      en: "It is signed with the key that was remembered from the first time.",
    },
    published: {
      zh: "密钥取自日志自己公布的文件：请与印在别处的密钥核对一次，以后会记住。",
      en: "The key is the one the log itself publishes: compare it once with one printed elsewhere; from now on it is remembered.",
    },
  })[trust.from];

const cosignedSentence = ({ opened }: Verified): Words => {
  const cosigned = cosignersOf(opened);
  if (cosigned.length === 0)
    return {
      zh: "没有见证者签名，或这些见证者不在所给的信任名单里。",
      en: "No witness of the policy has cosigned it.",
    };
  const names = cosigned.map(({ name, time }) => `${name} (${new Date(time * 1000).toISOString()})`);
  return { zh: `见证：${names.join("、")}。`, en: `Cosigned by ${names.join(", ")}.` };
};

const redactedSentence = (byBody: ReadonlyMap<string, number>): Words => {
  const counted = [...byBody].map(([body, count]) => `${body} ${count}`);
  return {
    zh: `撤下内容的次数，按批准单位：${counted.join("、")}。`,
    en: `Redactions, by approving body: ${counted.join(", ")}.`,
  };
};
