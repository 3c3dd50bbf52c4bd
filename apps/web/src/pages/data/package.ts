// The open data as a Frictionless data package (datapackage.org, version 2): every file with its columns.

import { COLUMNS, headerOf, NOUNS, type Column, type Noun } from "@yinuo/tables";
import type { Jurisdiction } from "@yinuo/core";
import { inLang, localPath, type Lang } from "../../lang.ts";
import type { Ctx } from "../../site.ts";
import { dataWords } from "../../words/data.ts";
import { siteWordsIn } from "../../words/index.ts";
import { downloadPath } from "../addresses.ts";
import { originOf } from "../origin.ts";

export const dataPackage = (c: Ctx): Response => {
  const lang = c.get("lang");
  const { origin, caching } = originOf(c);
  const jurisdiction = c.get("jurisdiction");
  const { name, nameEn } = jurisdiction;
  const today = c.get("today");
  const described = {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: "yinuo-promise-ledger",
    title: both((one) => siteWordsIn(one).siteName(inLang(one, name, nameEn))),
    description: dataWords[lang].lead,
    homepage: `${origin}${localPath(lang, "/data")}`,
    version: today,
    created: `${today}T00:00:00Z`,
    ...licencesOf(jurisdiction),
    contributors: [{ title: inLang(lang, name, nameEn), path: origin, roles: ["publisher"] }],
    ...(jurisdiction.sample ? { sample: true } : {}),
    resources: NOUNS.map((noun) => resourceOf(noun, lang, origin)),
  };
  return c.body(JSON.stringify(described, null, 2), 200, {
    "content-type": "application/json; charset=utf-8",
    "cache-control": caching,
    "access-control-allow-origin": "*",
  });
};

const both = (say: (lang: Lang) => string): string => `${say("zh-CN")} / ${say("en")}`;

/** A licence has a name of letters, digits, points and lines, as opendefinition.org lists them. */
const licencesOf = ({ licence, licenceUrl }: Jurisdiction) => {
  if (licence === undefined) return {};
  const name = licence.trim().replaceAll(/\s+/g, "-");
  const named = /^[-a-zA-Z0-9._]+$/.test(name);
  if (!named && licenceUrl === undefined) return {};
  return {
    licenses: [
      {
        ...(named ? { name } : {}),
        ...(licenceUrl === undefined ? {} : { path: licenceUrl }),
        title: licence,
      },
    ],
  };
};

const resourceOf = (noun: Noun, lang: Lang, origin: string) => ({
  name: noun,
  type: "table",
  path: `${origin}${downloadPath(lang, noun, "csv")}`,
  title: both((one) => dataWords[one].nouns[noun]),
  description: dataWords[lang].about[noun],
  format: "csv",
  mediatype: "text/csv",
  encoding: "utf-8",
  schema: {
    fields: COLUMNS[noun].map((column) => fieldOf(column, lang)),
    missingValues: [""],
    ...keysOf(noun, lang),
  },
});

const fieldOf = (column: Column, lang: Lang) => ({
  name: headerOf(column, lang),
  title: `${column.zh} / ${column.en}`,
  description: inLang(lang, column.noteZh, column.noteEn),
  ...typeOf(column, lang),
  /** Its name in JSON and in the API. */
  key: column.key,
});

const typeOf = ({ key, kind, choices, needed }: Column, lang: Lang) => {
  const words = Object.entries(choices ?? {}).map(
    ([value, { zh, en }]) => [value, inLang(lang, zh, en)] as const,
  );
  const required = needed === true ? { required: true } : {};
  const constraints = needed === true ? { constraints: required } : {};
  switch (kind) {
    case "day":
      return { type: "date", ...constraints };
    case "number":
      return { type: "number", ...(key === "completion" ? { bareNumber: false } : {}), ...constraints };
    case "flag": {
      const worded = (wanted: string) => words.flatMap(([value, word]) => (value === wanted ? [word] : []));
      return { type: "boolean", trueValues: worded("yes"), falseValues: worded("no"), ...constraints };
    }
    case "choice":
      return { type: "string", constraints: { ...required, enum: words.map(([, word]) => word) } };
    default:
      return { type: "string", ...constraints };
  }
};

const OWN: Readonly<Partial<Record<Noun, readonly string[]>>> = {
  programmes: ["code"],
  bodies: ["code"],
  indicators: ["code"],
  commitments: ["programme", "code"],
  milestones: ["programme", "commitment", "code"],
  targets: ["programme", "commitment", "indicator", "body", "period"],
  observations: ["indicator", "body", "period"],
  problems: ["code"],
  redactions: ["entry"],
  draws: ["code"],
  checks: ["code"],
  findings: ["check", "number"],
};

type Foreign = { readonly from: readonly string[]; readonly noun: Noun; readonly to: readonly string[] };
const ofCommitment: Foreign = {
  from: ["programme", "commitment"],
  noun: "commitments",
  to: ["programme", "code"],
};
const ofIndicator: Foreign = { from: ["indicator"], noun: "indicators", to: ["code"] };
const ofBody: Foreign = { from: ["body"], noun: "bodies", to: ["code"] };
const FOREIGN: Readonly<Partial<Record<Noun, readonly Foreign[]>>> = {
  commitments: [
    { from: ["programme"], noun: "programmes", to: ["code"] },
    { from: ["lead"], noun: "bodies", to: ["code"] },
  ],
  milestones: [ofCommitment],
  targets: [ofCommitment, ofIndicator, ofBody],
  observations: [ofIndicator, ofBody],
  silence: [ofBody],
  problems: [{ from: ["owner"], noun: "bodies", to: ["code"] }],
  draws: [ofBody],
  checks: [ofBody],
  findings: [{ from: ["check"], noun: "checks", to: ["code"] }, ofBody],
};

const keysOf = (noun: Noun, lang: Lang) => {
  const own = OWN[noun];
  const foreign = FOREIGN[noun];
  return {
    ...(own === undefined ? {} : { primaryKey: headersOf(noun, own, lang) }),
    ...(foreign === undefined
      ? {}
      : {
          foreignKeys: foreign.map(({ from, noun: other, to }) => ({
            fields: headersOf(noun, from, lang),
            reference: { resource: other, fields: headersOf(other, to, lang) },
          })),
        }),
  };
};

const headersOf = (noun: Noun, keys: readonly string[], lang: Lang): readonly string[] =>
  keys.flatMap((key) =>
    COLUMNS[noun].flatMap((column) => (column.key === key ? [headerOf(column, lang)] : [])),
  );
