// The list of redactions as an address: what may be asked of it, read and written.

import { REDACTION_GROUNDS, type RedactionGround } from "@yinuo/core";
import type { RedactionFilter } from "@yinuo/store";
import type { Ctx } from "../../site.ts";

/** Rows on one page of the list. */
export const PAGE_SIZE = 50;

export type RedactionQuery = {
  readonly ground: RedactionGround | undefined;
  readonly body: string;
  /** From 1. */
  readonly page: number;
};

/** What is not understood is left out: an old or mistyped link still shows a list. */
export const readRedactionQuery = (c: Ctx): RedactionQuery => {
  const page = Number(c.req.query("page"));
  return {
    ground: REDACTION_GROUNDS.find((one) => one === c.req.query("ground")),
    body: (c.req.query("body") ?? "").trim().slice(0, 100),
    page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1,
  };
};

/** Defaults are left out, so that one list has one address. */
export const writeRedactionQuery = ({ ground, body, page }: RedactionQuery) => ({
  ground,
  body,
  page: page === 1 ? undefined : page,
});

/** What was agreed to is public; what was only asked for is not, since it says where to look. */
export const redactionFilterOf = ({ ground, body }: RedactionQuery): RedactionFilter => ({
  state: "approved",
  ground,
  body: body === "" ? undefined : body,
});
