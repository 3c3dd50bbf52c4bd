// The third step: what each column of the sheet is, proposed from its header and changed where the proposal is wrong.

import { formatPeriod, parsePeriod } from "@yinuo/period";
import type { Opened } from "@yinuo/spreadsheet";
import {
  bodiesByCode,
  indicatorsByCode,
  listProgrammes,
  saveMapping,
  setBatchProgress,
  type ImportBatch,
} from "@yinuo/store";
import {
  COLUMNS,
  doubledColumns,
  headerOf,
  IMPORT_NOUNS,
  missingColumns,
  rememberMapping,
  type Mapping,
  type Settings,
  type Use,
} from "@yinuo/tables";
import { columnName } from "@yinuo/words/import";
import { inLang, localPath, type Lang } from "../../lang.ts";
import { Button, Buttons, DataTable, Notice, type Option } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { importWords } from "../../words/import.ts";
import { fieldsOf } from "../fields.tsx";
import { formOf, readForm, type Form } from "../form.ts";
import { choicesOf } from "@yinuo/import";
import { nounOf } from "./choices.ts";

/** Another noun has other columns: the mapping is proposed anew and shown again. */
export const saveColumns = async (c: Ctx, batch: ImportBatch, opened: Opened): Promise<Response> => {
  const form = await readForm(c);
  const { db } = c.get("deps").store;
  const kept = choicesOf(batch);
  const programmes = await listProgrammes(db, { published: false });
  const settings = readSettings(
    kept.settings,
    form,
    programmes.map(({ code }) => code),
  );
  const another = settings.noun !== kept.settings.noun;
  const mapping = another
    ? undefined
    : opened.columns.map((_, index) => readUse(form.text(`use.${index}`), settings));
  await setBatchProgress(db, batch.id, {
    kind: settings.noun,
    programme: settings.programme ?? null,
    choices: { ...batch.choices, settings, mapping },
  });
  if (mapping !== undefined)
    await saveMapping(
      db,
      { source: batch.source, kind: settings.noun, body: c.get("signedIn")?.by.body },
      rememberMapping(opened, mapping),
    );
  const complete = mapping !== undefined && isComplete(mapping, settings);
  return c.redirect(
    localPath(c.get("lang"), `/desk/import/${batch.id}?step=${complete ? "preview" : "columns"}`),
    303,
  );
};

/** Every needed column is there, and none twice. */
export const isComplete = (mapping: Mapping, settings: Settings): boolean =>
  missingColumns(mapping, settings).length === 0 && doubledColumns(mapping).length === 0;

const readSettings = (kept: Settings, form: Form, programmes: readonly string[]): Settings => ({
  ...kept,
  noun: nounOf(form.text("noun"), kept.noun),
  programme: programmes.find((code) => code === form.text("programme")),
  body: form.text("body") || undefined,
  indicator: form.text("indicator") || undefined,
  createBodies: form.has("createBodies"),
});

/** A use as the value of an option: `column:title`, `period:2026-09`, `indicator:SF-01`, `totalsOnly`, `ignore`. */
const useText = (use: Use): string => {
  if (use.to === "column") return `column:${use.key}`;
  if (use.to === "period") return `period:${use.period}`;
  return use.to === "indicator" ? `indicator:${use.indicator}` : use.to;
};

/** What no option of the form says is ignored. */
const readUse = (typed: string, { noun }: Settings): Use => {
  const [to, ...rest] = typed.split(":");
  const value = rest.join(":");
  if (to === "column" && COLUMNS[noun].some(({ key }) => key === value)) return { to, key: value };
  if (to === "indicator" && value !== "") return { to, indicator: value };
  const period = to === "period" ? parsePeriod(value) : undefined;
  if (period !== undefined) return { to: "period", period };
  return to === "totalsOnly" ? { to } : { to: "ignore" };
};

type ColumnsProps = {
  readonly c: Ctx;
  readonly batch: ImportBatch;
  readonly opened: Opened;
  readonly mapping: Mapping;
  readonly remembered: boolean;
};

export const Columns = async ({ c, batch, opened, mapping, remembered }: ColumnsProps) => {
  const lang = c.get("lang");
  const w = importWords[lang].mapping;
  const { settings } = choicesOf(batch);
  const named = (keys: readonly string[]): string =>
    keys.map((key) => columnName(lang, settings.noun, key)).join(lang === "en" ? ", " : "、");
  const missing = missingColumns(mapping, settings);
  const doubled = doubledColumns(mapping);
  const uses = await useOptions(c, settings, mapping);
  return (
    <>
      {missing.length === 0 ? null : <Notice lang={lang} kind="warning" title={w.missing(named(missing))} />}
      {doubled.length === 0 ? null : <Notice lang={lang} kind="warning" title={w.doubled(named(doubled))} />}
      {remembered ? <Notice lang={lang} kind="note" title={w.remembered} /> : null}
      <form class="fill broad" method="post" action={localPath(lang, `/desk/import/${batch.id}/mapping`)}>
        {await settingFields(c, settings)}
        <DataTable
          lang={lang}
          caption={w.title}
          columns={[{ header: w.column }, { header: w.samples }, { header: w.use }]}
          rows={opened.columns.map((column, index) => ({
            cells: [
              column.header === "" ? column.letter : column.header,
              <span class="faint">{column.samples.slice(0, 3).map(short).join(" | ")}</span>,
              <UseSelect lang={lang} column={column} index={index} uses={uses} use={mapping[index]} />,
            ],
          }))}
        />
        <Buttons>
          <Button kind="main">{w.submit}</Button>
          <Button href={localPath(lang, `/desk/import/${batch.id}?step=reading`)}>
            {importWords[lang].reading.title}
          </Button>
        </Buttons>
      </form>
    </>
  );
};

const short = (sample: string): string => (sample.length > 40 ? `${sample.slice(0, 40)}…` : sample);

type UseProps = {
  readonly lang: Lang;
  readonly column: Opened["columns"][number];
  readonly index: number;
  readonly uses: readonly Option[];
  readonly use: Use | undefined;
};

const UseSelect = ({ lang, column, index, uses, use = { to: "ignore" } }: UseProps) => (
  <select
    name={`use.${index}`}
    aria-label={`${importWords[lang].mapping.use}: ${column.header || column.letter}`}
  >
    {uses.map(({ value, text }) => (
      <option value={value} selected={value === useText(use)}>
        {text}
      </option>
    ))}
  </select>
);

const useOptions = async (c: Ctx, settings: Settings, mapping: Mapping): Promise<readonly Option[]> => {
  const lang = c.get("lang");
  const w = importWords[lang].mapping;
  const columns = COLUMNS[settings.noun].map((column) => ({
    value: `column:${column.key}`,
    text: `${headerOf(column, lang)}${column.computed ? w.computed : ""}`,
  }));
  const fixed = [{ value: "ignore", text: w.ignore }];
  if (settings.noun !== "observations") return [...fixed, ...columns];
  const indicators = [...(await indicatorsByCode(c.get("deps").store.db)).values()];
  // Periods only as far as the sheet has them: there is no end of periods.
  const periods = mapping.flatMap((use) =>
    use.to === "period" ? [{ value: useText(use), text: w.period(formatPeriod(use.period, lang)) }] : [],
  );
  return [
    ...fixed,
    ...columns,
    { value: "totalsOnly", text: w.totalsOnly },
    ...periods,
    ...indicators.map(({ code, name, nameEn }) => ({
      value: `indicator:${code}`,
      text: w.indicatorValue(inLang(lang, name, nameEn)),
    })),
  ];
};

const settingFields = async (c: Ctx, settings: Settings) => {
  const lang: Lang = c.get("lang");
  const w = importWords[lang].mapping;
  const { db } = c.get("deps").store;
  const form = formOf({
    noun: settings.noun,
    programme: settings.programme,
    body: settings.body,
    indicator: settings.indicator,
    createBodies: settings.createBodies ? "yes" : undefined,
  });
  const fields = fieldsOf({ lang, form, errors: [] });
  const none: Option = { value: "", text: w.none };
  const programmes = await listProgrammes(db, { published: false });
  const bodies = [...(await bodiesByCode(db)).values()];
  const indicators = settings.noun === "observations" ? [...(await indicatorsByCode(db)).values()] : [];
  const named = (
    all: readonly { readonly code: string; readonly name: string; readonly nameEn?: string | undefined }[],
  ): readonly Option[] => [
    none,
    ...all.map(({ code, name, nameEn }) => ({ value: code, text: `${code} ${inLang(lang, name, nameEn)}` })),
  ];
  return (
    <>
      {fields.select(
        "noun",
        IMPORT_NOUNS.map((noun) => ({ value: noun, text: w.nouns[noun] })),
        { label: w.noun },
      )}
      {settings.noun === "commitments"
        ? fields.select(
            "programme",
            programmes.map(({ code, title, titleEn }) => ({
              value: code,
              text: `${code} ${inLang(lang, title, titleEn)}`,
            })),
            { label: w.programme },
          )
        : null}
      {settings.noun === "observations" ? fields.select("body", named(bodies), { label: w.body }) : null}
      {settings.noun === "observations"
        ? fields.select("indicator", named(indicators), { label: w.indicator })
        : null}
      {settings.noun === "commitments" && c.get("signedIn")?.by.role === "steward"
        ? fields.tick("createBodies", { label: w.createBodies })
        : null}
    </>
  );
};
