// The fourth step: row by row what would be written, and the one button that writes it.

import { wantsConfirmation, type Refusal } from "@yinuo/core";
import type { ImportBatch } from "@yinuo/store";
import { COLUMNS, type ImportNoun, type Outcome, type Plan, type PlannedRow } from "@yinuo/tables";
import { personalDataWords } from "@yinuo/words";
import { cellRefusalText, columnName } from "@yinuo/words/import";
import { inLang, localPath, type Lang } from "../../lang.ts";
import {
  Button,
  Buttons,
  EmptyState,
  Notice,
  Pager,
  PreviewTable,
  type PreviewKind,
  type PreviewRow,
} from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { importWords } from "../../words/import.ts";
import { fieldsOf } from "../fields.tsx";
import { choicesOf } from "@yinuo/import";
import { formOf, KEEP } from "../form.ts";
import { Noticed } from "./noticed.tsx";

const PAGE = 100;
const KINDS = ["created", "updated", "unchanged", "refused"] as const satisfies readonly Outcome[];

type PreviewProps = {
  readonly c: Ctx;
  readonly batch: ImportBatch;
  readonly plan: Plan;
  readonly digest: string;
  readonly bodyName: (code: string) => string | undefined;
};

export const Preview = (props: PreviewProps) => {
  const { c, batch, plan } = props;
  const lang = c.get("lang");
  const w = importWords[lang].preview;
  const base = localPath(lang, `/desk/import/${batch.id}`);
  const show = KINDS.find((kind) => kind === c.req.query("show"));
  // What changes comes first; what stays the same is only counted unless it is asked for.
  const wanted = plan.rows.filter(({ outcome }) =>
    show === undefined ? outcome !== "unchanged" && outcome !== "skipped" : outcome === show,
  );
  const pages = Math.max(1, Math.ceil(wanted.length / PAGE));
  const page = Math.min(pages, Math.max(1, Number(c.req.query("page")) || 1));
  const href = (kind: string, to = 1): string => `${base}?step=preview&show=${kind}&page=${to}`;
  return (
    <>
      <Notice lang={lang} kind="note" title={w.title} />
      <Noticed c={c} plan={plan} />
      <PreviewTable
        lang={lang}
        caption={w.caption}
        counts={plan.counts}
        href={(kind: PreviewKind) => href(kind)}
        rows={wanted.slice((page - 1) * PAGE, page * PAGE).map((row) => toRow(row, props))}
      />
      {wanted.length === 0 ? <EmptyState lang={lang} title={w.empty} /> : null}
      {pages > 1 ? (
        <Pager
          lang={lang}
          page={page}
          pages={pages}
          total={wanted.length}
          href={(to) => href(show ?? "", to)}
        />
      ) : null}
      {plan.counts.refused > 0 ? (
        <p>
          {w.refusedNote(plan.counts.refused)} <a href={`${base}/refused`}>{w.download}</a>
        </p>
      ) : null}
      <Reasons {...props} />
      <Apply {...props} />
    </>
  );
};

/** What is missing to let refused rows in: given once for the whole batch, and previewed again. */
const Reasons = ({ c, batch, plan }: PreviewProps) => {
  const lang = c.get("lang");
  const w = importWords[lang].preview;
  const { reason, confirmed, keepPersonalData } = choicesOf(batch).settings;
  const fields = fieldsOf({ lang, form: formOf({ reason, confirmed, keepPersonalData }), errors: [] });
  const refusals = plan.rows.flatMap((row) => (row.outcome === "refused" ? [row.error] : []));
  const wantsReason = reason !== undefined || refusals.some(({ code }) => code === "reasonMissing");
  const unlikely = confirmed !== undefined || refusals.some((error) => wantsConfirmation(error as Refusal));
  const personal =
    keepPersonalData !== undefined || refusals.some(({ code }) => code === "personalDataFound");
  if (!wantsReason && !unlikely && !personal) return null;
  return (
    <form class="fill" method="post" action={localPath(lang, `/desk/import/${batch.id}/mapping?reasons=1`)}>
      {wantsReason ? fields.area("reason", { label: w.reason, hint: w.reasonHint, rows: 2 }) : null}
      {unlikely ? fields.area("confirmed", { label: w.confirmed, hint: w.confirmedHint, rows: 2 }) : null}
      {personal ? fields.area(KEEP, { hint: personalDataWords[lang].keepImport, rows: 2 }) : null}
      <Buttons>
        <Button>{w.repreview}</Button>
      </Buttons>
    </form>
  );
};

const Apply = ({ c, batch, plan, digest }: PreviewProps) => {
  const lang = c.get("lang");
  const w = importWords[lang].preview;
  const base = localPath(lang, `/desk/import/${batch.id}`);
  return (
    <>
      {plan.writes.length === 0 ? (
        plan.counts.refused === 0 ? (
          <Notice
            lang={lang}
            kind={plan.counts.unchanged === 0 ? "note" : "success"}
            title={plan.counts.unchanged === 0 ? w.noRows : w.nothing}
          />
        ) : null
      ) : (
        <form method="post" action={`${base}/apply`}>
          <input type="hidden" name="digest" value={digest} />
          <Buttons>
            <Button kind="main">{w.apply(plan.writes.length)}</Button>
            <Button href={`${base}?step=columns`}>{importWords[lang].mapping.title}</Button>
          </Buttons>
        </form>
      )}
    </>
  );
};

const toRow = (row: PlannedRow, { c, plan, bodyName }: PreviewProps): PreviewRow => {
  const lang = c.get("lang");
  if (row.outcome === "refused") {
    const { error, header, value = "" } = row;
    const field = "field" in error ? columnName(lang, plan.noun, error.field) : "";
    const text = cellRefusalText(lang, error, { noun: plan.noun, bodyName });
    return {
      row: row.row,
      kind: "refused",
      item: "",
      // A sentence may quote the cell, however much is in it.
      problems: [{ column: header ?? field, value: short(value), text: short(text, 500) }],
    };
  }
  if (row.outcome === "skipped") return { row: row.row, kind: "unchanged", item: "" };
  const fields = "fields" in row ? row.fields : [];
  const said = (key: string, value: string | undefined): string | null =>
    value === undefined ? null : short(valueText(key, value, { lang, noun: plan.noun, bodyName }));
  const common = { row: row.row, kind: row.outcome, item: short(row.label) };
  if (row.outcome === "created")
    return {
      ...common,
      // A new record's title stands beside its row already.
      facts: fields.flatMap(({ key, new: now }) =>
        TITLES.has(key) ? [] : [{ field: columnName(lang, plan.noun, key), value: said(key, now) ?? "" }],
      ),
    };
  return {
    ...common,
    changes: fields.map(({ key, old, new: now }) => ({
      field: columnName(lang, plan.noun, key),
      from: said(key, old),
      to: said(key, now),
    })),
  };
};

const TITLES: ReadonlySet<string> = new Set(["title", "name", "programme"]);

type ValueContext = {
  readonly lang: Lang;
  readonly noun: ImportNoun;
  readonly bodyName: (code: string) => string | undefined;
};

const BODIES: ReadonlySet<string> = new Set(["lead", "support", "parent", "body"]);

/** As a person reads it: choices in words, bodies by name. */
const valueText = (key: string, value: string, { lang, noun, bodyName }: ValueContext): string => {
  const column = COLUMNS[noun].find((one) => one.key === key);
  const choice = column?.choices?.[value];
  if (choice !== undefined) return inLang(lang, choice.zh, choice.en);
  if (!BODIES.has(key)) return value;
  return value
    .split("；")
    .map((code) => bodyName(code) ?? code)
    .join(lang === "en" ? "; " : "；");
};

const short = (text: string, longest = 200): string =>
  text.length > longest ? `${text.slice(0, longest)}…` : text;
