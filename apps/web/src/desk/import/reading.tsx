// The second step: what was detected about the file, and a choice wherever more than one reading is plausible.

import { SEPARATORS, type Detected, type Opened } from "@yinuo/spreadsheet";
import { setBatchProgress, type ImportBatch } from "@yinuo/store";
import { warningText } from "@yinuo/words/import";
import { localPath } from "../../lang.ts";
import { Button, Buttons, DataTable, Facts, Notice, type Option } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { importWords } from "../../words/import.ts";
import { fieldsOf, type Fields } from "../fields.tsx";
import { formOf, readForm } from "../form.ts";
import { choicesOf } from "@yinuo/import";
import { readReading, withReading } from "./choices.ts";

export const saveReading = async (c: Ctx, batch: ImportBatch): Promise<Response> => {
  const form = await readForm(c);
  const kept = choicesOf(batch);
  // Other columns than before: what they were mapped to no longer stands.
  const choices = {
    ...batch.choices,
    reading: readReading(form),
    settings: withReading(kept.settings, form),
    mapping: undefined,
  };
  await setBatchProgress(c.get("deps").store.db, batch.id, { choices });
  const next = form.has("next") ? "columns" : "reading";
  return c.redirect(localPath(c.get("lang"), `/desk/import/${batch.id}?step=${next}`), 303);
};

type ReadingProps = { readonly c: Ctx; readonly batch: ImportBatch; readonly opened: Opened };

export const Reading = ({ c, batch, opened }: ReadingProps) => {
  const lang = c.get("lang");
  const words = importWords[lang];
  const w = words.reading;
  const { settings, reading } = choicesOf(batch);
  const form = formOf({
    sheet: String(opened.sheet),
    encoding: opened.encoding?.chosen,
    separator: opened.separator?.chosen,
    headerRow: String(opened.header.row),
    headerRows: String(opened.header.rows),
    decimal: settings.decimal ?? reading.decimal,
    dayOrder: settings.dayOrder ?? reading.dayOrder,
    calendar: settings.calendar,
    percent: settings.percent,
    fiscal: settings.fiscal === undefined ? "" : settings.fiscal ? "yes" : "no",
  });
  const fields = fieldsOf({ lang, form, errors: [] });
  return (
    <>
      <p class="lead">{w.lead}</p>
      {opened.warnings.length === 0 ? null : (
        <Notice lang={lang} kind="warning" title={words.preview.warnings}>
          <ul>
            {opened.warnings.slice(0, 10).map((warning) => (
              <li>{warningText(lang, warning)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {opened.titleRows.length === 0 ? null : (
        <Facts facts={[{ term: w.titleRows, value: opened.titleRows.map(({ text }) => text).join(" / ") }]} />
      )}
      <form class="fill" method="post" action={localPath(lang, `/desk/import/${batch.id}/reading`)}>
        <FileFields fields={fields} opened={opened} words={w} />
        <CellFields fields={fields} opened={opened} words={w} />
        <Buttons>
          <Button kind="main" name="next" value="yes">
            {w.next}
          </Button>
          <Button>{w.submit}</Button>
        </Buttons>
      </form>
      <FirstRows c={c} opened={opened} />
    </>
  );
};

type Words = (typeof importWords)["en"]["reading"];
type Part = { readonly fields: Fields; readonly opened: Opened; readonly words: Words };

const options = (labels: Readonly<Record<string, string>>): readonly Option[] =>
  Object.entries(labels).map(([value, text]) => ({ value, text }));

const FileFields = ({ fields, opened, words }: Part) => {
  const sure = (detected: { readonly certain: boolean } | undefined) =>
    detected?.certain === false ? words.ask : words.certain;
  return (
    <>
      {opened.sheets.length < 2
        ? null
        : fields.select(
            "sheet",
            opened.sheets.map(({ name, hidden }, index) => ({
              value: String(index),
              text: `${name}${hidden ? words.hidden : ""}`,
            })),
            { label: words.sheet },
          )}
      {opened.encoding === undefined
        ? null
        : fields.select("encoding", plausible(opened.encoding), {
            label: words.encoding,
            hint: sure(opened.encoding),
          })}
      {opened.separator === undefined
        ? null
        : fields.select(
            "separator",
            SEPARATORS.map((one) => ({ value: one, text: words.separators[one] })),
            { label: words.separator, hint: sure(opened.separator) },
          )}
      {fields.number("headerRow", {
        label: words.headerRow,
        inputmode: "numeric",
        hint: sure(opened.header),
      })}
      {fields.number("headerRows", { label: words.headerRows, inputmode: "numeric" })}
    </>
  );
};

/** All encodings are offered; the plausible ones come first. */
const plausible = ({ plausible: likely }: Detected<string>): readonly Option[] =>
  [...new Set([...likely, "utf-8", "gb18030", "big5", "utf-16le", "utf-16be", "windows-1252"])].map(
    (value) => ({ value, text: value.toUpperCase() }),
  );

/** Asked only when something in the sheet depends on it. */
const CellFields = ({ fields, opened, words }: Part) => {
  const some = (test: (column: Opened["columns"][number]) => boolean): boolean => opened.columns.some(test);
  return (
    <>
      {some(({ numberFormat }) => numberFormat.plausible.length > 1) || opened.choices.decimal !== undefined
        ? fields.select("decimal", options(words.decimals), { label: words.decimal })
        : null}
      {some(({ dayOrder }) => dayOrder.plausible.length > 1) || opened.choices.dayOrder !== undefined
        ? fields.select("dayOrder", options(words.dayOrders), { label: words.dayOrder })
        : null}
      {some(({ percent }) => percent.marked > 0 && percent.unmarked > 0)
        ? fields.select("percent", options(words.percents), { label: words.percent })
        : null}
      {fields.select("calendar", options(words.calendars), { label: words.calendar })}
      {some(({ samples }) => samples.some((sample) => /\d{4}[-/]\d{2}$/.test(sample)))
        ? fields.select("fiscal", options(words.fiscals), { label: words.fiscal })
        : null}
    </>
  );
};

const FirstRows = ({ c, opened }: { readonly c: Ctx; readonly opened: Opened }) => {
  const lang = c.get("lang");
  return (
    <DataTable
      lang={lang}
      caption={importWords[lang].reading.first}
      columns={opened.columns
        .slice(0, 12)
        .map(({ header, letter }) => ({ header: header === "" ? letter : header }))}
      rows={opened.rows.slice(0, 5).map((row) => ({
        cells: row.cells.slice(0, 12).map(({ text }) => (text.length > 60 ? `${text.slice(0, 60)}…` : text)),
      }))}
    />
  );
};
