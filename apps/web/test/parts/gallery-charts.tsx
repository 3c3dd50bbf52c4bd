// Charts and statuses of the gallery.
import type { Lang, Point } from "../../src/parts/index.ts";
import { Buttons, LineChart, Sparkline, Stamp, Status } from "../../src/parts/index.ts";

export const kinds = [
  "kept",
  "partly",
  "not",
  "unverifiable",
  "declared",
  "underway",
  "overdue",
  "silent",
  "withdrawn",
  "unknown",
  "not-started",
  "draft",
] as const;

const rates = [
  41.2,
  45,
  43.8,
  52.1,
  54,
  58.9,
  60.2,
  null,
  63.9,
  70.1,
  73.4,
  74.8,
  80,
  82.6,
  82.1,
  88.2,
  89,
  93.4,
  95.3,
  96.1,
  95.7,
];
const months = (lang: Lang): Point[] =>
  rates.map((value, i) => {
    const year = 2025 + Math.floor(i / 12);
    const month = (i % 12) + 1;
    return {
      label:
        lang === "zh-CN"
          ? `${year}年${month}月`
          : `${["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][month - 1]} ${year}`,
      value,
      ...(value === null ? { note: lang === "zh-CN" ? "未报送" : "not reported" } : {}),
    };
  });

export const series = (lang: Lang) => ({ lang, unit: "%", decimals: 1, points: months(lang) });

export function Statuses({ lang }: { lang: Lang }) {
  return (
    <Buttons>
      {kinds.map((kind) => (
        <Status
          lang={lang}
          kind={kind}
          days={kind === "overdue" ? 55 : kind === "silent" ? 124 : undefined}
        />
      ))}
      <Stamp lang={lang} kind="kept" />
      <Stamp lang={lang} kind="not" />
      <Stamp lang={lang} kind="declared" />
    </Buttons>
  );
}

export function Charts({ lang }: { lang: Lang }) {
  const zh = lang === "zh-CN";
  const empty = months(lang).map(({ label }) => ({ label, value: null }));
  return (
    <>
      <LineChart
        id="c1"
        {...series(lang)}
        target={95}
        title={zh ? "三日内指派率" : "Assigned within three days"}
      />
      <LineChart
        id="c2"
        lang={lang}
        title={zh ? "案件平均审理天数" : "Average days to decision"}
        unit={zh ? "天" : "days"}
        decimals={1}
        target={30}
        points={[47.2, 44.8, null, 41, null, null, 38.3, 34.2].map((value, i) => ({
          label: zh
            ? `${2024 + Math.floor(i / 4)}年第${"一二三四"[i % 4]}季度`
            : `Q${(i % 4) + 1} ${2024 + Math.floor(i / 4)}`,
          value,
        }))}
      />
      <LineChart
        id="c3"
        lang={lang}
        title={zh ? "管网改造里程" : "Mains replaced"}
        unit={zh ? "公里" : "km"}
        decimals={0}
        points={empty}
      />
      <p>
        {zh ? "近两年走势" : "Two years"}{" "}
        <Sparkline {...series(lang)} title={zh ? "三日内指派率" : "Assigned within three days"} />{" "}
        <Sparkline lang={lang} title="—" unit="" decimals={0} points={empty} />
      </p>
    </>
  );
}
