// Importing a spreadsheet: one address per batch, at each step the page that step needs.

import {
  bodiesByCode,
  getBatch,
  recordRefusal,
  setBatchProgress,
  undoBatch,
  type ImportBatch,
} from "@yinuo/store";
import type { Opened } from "@yinuo/spreadsheet";
import type { Plan } from "@yinuo/tables";
import { fileRefusalText } from "@yinuo/words/import";
import type { Doors } from "../../doors.ts";
import { inLang, localPath } from "../../lang.ts";
import { forbidden, notFound } from "../../pages/errors.tsx";
import { ErrorSummary, Steps, Title } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { importWords } from "../../words/import.ts";
import { bringToJob } from "../../workers.ts";
import { readForm } from "../form.ts";
import { deskPage } from "../frame.tsx";
import { choicesOf, mappingOf, moveBatch, openBatch, planBatch } from "@yinuo/import";
import { Columns, isComplete, saveColumns } from "./columns.tsx";
import { Ended } from "./ended.tsx";
import { Preview } from "./preview.tsx";
import { Reading, saveReading } from "./reading.tsx";
import { refusedRows } from "./refused.ts";
import { showUpload, upload } from "./upload.tsx";

export const registerImport = (doors: Doors): void => {
  doors.open("GET /desk/import", showUpload);
  doors.open("POST /desk/import", upload);
  doors.open("GET /desk/import/:batch", (c) => withBatch(c, show));
  doors.open("POST /desk/import/:batch/reading", (c) =>
    withBatch(c, (batch) => saveReading(c, batch), "reading"),
  );
  doors.open("POST /desk/import/:batch/mapping", (c) =>
    withBatch(c, (batch) => mapping(c, batch), "reading"),
  );
  doors.open("POST /desk/import/:batch/apply", (c) => withBatch(c, apply));
  doors.open("POST /desk/import/:batch/undo", (c) => withBatch(c, undo));
  doors.open("GET /desk/import/:batch/refused", (c) => withBatch(c, refused));
};

/** A steward sees every batch, an officer those of the own body; a batch that is on its way can no longer be changed. */
const withBatch = async (
  c: Ctx,
  handle: (batch: ImportBatch, c: Ctx) => Promise<Response>,
  state?: ImportBatch["state"],
): Promise<Response> => {
  const { db } = c.get("deps").store;
  const batch = await getBatch(db, c.req.param("batch") ?? "");
  const by = c.get("signedIn")?.by;
  if (batch === undefined || by === undefined) return notFound(c);
  if (by.role !== "steward" && batch.actorBody !== by.body) {
    await recordRefusal(db, {
      by,
      today: c.get("today"),
      subject: `import/${batch.id}`,
      attempted: "import.applied",
      refusal: { code: "notYourBody" },
    });
    return forbidden(c, "GET /desk/import/:batch");
  }
  // A redaction took its spreadsheet: what was written stays and can be undone, and nothing else can be done with it.
  const gone = batch.sha256 === undefined && handle !== undo && handle !== show;
  if (gone || (state !== undefined && batch.state !== state))
    return c.redirect(localPath(c.get("lang"), `/desk/import/${batch.id}`), 303);
  return handle(batch, c);
};

const plannerOf = (c: Ctx) => {
  const by = c.get("signedIn")?.by;
  if (by === undefined) throw new Error("an import without anybody signed in");
  return { db: c.get("deps").store.db, by, today: c.get("today") };
};

const STEPS = ["upload", "reading", "columns", "preview", "done"] as const;
type Step = (typeof STEPS)[number];

const show = async (batch: ImportBatch, c: Ctx): Promise<Response> => {
  const lang = c.get("lang");
  if (batch.state !== "reading")
    return page(c, batch, { step: "done", content: <Ended c={c} batch={batch} /> });
  const opened = await openBatch(c.get("deps").files, batch);
  if (opened.ok) return page(c, batch, await stepOf(c, batch, opened.value));
  // It cannot be read as chosen: beside the reason stands the choice again, as it was detected.
  const detected = await openBatch(c.get("deps").files, {
    ...batch,
    choices: { ...batch.choices, reading: {} },
  });
  return page(c, batch, {
    step: "reading",
    content: (
      <>
        <ErrorSummary lang={lang} errors={[{ text: fileRefusalText(lang, opened.error) }]} />
        {detected.ok ? <Reading c={c} batch={batch} opened={detected.value} /> : null}
      </>
    ),
  });
};

const stepOf = async (c: Ctx, batch: ImportBatch, opened: Opened) => {
  const wanted = c.req.query("step") ?? "preview";
  if (wanted === "reading")
    return { step: "reading", content: <Reading c={c} batch={batch} opened={opened} /> } as const;
  const planner = plannerOf(c);
  const { mapping: columns, remembered } = await mappingOf(planner, batch, opened);
  if (wanted === "columns" || !isComplete(columns, choicesOf(batch).settings))
    return {
      step: "columns",
      content: await Columns({ c, batch, opened, mapping: columns, remembered }),
    } as const;
  const { plan, digest } = await planBatch(planner, batch, opened, columns);
  const bodyName = await bodyNames(c, plan);
  return {
    step: "preview",
    content: <Preview c={c} batch={batch} plan={plan} digest={digest} bodyName={bodyName} />,
  } as const;
};

/** Of the ledger's bodies and of those the plan would make. */
const bodyNames = async (c: Ctx, plan: Plan): Promise<(code: string) => string | undefined> => {
  const bodies = await bodiesByCode(c.get("deps").store.db);
  const made = new Map(plan.newBodies.map(({ code, name }) => [code, name]));
  return (code) => {
    const body = bodies.get(code);
    return body === undefined ? made.get(code) : inLang(c.get("lang"), body.name, body.nameEn);
  };
};

type Shown = { readonly step: Step; readonly content: unknown };

const page = (c: Ctx, batch: ImportBatch, { step, content }: Shown): Promise<Response> => {
  const lang = c.get("lang");
  const words = importWords[lang];
  const title = words.batch(batch.fileName ?? words.pasted);
  const at = STEPS.indexOf(step);
  const href = (name: Step): string | undefined =>
    name === "upload"
      ? localPath(lang, "/desk/import")
      : batch.state === "reading"
        ? localPath(lang, `/desk/import/${batch.id}?step=${name}`)
        : undefined;
  const steps = STEPS.map((name, index) => ({
    text: words.steps[name],
    state: index < at ? ("done" as const) : index === at ? ("current" as const) : ("todo" as const),
    href: href(name),
  }));
  const running = batch.state === "waiting" || batch.state === "running";
  return Promise.resolve(
    deskPage(
      c,
      {
        title,
        section: "import",
        trail: [{ href: localPath(lang, "/desk/import"), text: words.title }],
        refresh: running ? 2 : undefined,
      },
      <>
        <Title title={title} />
        <Steps lang={lang} label={words.title} steps={steps} />
        {content}
      </>,
    ),
  );
};

/** The columns form, or the reasons of the preview's form. */
const mapping = async (c: Ctx, batch: ImportBatch): Promise<Response> => {
  const opened = await openBatch(c.get("deps").files, batch);
  if (!opened.ok) return c.redirect(localPath(c.get("lang"), `/desk/import/${batch.id}`), 303);
  if (c.req.query("reasons") === undefined) return saveColumns(c, batch, opened.value);
  const form = await readForm(c);
  const kept = choicesOf(batch);
  const settings = {
    ...kept.settings,
    reason: form.text("reason").trim() || undefined,
    confirmed: form.text("confirmed").trim() || undefined,
    keepPersonalData: form.text("keepPersonalData").trim() || undefined,
  };
  await setBatchProgress(c.get("deps").store.db, batch.id, { choices: { ...batch.choices, settings } });
  return c.redirect(localPath(c.get("lang"), `/desk/import/${batch.id}?step=preview`), 303);
};

/** What was looked at is named by its digest; who confirms it is who writes it. */
const apply = async (batch: ImportBatch, c: Ctx): Promise<Response> => {
  const here = localPath(c.get("lang"), `/desk/import/${batch.id}`);
  const { store, files, jobs } = c.get("deps");
  const planner = plannerOf(c);
  const opened = await openBatch(files, batch);
  if (!opened.ok) return c.redirect(here, 303);
  const { mapping: columns } = await mappingOf(planner, batch, opened.value);
  const digest = (await readForm(c)).text("digest");
  const choices = { ...batch.choices, mapping: columns, digest, by: planner.by };
  const confirmed = await moveBatch(
    store.db,
    batch.id,
    CONFIRMABLE,
    digest === "" ? { state: "reading", problem: "" } : { state: "waiting", done: 0, choices },
  );
  if (confirmed && digest === "") return c.redirect(`${here}?step=preview`, 303);
  if (confirmed) {
    bringToJob(batch.id, store.db);
    await jobs.send("import.apply", { batch: batch.id });
  }
  return c.redirect(here, 303);
};

const CONFIRMABLE: ReadonlySet<ImportBatch["state"]> = new Set(["reading", "refused", "failed"]);

const undo = async (batch: ImportBatch, c: Ctx): Promise<Response> => {
  const lang = c.get("lang");
  const { by, today, db } = plannerOf(c);
  const undone = await undoBatch(db, batch.id, { by, today });
  const here = localPath(lang, `/desk/import/${batch.id}`);
  if (undone.ok) return c.redirect(here, 303);
  const subjects = "subjects" in undone.error ? undone.error.subjects.join("、") : undone.error.code;
  const errors = [{ text: importWords[lang].done.changedSince(subjects) }];
  return page(c, batch, {
    step: "done",
    content: (
      <>
        <ErrorSummary lang={lang} errors={errors} />
        <Ended c={c} batch={batch} />
      </>
    ),
  });
};

const refused = async (batch: ImportBatch, c: Ctx): Promise<Response> => {
  const opened = await openBatch(c.get("deps").files, batch);
  if (!opened.ok) return notFound(c);
  const planner = plannerOf(c);
  const { mapping: columns } = await mappingOf(planner, batch, opened.value);
  const { plan } = await planBatch(planner, batch, opened.value, columns);
  const file = refusedRows(opened.value, plan, { lang: c.get("lang"), bodyName: await bodyNames(c, plan) });
  return c.body(file.slice().buffer, 200, {
    "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "content-disposition": `attachment; filename="refused.xlsx"`,
    "cache-control": "no-store",
  });
};
