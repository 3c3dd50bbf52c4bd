// Forms of the desk that are not sent yet, per account: outside the ledger, without history, forgotten after a while.

import { randomUUID } from "node:crypto";
import { ok, refuse, type AccountId, type Result } from "@yinuo/core";
import { sql } from "kysely";
import type { Db } from "./connection.ts";

/** `held`: of forms that came after the session had ended, of whomever. */
export const FORM_DRAFTS = {
  most: 40,
  mostBytes: 256 * 1024,
  days: 60,
  held: { most: 200, hours: 12 },
} as const;

export type FormFields = Readonly<Record<string, readonly string[]>>;

export type FormDraft = {
  readonly id: string;
  /** The form's page, below the language root. */
  readonly path: string;
  readonly fields: FormFields;
  readonly savedAt: Date;
};

export type FormDraftRefusal = { readonly code: "draftTooLarge" } | { readonly code: "tooManyDrafts" };

type Saving = {
  /** An earlier draft of this account that is replaced. */
  readonly id?: string | undefined;
  readonly account: AccountId | undefined;
  readonly path: string;
  readonly fields: FormFields;
};

/** Answers the draft's id. Without an account there is room for few, and not for long. */
export const saveFormDraft = async (
  db: Db,
  { id, account, path, fields }: Saving,
): Promise<Result<string, FormDraftRefusal>> => {
  const text = JSON.stringify(fields, withoutNul);
  if (Buffer.byteLength(text) > FORM_DRAFTS.mostBytes || path.length > 500)
    return refuse({ code: "draftTooLarge" });
  await forgetOld(db);
  const saved = { path, fields: text, saved_at: sql<Date>`now()` };
  if (id !== undefined && account !== undefined) {
    const replaced = await mine(db, { id, account }).set(saved).returning("id").executeTakeFirst();
    if (replaced !== undefined) return ok(replaced.id);
  }
  const { count } = await db
    .selectFrom("form_draft")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("account", account === undefined ? "is" : "=", account ?? null)
    .executeTakeFirstOrThrow();
  if (count >= (account === undefined ? FORM_DRAFTS.held.most : FORM_DRAFTS.most))
    return refuse({ code: "tooManyDrafts" });
  const made = randomUUID();
  await db
    .insertInto("form_draft")
    .values({ id: made, account: account ?? null, path, fields: text })
    .execute();
  return ok(made);
};

/** The one character that a text in the database cannot have. */
const withoutNul = (_key: string, value: unknown): unknown =>
  typeof value === "string" ? value.replaceAll("\0", "") : value;

type Key = { readonly id: string; readonly account: AccountId };

const mine = (db: Db, { id, account }: Key) =>
  db.updateTable("form_draft").where("id", "=", id).where("account", "=", account);

/** One that was held for whoever signs in becomes this account's. */
export const openFormDraft = async (db: Db, { id, account }: Key): Promise<FormDraft | undefined> => {
  if (!isId(id)) return undefined;
  await db
    .updateTable("form_draft")
    .set({ account })
    .where("id", "=", id)
    .where("account", "is", null)
    .execute();
  const row = await db
    .selectFrom("form_draft")
    .selectAll()
    .where("id", "=", id)
    .where("account", "=", account)
    .executeTakeFirst();
  return row === undefined ? undefined : toDraft(row);
};

/** The latest first. */
export const listFormDrafts = async (db: Db, account: AccountId): Promise<readonly FormDraft[]> => {
  const rows = await db
    .selectFrom("form_draft")
    .selectAll()
    .where("account", "=", account)
    .orderBy("saved_at", "desc")
    .orderBy("id")
    .execute();
  return rows.map(toDraft);
};

/** Nothing happens where it is not there, or somebody else's. */
export const discardFormDraft = async (db: Db, { id, account }: Key): Promise<void> => {
  if (!isId(id)) return;
  await db.deleteFrom("form_draft").where("id", "=", id).where("account", "=", account).execute();
};

const forgetOld = async (db: Db): Promise<void> => {
  const { days, held } = FORM_DRAFTS;
  await sql`DELETE FROM form_draft WHERE saved_at < now() - make_interval(days => ${days})
    OR account IS NULL AND saved_at < now() - make_interval(hours => ${held.hours})`.execute(db);
};

const isId = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

type Row = { readonly id: string; readonly path: string; readonly fields: unknown; readonly saved_at: Date };

const toDraft = ({ id, path, fields, saved_at }: Row): FormDraft => ({
  id,
  path,
  fields: fields as FormFields,
  savedAt: saved_at,
});
