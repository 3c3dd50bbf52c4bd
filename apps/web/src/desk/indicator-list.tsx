// The desk's list of indicators, with the latest figure of one body and the way to record the next.

import { valueOf, type Indicator, type Observation } from "@yinuo/core";
import { formatPeriod } from "@yinuo/period";
import { listIndicators, listObservations } from "@yinuo/store";
import { inLang, localPath } from "../lang.ts";
import { inUnit } from "../pages/numbers.ts";
import { Button, Buttons, DataTable, EmptyState, Filters, Title } from "../parts/index.ts";
import type { Ctx } from "../site.ts";
import { deskWords } from "../words/desk.ts";
import { figuresWords } from "../words/figures.ts";
import { mayOpen } from "../doors.ts";
import { figuresPath, recordPath } from "./addresses.ts";
import { bodyOptions, deskOf, type Desk } from "./context.ts";
import { deskPage } from "./frame.tsx";

export const indicatorList = async (c: Ctx): Promise<Response> => {
  const desk = await deskOf(c);
  const { lang, context } = desk;
  const { db } = c.get("deps").store;
  const q = c.req.query("q") ?? "";
  const body = c.req.query("body") ?? context.by.body ?? "";
  const indicators = await listIndicators(db, { q });
  const observations = body === "" ? [] : await listObservations(db, { body });
  const words = deskWords[lang];
  return deskPage(
    c,
    { title: words.sections.indicators, section: "indicators" },
    <>
      <Title title={words.sections.indicators} />
      <Buttons>
        {mayOpen("GET /desk/figures", context.by.role) ? (
          <Button kind="main" href={localPath(lang, figuresPath(body))}>
            {figuresWords[lang].link}
          </Button>
        ) : null}
        {mayOpen("GET /desk/indicators/new", context.by.role) ? (
          <Button href={localPath(lang, "/desk/indicators/new")}>{words.indicators.add}</Button>
        ) : null}
      </Buttons>
      <Filters
        lang={lang}
        action={localPath(lang, "/desk/indicators")}
        search={{ name: "q", value: q }}
        selects={[
          {
            name: "body",
            label: words.columns.body,
            value: body,
            options: bodyOptions(desk, body, words.indicators.noBody),
          },
        ]}
      />
      {indicators.length === 0 ? (
        <EmptyState lang={lang} title={words.indicators.empty}>
          {words.indicators.emptyHelp}
        </EmptyState>
      ) : (
        <List desk={desk} body={body} indicators={indicators} observations={observations} />
      )}
    </>,
  );
};

type ListProps = {
  readonly desk: Desk;
  readonly body: string;
  readonly indicators: readonly Indicator[];
  /** Newest first. */
  readonly observations: readonly Observation[];
};

const List = ({ desk, body, indicators, observations }: ListProps) => {
  const { lang } = desk;
  const { columns, sections } = deskWords[lang];
  // The newest is set last and stays.
  const latest = new Map(observations.toReversed().map((one) => [one.indicator, one]));
  return (
    <DataTable
      lang={lang}
      caption={sections.indicators}
      captionHidden
      columns={[
        { header: columns.indicator },
        { header: columns.code },
        { header: columns.latest, align: "end" },
        { header: columns.period },
        { header: columns.action, bare: true },
      ]}
      rows={indicators.map((indicator) => {
        const one = latest.get(indicator.code);
        const value = one === undefined ? undefined : valueOf(one.figure, indicator.scale);
        return {
          cells: [
            inLang(lang, indicator.name, indicator.nameEn),
            indicator.code,
            value === undefined ? "—" : inUnit(value, indicator, lang),
            one === undefined ? "" : formatPeriod(one.period, lang),
            <Doing desk={desk} indicator={indicator} body={body} />,
          ],
        };
      })}
    />
  );
};

type DoingProps = { readonly desk: Desk; readonly indicator: Indicator; readonly body: string };

const Doing = ({ desk: { lang, context }, indicator, body }: DoingProps) => {
  const { role } = context.by;
  const record = `${localPath(lang, recordPath(indicator.code))}${body === "" ? "" : `?body=${encodeURIComponent(body)}`}`;
  const edit = localPath(lang, `/desk/indicators/${encodeURIComponent(indicator.code)}/edit`);
  return (
    <>
      {role === "steward" || role === "officer" ? <a href={record}>{deskWords[lang].home.record}</a> : null}{" "}
      {role === "steward" ? <a href={edit}>{deskWords[lang].edit}</a> : null}
    </>
  );
};
