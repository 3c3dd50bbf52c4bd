// The frame every page of the ledger stands in: its navigation, jurisdiction, other language, banner and footer.

import { formatDay } from "@yinuo/period";
import type { Jurisdiction } from "@yinuo/core";
import type { Child } from "hono/jsx";
import { inLang, langRoot, LANGS, localPath, pathBelow, type Lang } from "../lang.ts";
import { Page, type Link } from "../parts/index.ts";
import type { Ctx } from "../site.ts";
import { styles } from "../styles.ts";
import { siteWordsIn } from "../words/index.ts";

const SECTIONS = [
  "overview",
  "commitments",
  "bodies",
  "problems",
  "checks",
  "indicators",
  "history",
  "data",
] as const;
type Section = (typeof SECTIONS)[number];

export type FrameProps = {
  readonly title: string;
  readonly description?: string | undefined;
  /** The entry of the navigation the page belongs to. */
  readonly section?: Section | undefined;
  readonly trail?: readonly Link[] | undefined;
  readonly noindex?: boolean | undefined;
  readonly refresh?: number | undefined;
  /** Address of a stylesheet beside the one of every page. */
  readonly moreStyles?: string | undefined;
  /** Address of a script, for the few pages that are there for it; their doors are in `SCRIPTED`. */
  readonly script?: string | undefined;
};

/** A public page as a response: the same for everybody, so that it may be kept by its address. */
export const publicPage = async (c: Ctx, props: FrameProps, children: Child): Promise<Response> => {
  const lang = c.get("lang");
  c.header("cache-control", "public, max-age=0, must-revalidate");
  c.header("link", tongues(c));
  c.header("content-language", lang);
  return c.html(framed(c, props, children));
};

/** The document around any content; works before a jurisdiction is set up. */
export const framed = (c: Ctx, props: FrameProps, children: Child) => {
  const lang = c.get("lang") ?? "zh-CN";
  const words = siteWordsIn(lang);
  const jurisdiction = jurisdictionOf(c);
  const name =
    jurisdiction === undefined
      ? words.product
      : words.siteName(inLang(lang, jurisdiction.name, jurisdiction.nameEn));
  const today = c.get("today");
  return (
    <Page
      lang={lang}
      title={props.title}
      description={props.description}
      site={{ name, home: localPath(lang, "/") }}
      stylesheets={[styles.path, ...(props.moreStyles === undefined ? [] : [props.moreStyles])]}
      icon="/favicon.svg"
      nav={jurisdiction === undefined ? [] : navigation(lang, props.section)}
      otherLang={addressIn(c, lang === "en" ? "zh-CN" : "en")}
      trail={props.trail}
      banner={bannerOf(lang, jurisdiction)}
      footer={footer(lang, jurisdiction)}
      print={{
        address: `${c.get("deps")?.config.origins[0] ?? ""}${addressIn(c, lang)}`,
        asOf: today === undefined ? undefined : formatDay(today, lang),
      }}
      noindex={props.noindex}
      script={props.script}
      address={ownAddress(c, lang)}
      refresh={props.refresh}
    >
      {children}
    </Page>
  );
};

/** Absent before the installation is set up, whatever the type of a page's context says. */
export const jurisdictionOf = (c: Ctx): Jurisdiction | undefined => c.get("jurisdiction");

const navigation = (lang: Lang, section: Section | undefined): Link[] =>
  SECTIONS.map((name) => ({
    href: localPath(lang, name === "overview" ? "/" : `/${name}`),
    text: siteWordsIn(lang).nav[name],
    current: name === section,
  }));

const bannerOf = (lang: Lang, jurisdiction: Jurisdiction | undefined): string | undefined => {
  const words = siteWordsIn(lang);
  if (jurisdiction?.sample) return jurisdiction.independent ? words.sampleOfRealList : words.sample;
  return jurisdiction?.independent ? words.independent : undefined;
};

const footer = (lang: Lang, jurisdiction: Jurisdiction | undefined) => {
  const words = siteWordsIn(lang);
  return {
    licence: {
      href: jurisdiction?.licenceUrl ?? localPath(lang, "/data"),
      text: jurisdiction?.licence ?? words.nav.data,
    },
    data: localPath(lang, "/data"),
    method: localPath(lang, "/method"),
    corrections: localPath(lang, "/corrections"),
    accessibility: localPath(lang, "/accessibility"),
    offline: localPath(lang, "/offline"),
    log: localPath(lang, "/log"),
    account: { href: localPath(lang, "/desk"), text: words.nav.desk },
    note: words.noRecords,
  };
};

/** Only with a host that the operator named: one that was sent along could be anybody's. */
const ownAddress = (c: Ctx, lang: Lang): string | undefined => {
  const origin = c.get("deps")?.config.origins[0];
  return origin === undefined ? undefined : `${origin}${addressIn(c, lang)}`;
};

/** The same address in a language, with its query. */
const addressIn = (c: Ctx, lang: Lang): string => {
  const { pathname, search } = new URL(c.req.url);
  const bare = pathBelow(pathname);
  return `${bare === "/" ? langRoot(lang) || "/" : `${langRoot(lang)}${bare}`}${search}`;
};

/** Which address is the page's own, and where its other languages are; search engines read it from the header. */
const tongues = (c: Ctx): string => {
  const origin = c.get("deps").config.origins[0] ?? "";
  const others = LANGS.map((lang) => `<${origin}${addressIn(c, lang)}>; rel="alternate"; hreflang="${lang}"`);
  return [`<${origin}${addressIn(c, c.get("lang"))}>; rel="canonical"`, ...others].join(", ");
};
