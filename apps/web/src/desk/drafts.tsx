// Forms kept before they are sent: saved by a button, opened from the work list, held when the session had ended.

import { discardFormDraft, FORM_DRAFTS, openFormDraft, saveFormDraft, type FormFields } from "@yinuo/store";
import type { Door, Doors } from "../doors.ts";
import { localPath, type Lang } from "../lang.ts";
import { queryString } from "../pages/addresses.ts";
import { Button, Notice, Title } from "../parts/index.ts";
import type { Ctx } from "../site.ts";
import { draftWords } from "../words/drafts.ts";
import { deskOf, type Desk } from "./context.ts";
import { formOf, KEEP_AWAY, readForm, type Form } from "./form.ts";
import { afterwards, deskPage } from "./frame.tsx";

/** Forms in which much is typed: their pages open with what was kept. */
const KEPT_DOORS: ReadonlySet<Door> = new Set([
  "POST /desk/commitments/new",
  "POST /desk/commitments/:programme/:code/edit",
  "POST /desk/commitments/:programme/:code/progress",
  "POST /desk/commitments/:programme/:code/milestones/:milestone",
  "POST /desk/commitments/:programme/:code/verdict",
  "POST /desk/problems/new",
  "POST /desk/problems/:code/plan",
  "POST /desk/problems/:code/steps/:step",
  "POST /desk/problems/:code/declare",
  "POST /desk/problems/:code/extend",
  "POST /desk/problems/:code/list",
  "POST /desk/problems/:code/check",
  "POST /desk/problems/:code/amend",
  "POST /desk/problems/:code/move",
  "POST /desk/problems/:code/look-back",
  "POST /desk/checks/:code/:number",
  "POST /desk/indicators/:code/record",
  "POST /desk/figures",
]);

export const keepsForms = (door: Door): boolean => KEPT_DOORS.has(door);

export const registerDrafts = (doors: Doors): void => {
  doors.open("POST /desk/drafts/:draft/discard", async (c) => {
    const { context } = await deskOf(c);
    const key = { id: c.req.param("draft") ?? "", account: context.by.account };
    await discardFormDraft(c.get("deps").store.db, key);
    return afterwards(c, "/desk", "draft.discarded");
  });
};

/** The form that was kept for this page, when the address names one; a draft of another page is not shown here. */
export const draftOf = async (desk: Desk): Promise<Form | undefined> => {
  const { c, context } = desk;
  const id = c.req.query("draft");
  if (id === undefined) return undefined;
  const draft = await openFormDraft(c.get("deps").store.db, { id, account: context.by.account });
  if (draft === undefined || draft.path.split("?")[0] !== pathOf(c)) return undefined;
  return formOf({ ...draft.fields, draftId: draft.id });
};

/** Below the language root. */
const pathOf = (c: Ctx): string => {
  const root = localPath(c.get("lang"), "/").replace(/\/$/, "");
  return new URL(c.req.url).pathname.slice(root.length);
};

/** Where the form's page is: its own address, and the body and period that make it this one. */
const pageOf = (c: Ctx, form: Form): string => {
  const { body, period } = { body: form.text("body"), period: form.text("period") };
  return pathOf(c) + (/\/(?:figures|record)$/.test(pathOf(c)) ? queryString({ body, period }) : "");
};

/** The address that opens the draft in its form. */
export const opening = (path: string, id: string): string =>
  `${path}${path.includes("?") ? "&" : "?"}draft=${id}`;

const fieldsOf = (form: Form): FormFields =>
  Object.fromEntries(
    form.names
      .filter((name) => !KEEP_AWAY.test(name))
      .map((name) => [name, form.texts(name)] as const)
      .filter(([, texts]) => texts.some((text) => text !== "")),
  );

/** When the button for it was pressed: back to the form with the draft in it, or the form again with the reason why not. */
export const savedAsDraft = async (
  desk: Desk,
  form: Form,
  again: (error: string) => Response | Promise<Response>,
): Promise<Response | undefined> => {
  if (!form.has("draft")) return undefined;
  const { c, lang, context } = desk;
  const path = pageOf(c, form);
  const saved = await saveFormDraft(c.get("deps").store.db, {
    id: form.text("draftId") || undefined,
    account: context.by.account,
    path,
    fields: fieldsOf(form),
  });
  if (saved.ok) return afterwards(c, opening(path, saved.value), "draft.saved");
  const words = draftWords[lang];
  return again(saved.error.code === "draftTooLarge" ? words.tooLarge : words.tooMany(FORM_DRAFTS.most));
};

/** What was sent is no draft any more. */
export const forgetDraft = async ({ c, context }: Desk, form: Form): Promise<void> => {
  const id = form.text("draftId");
  if (id !== "") await discardFormDraft(c.get("deps").store.db, { id, account: context.by.account });
};

type Props = { readonly lang: Lang; readonly form: Form };

/** Among the buttons of the form. */
export const DraftButton = ({ lang }: { readonly lang: Lang }) => (
  <>
    <Button name="draft" value="save" unchecked>
      {draftWords[lang].save}
    </Button>
    <span class="faint">{draftWords[lang].saveHelp(FORM_DRAFTS.days)}</span>
  </>
);

/** The first thing in a form that was opened from a draft. */
export const DraftOpened = ({ lang, form }: Props) =>
  form.text("draftId") === "" ? null : (
    <>
      <input type="hidden" name="draftId" value={form.text("draftId")} />
      <Notice lang={lang} kind="note" title={draftWords[lang].opened}>
        {draftWords[lang].openedHelp}
      </Notice>
    </>
  );

/** For nobody: what was typed waits under an address that only the sender is told. 403, as for any form of nobody's. */
export const heldPage = async (c: Ctx): Promise<Response> => {
  const lang = c.get("lang");
  const words = draftWords[lang];
  const form = await readForm(c);
  const path = pageOf(c, form);
  const fields = fieldsOf(form);
  const held =
    Object.keys(fields).length === 0
      ? undefined
      : await saveFormDraft(c.get("deps").store.db, { account: undefined, path, fields });
  const back = localPath(lang, held?.ok === true ? opening(path, held.value) : path);
  return deskPage(
    c,
    { title: words.expiredTitle, status: 403 },
    <>
      <Title title={words.expiredTitle} />
      <Notice
        lang={lang}
        kind="warning"
        title={held === undefined || held.ok ? words.expired : words.expiredLost}
      />
      <Button kind="main" href={localPath(lang, `/sign-in?back=${encodeURIComponent(back)}`)}>
        {words.signIn}
      </Button>
    </>,
  );
};
