// The frame of every page: head, skip link, seal and navigation, trail, main, footer, and a head for print.
import type { Child } from "hono/jsx";
import { html } from "hono/html";
import type { Lang, Link } from "./figure.ts";
import { typed } from "./typed.tsx";

const words = {
  "zh-CN": {
    seal: "诺",
    skip: "跳到正文",
    nav: "主导航",
    trail: "当前位置",
    foot: "关于本站",
    licence: "许可",
    data: "开放数据",
    method: "评判办法",
    corrections: "更正",
    accessibility: "无障碍说明",
    offline: "离线阅读",
    log: "透明日志",
    printed: "网址",
    asOf: "数据截至",
    tongue: "English",
    stop: "。",
  },
  en: {
    seal: "诺",
    skip: "Skip to content",
    nav: "Main",
    trail: "You are here",
    foot: "About this site",
    licence: "Licence",
    data: "Open data",
    method: "How we judge",
    corrections: "Corrections",
    accessibility: "Accessibility",
    offline: "Read offline",
    log: "Transparency log",
    printed: "Address",
    asOf: "Data as of",
    tongue: "中文",
    stop: ". ",
  },
} as const;

export type PageProps = {
  readonly lang: Lang;
  readonly title: string;
  readonly description?: string | undefined;
  readonly site: { readonly name: string; readonly home: string };
  /** Addresses of the stylesheets, with their hashes. */
  readonly stylesheets: readonly string[];
  readonly icon?: string | undefined;
  readonly nav: readonly Link[];
  /** The same page in the other language. */
  readonly otherLang: string;
  readonly trail?: readonly Link[] | undefined;
  /** One sentence above everything, such as 示例数据，单位和事项均为虚构。 */
  readonly banner?: string | undefined;
  readonly footer: {
    readonly licence: Link;
    readonly data: string;
    readonly method: string;
    readonly corrections?: string | undefined;
    readonly accessibility: string;
    readonly offline: string;
    readonly log: string;
    /** Sign in, or the signed-in desk. */
    readonly account: Link;
    readonly note?: string | undefined;
  };
  /** Printed at the head of the paper: the permanent address and the day of the data. */
  readonly print?: { readonly address: string; readonly asOf?: string | undefined } | undefined;
  /** Seconds until the page loads itself again, for jobs under way. */
  readonly refresh?: number | undefined;
  readonly noindex?: boolean | undefined;
  /** Loaded last and from here. */
  readonly script?: string | undefined;
  /** The whole address, host and all, where the operator named it. */
  readonly address?: string | undefined;
  readonly children?: Child;
};

const otherOf = (lang: Lang): Lang => (lang === "en" ? "zh-CN" : "en");

function Head(props: PageProps) {
  const title = props.title === props.site.name ? props.title : `${props.title} · ${props.site.name}`;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      {props.description ? <meta name="description" content={props.description} /> : null}
      <meta name="color-scheme" content="light dark" />
      {props.noindex ? null : <Card {...props} />}
      {props.noindex ? <meta name="robots" content="noindex" /> : null}
      {props.refresh ? <meta http-equiv="refresh" content={String(props.refresh)} /> : null}
      {props.stylesheets.map((href) => (
        <link rel="stylesheet" href={href} />
      ))}
      {props.script ? <script src={props.script} defer /> : null}
      {props.icon ? <link rel="icon" href={props.icon} /> : null}
      <link rel="alternate" hreflang={otherOf(props.lang)} href={props.otherLang} />
    </head>
  );
}

const locales = { "zh-CN": "zh_CN", en: "en_GB" } as const;

/** What a shared link shows (ogp.me): words alone, nothing loaded from anywhere. */
function Card({ lang, title, description, site, address }: PageProps) {
  return (
    <>
      <meta property="og:type" content="website" />
      <meta property="og:title" content={title} />
      {description ? <meta property="og:description" content={description} /> : null}
      <meta property="og:site_name" content={site.name} />
      <meta property="og:locale" content={locales[lang]} />
      <meta property="og:locale:alternate" content={locales[otherOf(lang)]} />
      {address ? <meta property="og:url" content={address} /> : null}
      <meta name="twitter:card" content="summary" />
    </>
  );
}

function Top({ lang, site, nav, otherLang, banner }: PageProps) {
  const w = words[lang];
  const other = otherOf(lang);
  return (
    <header class="top">
      {banner ? <div class="sample">{banner}</div> : null}
      <div class="wide">
        <a class="home" href={site.home}>
          <span class="mark" aria-hidden="true" lang="zh-CN">
            {w.seal}
          </span>
          {site.name}
        </a>
        <nav class="nav" aria-label={w.nav}>
          {nav.map((item) => (
            <a href={item.href} aria-current={item.current ? "page" : undefined}>
              {item.text}
            </a>
          ))}
        </nav>
        <a class="tongue" href={otherLang} hreflang={other} lang={other} rel="alternate">
          {w.tongue}
        </a>
      </div>
    </header>
  );
}

function Trail({ lang, trail }: { lang: Lang; trail: readonly Link[] }) {
  return (
    <nav aria-label={words[lang].trail}>
      <ol class="trail">
        {trail.map((step) => (
          <li>
            {step.current ? (
              <span aria-current="page">{typed(lang, step.text)}</span>
            ) : (
              <a href={step.href}>{typed(lang, step.text)}</a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Foot({ lang, footer }: PageProps) {
  const w = words[lang];
  return (
    <footer class="foot">
      <nav class="wide" aria-label={w.foot}>
        <ul>
          <li>
            <a href={footer.data}>{w.data}</a>
          </li>
          <li>
            <a href={footer.method}>{w.method}</a>
          </li>
          {footer.corrections ? (
            <li>
              <a href={footer.corrections}>{w.corrections}</a>
            </li>
          ) : null}
          <li>
            <a href={footer.log}>{w.log}</a>
          </li>
          <li>
            <a href={footer.accessibility}>{w.accessibility}</a>
          </li>
          <li>
            <a href={footer.offline}>{w.offline}</a>
          </li>
          <li>
            <a href={footer.account.href} rel="nofollow">
              {footer.account.text}
            </a>
          </li>
        </ul>
        <p class="faint">
          {footer.note}
          {footer.note ? " " : null}
          {w.licence} <a href={footer.licence.href}>{footer.licence.text}</a>
        </p>
      </nav>
    </footer>
  );
}

function PrintHead({ lang, site, print }: PageProps) {
  if (!print) return null;
  const w = words[lang];
  return (
    <div class="print" aria-hidden="true">
      <strong>{site.name}</strong>
      <span>
        {print.asOf ? `${w.asOf} ${print.asOf}${w.stop}` : null}
        {w.printed} {print.address}
      </span>
    </div>
  );
}

/** A whole document as an escaped string, ready for `c.html()`. */
export function Page(props: PageProps) {
  return html`<!doctype html>${(
      <html lang={props.lang}>
        <Head {...props} />
        <body>
          <a class="skip" href="#main">
            {words[props.lang].skip}
          </a>
          <Top {...props} />
          <div class="wide">
            <PrintHead {...props} />
            {props.trail && props.trail.length > 0 ? <Trail lang={props.lang} trail={props.trail} /> : null}
            <main id="main" tabindex={-1}>
              {props.children}
            </main>
          </div>
          <Foot {...props} />
        </body>
      </html>
    )}`;
}

type TitleProps = {
  /** Where the title or the lines around it are what somebody typed. */
  readonly lang?: Lang | undefined;
  /** Small line above: programme, code, lead body. */
  readonly over?: Child;
  readonly title: string;
  /** The sentence under the title. */
  readonly lead?: Child;
  /** The overview's large opening sentence. */
  readonly hero?: boolean | undefined;
  readonly children?: Child;
};

/** The opening of a page: the sentence before the number. */
export function Title({ lang, over, title, lead, hero, children }: TitleProps) {
  const shown = (text: Child): Child =>
    lang !== undefined && typeof text === "string" ? typed(lang, text) : text;
  return (
    <div class={hero ? "title hero" : "title"}>
      {over ? <p class="faint">{shown(over)}</p> : null}
      <h1>{shown(title)}</h1>
      {lead ? <p class="lead">{shown(lead)}</p> : null}
      {children}
    </div>
  );
}

/** A part of a page under its own heading, opened by one ink rule. */
export function Part({ id, title, children }: { id?: string | undefined; title: string; children?: Child }) {
  return (
    <section class="part flow" id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Two columns on a wide screen, one after the other on a phone. */
export function Two({ children }: { children?: Child }) {
  return <div class="two">{children}</div>;
}
