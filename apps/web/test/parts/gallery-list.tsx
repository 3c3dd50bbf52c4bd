// The overview and the list of commitments, as the gallery shows them.
import type { Lang } from "../../src/parts/index.ts";
import {
  CompletionBars,
  DataTable,
  Downloads,
  Filters,
  Pager,
  Status,
  Sums,
  Title,
} from "../../src/parts/index.ts";
import { kinds } from "./gallery-charts.tsx";

const rows = (zh: boolean) =>
  [
    [
      "法律援助申请当日受理，三个工作日内指派律师",
      "Legal aid taken up the same day, a lawyer assigned within three working days",
      "司法局",
      "Justice Bureau",
      "95.7% / 95%",
      "declared",
    ],
    [
      "小额诉讼案件平均审理周期缩短到 30 天",
      "Small claims decided within 30 days on average",
      "法院",
      "Court",
      zh ? "34.2 天 / 30 天" : "34.2 / 30 days",
      "underway",
    ],
    [
      "户政业务“一次办好”，12 个派出所全部开通",
      "Household registration in one visit at all 12 stations",
      "公安局",
      "Police Bureau",
      "12 / 12",
      "kept",
    ],
    [
      "农村饮水管网改造 86 公里",
      "Replace 86 km of rural water mains",
      "水务局",
      "Water Bureau",
      zh ? "51 / 86 公里" : "51 / 86 km",
      "overdue",
    ],
    [
      "检察听证向社会公开率不低于 90%",
      "At least 90% of hearings open to the public",
      "检察院",
      "Procuratorate",
      "",
      "silent",
    ],
  ] as const;

export function Lists({ lang }: { lang: Lang }) {
  return (
    <>
      <Headline lang={lang} />
      <Standing lang={lang} />
      <section class="flow">
        <Search lang={lang} />
        <DueSoon lang={lang} />
        <Pager lang={lang} page={3} pages={26} total={760} href={(page) => `/commitments?page=${page}`} />
        <Downloads
          lang={lang}
          files={[
            { href: "/commitments.csv", format: "CSV", bytes: 81234 },
            { href: "/commitments.xlsx", format: "XLSX" },
            { href: "/commitments.json", format: "JSON" },
          ]}
        />
      </section>
      <ByBody lang={lang} />
    </>
  );
}

function Headline({ lang }: { lang: Lang }) {
  const zh = lang === "zh-CN";
  return (
    <Title
      hero
      title={
        zh ? "2026年，九个单位向居民承诺了 60 件事" : "In 2026, nine bodies promised residents 60 things"
      }
      lead={
        <>
          {zh
            ? "“已兑现”须经承诺单位以外的单位核查；自己申报的只算“已申报”。"
            : "“Kept” means that another body has checked it; what a body says of itself is only “declared”. "}
          <a href="/method">{zh ? "评判办法" : "How we judge"}</a>
        </>
      }
    />
  );
}

function Standing({ lang }: { lang: Lang }) {
  const zh = lang === "zh-CN";
  return (
    <Sums
      lang={lang}
      label={zh ? "兑现情况" : "How they stand"}
      ribbon
      sums={[
        { value: 21, status: "kept", href: "?status=kept" },
        { value: 9, status: "declared", href: "?status=declared" },
        { value: 22, status: "underway", href: "?status=underway" },
        { value: 4, status: "overdue", href: "?status=overdue" },
        { value: 1, status: "not", href: "?status=not" },
        { value: 3, status: "silent", href: "?status=silent" },
      ]}
    />
  );
}

function Search({ lang }: { lang: Lang }) {
  const zh = lang === "zh-CN";
  return (
    <Filters
      lang={lang}
      action="/commitments"
      search={{
        name: "q",
        value: zh ? "受理" : "legal",
        hint: zh ? "名称、编号、单位" : "title, code, body",
      }}
      selects={[
        {
          name: "body",
          label: zh ? "责任单位" : "Body",
          value: "",
          options: [
            { value: "", text: zh ? "全部单位" : "All bodies" },
            { value: "SF", text: zh ? "司法局" : "Justice Bureau" },
          ],
        },
        {
          name: "status",
          label: zh ? "状态" : "Status",
          value: "",
          options: [{ value: "", text: zh ? "全部状态" : "Any status" }],
        },
        {
          name: "kind",
          label: zh ? "类别" : "Kind",
          value: "",
          options: [{ value: "", text: zh ? "承诺和工作措施" : "All kinds" }],
        },
        {
          name: "sort",
          label: zh ? "排序" : "Sort by",
          value: "due",
          options: [{ value: "due", text: zh ? "完成时限" : "Due date" }],
        },
      ]}
      active={[{ href: "/commitments", text: zh ? "受理" : "legal" }]}
      clear="/commitments"
    />
  );
}

function DueSoon({ lang }: { lang: Lang }) {
  const zh = lang === "zh-CN";
  return (
    <DataTable
      lang={lang}
      caption={zh ? "近期到期" : "Due soon"}
      note={zh ? "先到期的在前" : "Soonest first"}
      columns={[
        { header: zh ? "承诺" : "Commitment", sort: { href: "?sort=title" } },
        { header: zh ? "责任单位" : "Body", bare: true },
        { header: zh ? "进度" : "Progress", align: "end" },
        { header: zh ? "完成时限" : "Due", sort: { href: "?sort=-due", direction: "ascending" } },
        { header: zh ? "状态" : "Status", bare: true },
      ]}
      rows={rows(zh).map(([titleZh, titleEn, bodyZh, bodyEn, progress, kind]) => ({
        cells: [
          <a href="/commitments/SF-03">{zh ? titleZh : titleEn}</a>,
          zh ? bodyZh : bodyEn,
          progress,
          zh ? "12月31日" : "31 Dec",
          <Status lang={lang} kind={kind} days={kind === "overdue" ? 55 : 124} />,
        ],
      }))}
    />
  );
}

const shares = (...counts: number[]) => kinds.map((kind, i) => ({ kind, count: counts[i] ?? 0 }));

function ByBody({ lang }: { lang: Lang }) {
  const zh = lang === "zh-CN";
  return (
    <CompletionBars
      lang={lang}
      caption={zh ? "各单位" : "By body"}
      minimum={4}
      bodies={[
        { name: zh ? "法院" : "Court", href: "/bodies/court", shares: shares(5, 1, 0, 0, 1, 2) },
        {
          name: zh ? "检察院" : "Procuratorate",
          href: "/bodies/proc",
          shares: shares(1, 0, 0, 0, 0, 1, 0, 1),
        },
        {
          name: zh ? "水务局" : "Water Bureau",
          href: "/bodies/water",
          shares: shares(2, 0, 1, 0, 2, 3, 2),
        },
        {
          name: zh ? "司法局" : "Justice Bureau",
          href: "/bodies/justice",
          shares: shares(4, 0, 0, 0, 3, 4, 0, 1),
        },
      ]}
    />
  );
}
