// One commitment, as the gallery shows it.
import type { Lang } from "../../src/parts/index.ts";
import {
  Bar,
  Diff,
  Evidence,
  Facts,
  LineChart,
  Part,
  Revised,
  Stamp,
  Status,
  Timeline,
  Title,
  Two,
} from "../../src/parts/index.ts";
import { series } from "./gallery-charts.tsx";

export function Record({ lang }: { lang: Lang }) {
  return (
    <>
      <Headline lang={lang} />
      <Two>
        <Figures lang={lang} />
        <PlainFacts lang={lang} />
      </Two>
      <Moments lang={lang} />
      <Proofs lang={lang} />
      <Versions lang={lang} />
    </>
  );
}

function Headline({ lang }: { lang: Lang }) {
  const zh = lang === "zh-CN";
  return (
    <Title
      over={
        zh
          ? "2026年度 · SF-03 · 司法局牵头，法院配合"
          : "2026 · SF-03 · Justice Bureau leads, Court co-operates"
      }
      title={
        zh
          ? "法律援助申请当日受理，三个工作日内指派律师"
          : "Legal aid taken up the same day, a lawyer assigned within three working days"
      }
    >
      <div>
        <Stamp lang={lang} kind="declared" />
      </div>
    </Title>
  );
}

function Figures({ lang }: { lang: Lang }) {
  const zh = lang === "zh-CN";
  return (
    <section class="flow">
      <Bar
        lang={lang}
        label={zh ? "三日内指派率" : "Assigned within three days"}
        value={95.7}
        target={95}
        unit="%"
        decimals={1}
        note={
          <>
            {zh
              ? "1—9月累计：558 ÷ 583。目标 95%（红线）。"
              : "January to September: 558 ÷ 583. Target 95% (red mark). "}
            <a href="/method">{zh ? "怎样计算" : "How it is computed"}</a>
          </>
        }
      />
      <Bar
        lang={lang}
        label={zh ? "受理点" : "Offices"}
        value={null}
        target={12}
        unit={zh ? "个" : "offices"}
      />
      <LineChart
        id="c1"
        {...series(lang)}
        target={95}
        title={zh ? "三日内指派率，逐月" : "Assigned within three days, by month"}
      />
    </section>
  );
}

function PlainFacts({ lang }: { lang: Lang }) {
  const zh = lang === "zh-CN";
  return (
    <section>
      <Facts
        facts={[
          {
            term: zh ? "责任单位" : "Lead",
            value: <a href="/bodies/justice">{zh ? "司法局" : "Justice Bureau"}</a>,
          },
          {
            term: zh ? "完成时限" : "Due",
            value: zh ? "2026年12月31日" : "31 December 2026",
            note: zh ? "原定 9月30日，延期一次" : "first 30 September, extended once",
          },
          {
            term: zh ? "受益对象" : "For whom",
            value: zh ? "经济困难的当事人" : "Parties who cannot pay",
          },
          {
            term: zh ? "评判办法" : "Judged by",
            value: zh ? "三日内指派率 ≥ 95%" : "Assigned within three days ≥ 95%",
          },
          {
            term: zh ? "最近数据" : "Latest figure",
            value: (
              <>
                95.7% <Revised lang={lang} from="95.1%" day={zh ? "10月8日" : "8 Oct"} href="#history" />
              </>
            ),
          },
        ]}
      />
    </section>
  );
}

function Moments({ lang }: { lang: Lang }) {
  const zh = lang === "zh-CN";
  return (
    <Part title={zh ? "节点与进展" : "Milestones and progress"}>
      <Timeline
        label={zh ? "节点与进展" : "Milestones and progress"}
        moments={[
          {
            day: zh ? "2026年12月31日" : "31 Dec 2026",
            iso: "2026-12-31",
            title: zh ? "全年三日内指派率达到 95%" : "Ninety-five per cent over the year",
            mark: "not-started",
          },
          {
            day: zh ? "2026年9月30日" : "30 Sep 2026",
            iso: "2026-09-30",
            title: zh ? "申报完成" : "Declared done",
            mark: "declared",
            status: <Status lang={lang} kind="declared" text={zh ? "尚未核查" : "not checked yet"} />,
            detail: zh
              ? "佐证：三季度指派台账（脱敏），窗口照片 2 张"
              : "Evidence: the third quarter’s register (redacted), two photos of the counter",
          },
          {
            day: zh ? "2026年6月12日" : "12 Jun 2026",
            iso: "2026-06-12",
            title: zh ? "抽查：3 件中 1 件超期" : "Spot check: one of three was late",
            mark: "overdue",
            status: <Status lang={lang} kind="overdue" text={zh ? "整改中" : "being put right"} />,
          },
          {
            day: zh ? "2026年3月1日" : "1 Mar 2026",
            iso: "2026-03-01",
            title: zh ? "十二个乡镇受理点全部开通" : "All twelve township offices open",
            mark: "kept",
            status: <Status lang={lang} kind="kept" text={zh ? "已核实" : "verified"} />,
          },
        ]}
      />
    </Part>
  );
}

function Proofs({ lang }: { lang: Lang }) {
  const zh = lang === "zh-CN";
  return (
    <Part title={zh ? "佐证" : "Evidence"}>
      <Evidence
        lang={lang}
        label={zh ? "佐证" : "Evidence"}
        files={[
          {
            href: "/files/1",
            caption: zh ? "三季度指派台账（脱敏）" : "Third quarter register (redacted)",
            kind: "XLSX",
            bytes: 48_211,
            day: "2026-09-30",
            sha256: "9f2b7c4e1d0a88",
          },
          {
            href: "/files/2",
            caption: zh ? "窗口照片" : "The counter",
            kind: "JPEG",
            bytes: 1_482_110,
            day: "2026-09-28",
          },
        ]}
      />
    </Part>
  );
}

function Versions({ lang }: { lang: Lang }) {
  const zh = lang === "zh-CN";
  return (
    <Part title={zh ? "修改记录" : "Versions"} id="history">
      <Diff
        lang={lang}
        reason={zh ? "受理点装修延期。" : "Building work took longer."}
        changes={[
          { field: zh ? "完成时限" : "Due", from: "2026-09-30", to: "2026-12-31" },
          {
            field: zh ? "承诺内容" : "Promise",
            from: zh
              ? "法律援助申请两个工作日内受理，五个工作日内指派律师"
              : "Taken up within two working days",
            to: zh ? "法律援助申请当日受理，三个工作日内指派律师" : "Taken up the same day",
          },
          { field: zh ? "配合单位" : "Co-operating", from: null, to: zh ? "法院" : "Court" },
        ]}
      />
    </Part>
  );
}
