// The sheet every poster is: a head, what is promised, and at its foot what to scan, to type and whom to tell.

import { formatDay } from "@yinuo/period";
import type { Child } from "hono/jsx";
import { inLang } from "../../lang.ts";
import { Notice, QrCode, typed, type Link } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { posterStyles } from "../../styles.ts";
import { posterWords } from "../../words/posters.ts";
import { siteWordsIn } from "../../words/index.ts";
import { posterPath } from "../addresses.ts";
import { publicPage } from "../frame.tsx";

export type SheetProps = {
  /** Its own address below the host, in the reader's language: where the code leads. */
  readonly path: string;
  readonly kind: string;
  readonly over: string;
  /** In large type. */
  readonly title: string;
  readonly scan: string;
  readonly section: "commitments" | "bodies";
  readonly trail: readonly Link[];
  readonly children: Child;
};

export const posterPage = (c: Ctx, props: SheetProps): Promise<Response> => {
  const lang = c.get("lang");
  const words = posterWords[lang];
  const { trail, section, title } = props;
  return publicPage(
    c,
    {
      title: `${title} · ${props.kind}`,
      section,
      trail: [...trail, { href: posterPath(props.path), text: words.trail, current: true }],
      noindex: true,
      moreStyles: posterStyles.path,
    },
    <div class="flow">
      <p class="faint screen">{words.screen}</p>
      <Sheet c={c} {...props} />
    </div>,
  );
};

function Sheet({ c, kind, over, title, children, path, scan }: SheetProps & { c: Ctx }) {
  const lang = c.get("lang");
  const { name, nameEn, sample } = c.get("jurisdiction");
  return (
    <article class={`poster ${sizeOf(title)}`}>
      <header>
        <p class="whose">
          {inLang(lang, name, nameEn)} · {kind}
        </p>
        <p class="faint">{over}</p>
        {sample ? <p class="faint">{siteWordsIn(lang).sample}</p> : null}
      </header>
      <div class="says">
        <h1>{title}</h1>
        {children}
      </div>
      <Foot c={c} path={path} scan={scan} />
    </article>
  );
}

function Foot({ c, path, scan }: { c: Ctx; path: string; scan: string }) {
  const lang = c.get("lang");
  const words = posterWords[lang];
  const { contact } = c.get("jurisdiction");
  // Only what the operator named: a host that was sent along could lead a whole service hall to somebody else.
  const origin = c.get("deps").config.origins[0];
  const asked = (
    <>
      <p class="faint">{words.printed(formatDay(c.get("today"), lang))}</p>
      <p>
        <b>{words.notSo}</b> {contact === undefined ? words.noContact : typed(lang, words.tell(contact))}
      </p>
    </>
  );
  if (origin === undefined)
    return (
      <footer class="flow">
        <Notice lang={lang} kind="warning">
          {words.noAddress}
        </Notice>
        {asked}
      </footer>
    );
  return (
    <footer class="scan">
      <QrCode value={`${origin}${path}`} label={words.code} />
      <div>
        <p>
          <b>{scan}</b>
        </p>
        <p>
          <small>{words.type}</small>
          <br />
          <span class="where">{typeable(`${origin}${path}`)}</span>
        </p>
        {asked}
      </div>
    </footer>
  );
}

/** As somebody would type it: Chinese codes as characters, and without what a browser puts before it by itself. */
export const typeable = (address: string): string => {
  const plain = address.replace(/^https:\/\//, "");
  try {
    return decodeURI(plain);
  } catch {
    return plain;
  }
};

/** How much room a text takes, in Chinese characters: a Latin letter takes about half of one. */
export const roomOf = (text: string): number => {
  const wide = text.match(/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/g)?.length ?? 0;
  return wide + (text.length - wide) * 0.52;
};

const sizeOf = (title: string): "p0" | "p1" | "p2" | "p3" | "p4" => {
  const room = roomOf(title);
  if (room <= 16) return "p0";
  return room <= 40 ? "p1" : room <= 90 ? "p2" : room <= 180 ? "p3" : "p4";
};

/** A text that takes at most so much room, cut between words or characters. */
export const cutTo = (text: string, room: number): { readonly text: string; readonly cut: boolean } => {
  let taken = 0;
  let kept = "";
  for (const word of text.match(/[A-Za-z0-9'’.,-]+\s*|[^A-Za-z0-9]/gu) ?? []) {
    taken += roomOf(word);
    if (taken > room) return { text: `${kept.trimEnd()}…`, cut: true };
    kept += word;
  }
  return { text, cut: false };
};
