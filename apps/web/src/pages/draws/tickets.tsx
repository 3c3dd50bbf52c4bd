// Every ticket of a draw, page by page: the whole frame in the order that decided.

import type { Draw } from "@yinuo/core";
import { readFrame, seedOf, ticketsOf } from "@yinuo/random-draw";
import { getDraw, listBodies } from "@yinuo/store";
import { DataTable, figure, Pager, Title } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { drawsWords } from "../../words/draw-pages.ts";
import { drawPath, drawsPath, ticketsPath } from "../addresses.ts";
import { notFound } from "../errors.tsx";
import { publicPage } from "../frame.tsx";
import { namesOf } from "../names.ts";
import { stratumName } from "./picks.tsx";

const PAGE_SIZE = 100;

export const ticketsPage = async (c: Ctx): Promise<Response> => {
  const lang = c.get("lang");
  const { db } = c.get("deps").store;
  const draw = await getDraw(db, c.req.param("code") ?? "");
  const asked = Number(c.req.query("page") ?? "1");
  if (draw === undefined || !Number.isInteger(asked) || asked < 1) return notFound(c);
  const words = drawsWords[lang].tickets;
  const all = allOf(draw);
  const pages = Math.max(1, Math.ceil(all.length / PAGE_SIZE));
  if (asked > pages) return c.redirect(ticketsPath(lang, draw.code, pages), 302);
  const naming = { lang, draw, nameOf: namesOf(await listBodies(db), lang) };
  const title = words.title(draw.code);
  return publicPage(
    c,
    {
      title,
      section: "problems",
      trail: [
        { href: drawsPath(lang), text: drawsWords[lang].title },
        { href: drawPath(lang, draw.code), text: draw.code },
        { href: ticketsPath(lang, draw.code), text: title, current: true },
      ],
    },
    <div class="flow">
      <Title title={title} lead={draw.seed === undefined ? words.notYet : words.lead} />
      <Tickets naming={naming} tickets={all.slice((asked - 1) * PAGE_SIZE, asked * PAGE_SIZE)} />
      <Pager
        lang={lang}
        page={asked}
        pages={pages}
        total={all.length}
        href={(page) => ticketsPath(lang, draw.code, page)}
      />
    </div>,
  );
};

type TicketsProps = {
  readonly naming: Parameters<typeof stratumName>[0];
  readonly tickets: readonly One[];
};

function Tickets({ naming, tickets }: TicketsProps) {
  const { lang } = naming;
  const words = drawsWords[lang].tickets;
  return (
    <DataTable
      lang={lang}
      caption={words.caption}
      captionHidden
      columns={[
        { header: drawsWords[lang].picks.stratum },
        { header: words.order, align: "end" },
        { header: drawsWords[lang].picks.subject },
        { header: words.is },
        { header: drawsWords[lang].picks.ticket, full: true },
      ]}
      rows={tickets.map((one) => ({
        cells: [
          stratumName(naming, one.stratum),
          figure(one.order, lang),
          one.id,
          one.picked ? <b>{words.picked}</b> : words.not,
          <code>{one.ticket}</code>,
        ],
      }))}
    />
  );
}

type One = {
  readonly stratum: string;
  readonly id: string;
  readonly ticket: string;
  /** Within its stratum, from 1. */
  readonly order: number;
  readonly picked: boolean;
};

/** Before there is a seed: the frame, in its own order. */
const allOf = (draw: Draw): readonly One[] => {
  const frame = readFrame(draw.frame);
  if (!frame.ok) return [];
  const { entries } = frame.value;
  const tickets =
    draw.seed === undefined
      ? entries.map(({ stratum, id }) => ({ stratum, id, ticket: "" }))
      : ticketsOf(entries, seedOf(draw.seed));
  const picked = new Set(draw.result?.picks.map(({ id }) => id));
  const seen = new Map<string, number>();
  return tickets.map((one) => {
    const order = (seen.get(one.stratum) ?? 0) + 1;
    seen.set(one.stratum, order);
    return { ...one, order, picked: picked.has(one.id) };
  });
};
