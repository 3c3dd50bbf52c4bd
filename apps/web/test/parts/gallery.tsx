// Every part in both languages with content as it really comes: the tests render it, and people look at it.
import type { Child } from "hono/jsx";
import type { Lang } from "../../src/parts/index.ts";
import { Page, Part, Title } from "../../src/parts/index.ts";
import { Forms, Importing, Messages } from "./gallery-desk.tsx";
import { Charts, Statuses } from "./gallery-charts.tsx";
import { Lists } from "./gallery-list.tsx";
import { Record } from "./gallery-record.tsx";

export function Framed({ lang, title, children }: { lang: Lang; title: string; children?: Child }) {
  const zh = lang === "zh-CN";
  const nav = zh
    ? ["概览", "承诺", "单位", "指标", "评判办法"]
    : ["Overview", "Commitments", "Bodies", "Indicators", "Method"];
  return (
    <Page
      lang={lang}
      title={title}
      description={
        zh
          ? "九个单位向居民作出的承诺及其兑现情况。"
          : "What nine bodies promised residents, and what came of it."
      }
      site={{ name: zh ? "示例县承诺台账" : "Sample County Ledger", home: zh ? "/" : "/en" }}
      stylesheets={["/assets/look.css"]}
      nav={nav.map((text, i) => ({ href: `/nav/${i}`, text, current: i === 1 }))}
      otherLang={zh ? "/en/commitments" : "/commitments"}
      trail={[
        { href: "/", text: zh ? "概览" : "Overview" },
        { href: "/commitments", text: zh ? "承诺" : "Commitments" },
        { href: "/commitments/SF-03", text: "SF-03", current: true },
      ]}
      banner={zh ? "示例数据：单位和事项均为虚构。" : "Sample data: bodies and commitments are invented."}
      footer={{
        licence: { href: "https://creativecommons.org/licenses/by/4.0/deed.zh", text: "CC BY 4.0" },
        data: "/data",
        method: "/method",
        accessibility: "/accessibility",
        offline: "/offline",
        log: "/log",
        account: { href: "/sign-in", text: zh ? "工作人员登录" : "Staff sign-in" },
        note: zh ? "数据截至 2026年9月30日。" : "Data as of 30 September 2026.",
      }}
      print={{ address: "https://ledger.example.org/commitments/SF-03", asOf: "2026-09-30" }}
    >
      {children}
    </Page>
  );
}

/** The pages of the gallery by name. */
export const pages = {
  list: (lang: Lang) => (
    <Framed lang={lang} title={lang === "zh-CN" ? "承诺" : "Commitments"}>
      <Lists lang={lang} />
    </Framed>
  ),
  record: (lang: Lang) => (
    <Framed lang={lang} title="SF-03">
      <Record lang={lang} />
    </Framed>
  ),
  charts: (lang: Lang) => (
    <Framed lang={lang} title={lang === "zh-CN" ? "图表" : "Charts"}>
      <Title title={lang === "zh-CN" ? "图表" : "Charts"} />
      <Charts lang={lang} />
      <Part title={lang === "zh-CN" ? "状态" : "Statuses"}>
        <Statuses lang={lang} />
      </Part>
    </Framed>
  ),
  desk: (lang: Lang) => (
    <Framed lang={lang} title={lang === "zh-CN" ? "填报" : "Record"}>
      <Forms lang={lang} />
      <Importing lang={lang} />
    </Framed>
  ),
  messages: (lang: Lang) => (
    <Framed lang={lang} title={lang === "zh-CN" ? "说明" : "Messages"}>
      <Messages lang={lang} />
    </Framed>
  ),
} as const;
