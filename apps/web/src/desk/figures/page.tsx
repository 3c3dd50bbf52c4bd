// The grid's page: what is due and what is there as a table that stacks on a phone, a column to paste, a source for all.

import { LIMITS, speaksFor } from "@yinuo/core";
import { formatPeriod, type Period } from "@yinuo/period";
import type { Child } from "hono/jsx";
import { inLang, localPath } from "../../lang.ts";
import { queryString } from "../../pages/addresses.ts";
import {
  Button,
  Buttons,
  DataTable,
  EmptyState,
  Filters,
  Notice,
  Part,
  Title,
  type Column,
} from "../../parts/index.ts";
import { deskWords } from "../../words/desk.ts";
import { deskFormWords } from "../../words/desk-forms.ts";
import { figuresWords } from "../../words/figures.ts";
import { figuresPath } from "../addresses.ts";
import { bodyOptions, type Desk } from "../context.ts";
import { DraftButton, DraftOpened } from "../drafts.tsx";
import { figureText } from "../figure-fields.tsx";
import { fieldsOf, type Fields } from "../fields.tsx";
import type { Form } from "../form.ts";
import { deskPage } from "../frame.tsx";
import { Meanwhile } from "../meanwhile.tsx";
import type { ScreenedError } from "../screened.tsx";
import { FigureCell } from "./row.tsx";
import type { Grid, GridRow } from "./subject.ts";

export type Shown = {
  readonly grid: Grid;
  readonly form: Form;
  readonly errors: readonly ScreenedError[];
  readonly status: 200 | 422;
  /** What was done with the form, when it was not written: 已填入 9 行. */
  readonly note?: string | undefined;
  /** Rows others have changed since the form was opened. */
  readonly overtaken?: readonly { readonly row: GridRow; readonly since: number }[] | undefined;
};

export const gridPage = async (desk: Desk, shown: Shown): Promise<Response> => {
  const { c, lang } = desk;
  const { grid, form, errors, status, note, overtaken = [] } = shown;
  const words = figuresWords[lang];
  const fields = fieldsOf({ lang, form, errors });
  return deskPage(
    c,
    { ...frameOf(desk), status },
    <>
      <Title
        lang={lang}
        over={`${desk.nameOf(grid.body.code)} · ${formatPeriod(grid.period, lang)}`}
        title={words.title}
        lead={grid.rows.length === 0 ? undefined : words.lead}
      />
      {fields.summary()}
      {note === undefined ? null : <Notice lang={lang} kind="note" title={note} />}
      {overtaken.length === 0 ? null : await Overtaken({ desk, grid, overtaken })}
      <Others desk={desk} grid={grid} />
      <Choose desk={desk} body={grid.body.code} period={grid.period} />
      {grid.rows.length === 0 ? (
        <EmptyState
          lang={lang}
          title={words.none}
          next={[{ href: localPath(lang, "/desk/indicators"), text: deskWords[lang].sections.indicators }]}
        >
          {words.noneHelp}
        </EmptyState>
      ) : (
        <GridForm desk={desk} grid={grid} form={form} fields={fields} />
      )}
    </>,
  );
};

/** Where there is no such grid: the sentence, and the way to another. */
export const noGridPage = (
  desk: Desk,
  { error, body, period }: { readonly error: ScreenedError; readonly body: string; readonly period: string },
): Response | Promise<Response> => {
  const { c, lang } = desk;
  return deskPage(
    c,
    { ...frameOf(desk), status: 422 },
    <>
      <Title title={figuresWords[lang].title} />
      <Notice lang={lang} kind="refusal" title={error.text} />
      <Choose desk={desk} body={body} period={period} open />
    </>,
  );
};

const frameOf = ({ lang }: Desk) => ({
  title: figuresWords[lang].title,
  section: "indicators" as const,
  trail: [{ href: localPath(lang, "/desk/indicators"), text: deskWords[lang].sections.indicators }],
});

type OvertakenGiven = {
  readonly desk: Desk;
  readonly grid: Grid;
  readonly overtaken: NonNullable<Shown["overtaken"]>;
};

const Overtaken = ({ desk, grid, overtaken }: OvertakenGiven) =>
  Meanwhile({
    desk,
    records: overtaken.map(({ row: { indicator }, since }) => ({
      of: { subject: `observation/${indicator.code}/${grid.body.code}/${grid.period}` },
      since,
      name: <b>{inLang(desk.lang, indicator.name, indicator.nameEn)}</b>,
    })),
  });

const Others = ({ desk: { lang }, grid }: { readonly desk: Desk; readonly grid: Grid }) => {
  const words = figuresWords[lang];
  if (grid.others.length === 0) return null;
  return (
    <p>
      {words.others}
      {deskFormWords[lang].colon}
      {grid.others.map(({ period, count }, index) => (
        <>
          {index === 0 ? null : lang === "en" ? ", " : "、"}
          <a href={localPath(lang, figuresPath(grid.body.code, period))}>
            {words.otherPeriod(formatPeriod(period, lang), count)}
          </a>
        </>
      ))}
    </p>
  );
};

type ChooseProps = {
  readonly desk: Desk;
  readonly body: string;
  readonly period: string;
  readonly open?: boolean;
};

/** Another body or period is another page. */
const Choose = ({ desk, body, period, open = false }: ChooseProps) => {
  const { lang, context } = desk;
  const words = figuresWords[lang];
  const bodies = bodyOptions(desk, body).filter(({ value }) =>
    desk.bodies.some(({ code }) => code === value && speaksFor(context.by, [code])),
  );
  const several = bodies.length > 1;
  return (
    <details open={open}>
      <summary>{words.choose}</summary>
      <Filters
        lang={lang}
        action={localPath(lang, "/desk/figures")}
        search={{
          name: "period",
          label: words.period,
          value: period,
          hint: deskFormWords[lang].periodHint,
        }}
        selects={several ? [{ name: "body", label: words.body, value: body, options: bodies }] : []}
        hidden={several ? {} : { body }}
      />
    </details>
  );
};

type FormProps = {
  readonly desk: Desk;
  readonly grid: Grid;
  readonly form: Form;
  readonly fields: Fields;
};

const GridForm = (props: FormProps) => {
  const { desk, grid, form, fields } = props;
  const { lang } = desk;
  const words = figuresWords[lang];
  const due = grid.rows.filter(({ current }) => current === undefined);
  const there = grid.rows.filter(({ current }) => current !== undefined);
  return (
    <form
      class="fill broad"
      method="post"
      action={`${localPath(lang, "/desk/figures")}${queryString({ body: grid.body.code, period: grid.period })}`}
    >
      <DraftOpened lang={lang} form={form} />
      <input type="hidden" name="body" value={grid.body.code} />
      <input type="hidden" name="period" value={grid.period} />
      <Rows {...props} title={words.due} note={words.dueNote} rows={due} first={1} />
      <Rows {...props} title={words.there} note={words.thereNote} rows={there} first={due.length + 1} />
      {fields.text("source", {
        label: words.source,
        hint: words.sourceHint,
        required: false,
        maxlength: LIMITS.source,
      })}
      {fields.screened()}
      <Buttons>
        <Button kind="main">{words.submit}</Button>
        <DraftButton lang={lang} />
      </Buttons>
      <Paste lang={lang} form={form} />
    </form>
  );
};

const Paste = ({ lang, form }: { readonly lang: Desk["lang"]; readonly form: Form }) => {
  const words = figuresWords[lang];
  return (
    <details open={form.text("column") !== ""}>
      <summary>{words.paste}</summary>
      <div class="field">
        <label for="column">{words.paste}</label>
        <div class="hint" id="column-hint">
          {words.pasteHint}
        </div>
        <textarea id="column" name="column" rows={6} aria-describedby="column-hint">
          {form.text("column")}
        </textarea>
      </div>
      <Buttons>
        <Button name="paste" value="yes">
          {words.pasteButton}
        </Button>
      </Buttons>
    </details>
  );
};

type RowsProps = FormProps & {
  readonly title: string;
  readonly note: string;
  readonly rows: readonly GridRow[];
  /** The number of its first row. */
  readonly first: number;
};

const Rows = ({ desk, grid, form, fields, title, note, rows, first }: RowsProps) => {
  const { lang } = desk;
  const words = figuresWords[lang];
  if (rows.length === 0) return null;
  const columns: readonly Column[] = [
    { header: words.indicator },
    { header: heading(words.yearBefore, grid.yearBefore, lang), align: "end" },
    ...(grid.previous === undefined
      ? []
      : [{ header: heading(words.previous, grid.previous, lang), align: "end" as const }]),
    { header: heading(words.now, grid.period, lang), bare: true, full: true },
  ];
  return (
    <Part title={title}>
      <DataTable
        lang={lang}
        caption={title}
        captionHidden
        note={note}
        columns={columns}
        rows={rows.map((row, index) => ({
          cells: [
            `${first + index}. ${inLang(lang, row.indicator.name, row.indicator.nameEn)}`,
            beside(row, row.yearAgo, lang),
            ...(grid.previous === undefined ? [] : [beside(row, row.before, lang)]),
            <FigureCell lang={lang} row={row} form={form} fields={fields} />,
          ],
        }))}
      />
    </Part>
  );
};

const heading = (word: string, period: Period | undefined, lang: Desk["lang"]): string =>
  period === undefined ? word : formatPeriod(period, lang);

const beside = ({ indicator }: GridRow, one: GridRow["before"], lang: Desk["lang"]): Child =>
  one === undefined ? "—" : figureText(one.figure, indicator, lang);
