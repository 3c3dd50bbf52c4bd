// The frame of the desk's pages: its own navigation, who is signed in, what was just done; never kept by a cache.

import type { Role } from "@yinuo/core";
import type { Stored } from "@yinuo/evidence";
import type { Child } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { choiceWords } from "@yinuo/words";
import { localPath, type Lang } from "../lang.ts";
import { framed } from "../pages/frame.tsx";
import { Notice, typed, type Link } from "../parts/index.ts";
import type { Ctx, SignedIn } from "../site.ts";
import { deskWords } from "../words/desk.ts";
import { siteWordsIn } from "../words/index.ts";
import { mayOpen, type Door } from "../doors.ts";

export const DESK_SECTIONS = [
  "home",
  "commitments",
  "problems",
  "draws",
  "checks",
  "indicators",
  "bodies",
  "programmes",
  "redactions",
  "import",
  "accounts",
  "jurisdiction",
] as const;
export type DeskSection = (typeof DESK_SECTIONS)[number];

export type DeskPageProps = {
  readonly title: string;
  readonly section?: DeskSection | undefined;
  /** The steps between the desk and this page. */
  readonly trail?: readonly Link[] | undefined;
  readonly status?: ContentfulStatusCode | undefined;
  /** Seconds after which the page reloads itself, while a job is under way. */
  readonly refresh?: number | undefined;
};

export const deskPage = (c: Ctx, props: DeskPageProps, children: Child): Response | Promise<Response> => {
  const lang = c.get("lang");
  const signedIn = c.get("signedIn");
  c.header("cache-control", "no-store");
  c.header("content-language", lang);
  const trail = signedIn === undefined ? undefined : trailOf(lang, props);
  const content = (
    <>
      {signedIn === undefined ? null : (
        <DeskBar c={c} lang={lang} signedIn={signedIn} section={props.section} />
      )}
      <Did c={c} />
      {children}
    </>
  );
  return c.html(
    framed(c, { title: props.title, noindex: true, trail, refresh: props.refresh }, content),
    props.status ?? 200,
  );
};

const trailOf = (lang: Lang, { title, section, trail }: DeskPageProps): readonly Link[] | undefined => {
  if (section === "home") return undefined;
  const desk = { href: localPath(lang, "/desk"), text: deskWords[lang].sections.home };
  return [desk, ...(trail ?? []), { href: "", text: title, current: true }];
};

const pathOf = (section: DeskSection): string => (section === "home" ? "/desk" : `/desk/${section}`);

/** What the role may not open is not offered. */
const sectionsFor = (role: Role): readonly DeskSection[] =>
  DESK_SECTIONS.filter((section) => mayOpen(`GET ${pathOf(section)}` as Door, role));

type BarProps = {
  readonly c: Ctx;
  readonly lang: Lang;
  readonly signedIn: SignedIn;
  readonly section: DeskSection | undefined;
};

const DeskBar = ({ lang, signedIn, section }: BarProps) => {
  const words = deskWords[lang];
  const { role } = signedIn.by;
  return (
    <nav class="tools" aria-label={words.desk}>
      <ul>
        {sectionsFor(role).map((name) => (
          <li>
            <a href={localPath(lang, pathOf(name))} aria-current={name === section ? "page" : undefined}>
              {words.sections[name]}
            </a>
          </li>
        ))}
      </ul>
      <form method="post" action={localPath(lang, "/sign-out")}>
        <a href={localPath(lang, "/desk/account")}>
          {typed(lang, signedIn.name)} · {choiceWords[lang].role[role]}
        </a>{" "}
        <button type="submit">{siteWordsIn(lang).signOut}</button>
      </form>
    </nav>
  );
};

/** After a form was accepted the visitor is sent to a page with `?did=…`; only words of ours are shown for it. */
const Did = ({ c }: { readonly c: Ctx }) => {
  const lang = c.get("lang");
  const words: Readonly<Record<string, string>> = deskWords[lang].did;
  const did = c.req.query("did") ?? "";
  const said = Object.hasOwn(words, did) ? words[did] : undefined;
  const look = c.req.query("look") === "files" ? deskWords[lang].lookAtFiles : undefined;
  return (
    <>
      {said === undefined ? null : <Notice lang={lang} kind="success" title={said} />}
      {look === undefined ? null : <Notice lang={lang} kind="warning" title={look} />}
    </>
  );
};

export type Did = keyof (typeof deskWords)["zh-CN"]["did"];

/** To another page, with the news of what was done, and a word where files of it were read by no program. */
export const afterwards = (
  c: Ctx,
  path: string,
  did: Did,
  files: readonly { readonly stored: Stored }[] = [],
): Response => {
  const look = files.some(({ stored }) => stored.screening === "byEye") ? "&look=files" : "";
  const to = `${localPath(c.get("lang"), path)}${path.includes("?") ? "&" : "?"}did=${did}${look}`;
  return c.redirect(to, 303);
};
