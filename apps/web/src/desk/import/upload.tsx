// The first step: a file or pasted cells, and what was brought in before.

import { randomUUID } from "node:crypto";
import type { Programme } from "@yinuo/core";
import { firstDay, lastDay, type Day } from "@yinuo/period";
import { createBatch, listBatches, listProgrammes, type ImportBatch } from "@yinuo/store";
import { guessNoun } from "@yinuo/tables";
import { fileRefusalText } from "@yinuo/words/import";
import { localPath } from "../../lang.ts";
import {
  Button,
  Buttons,
  DataTable,
  EmptyState,
  FileField,
  Title,
  type FieldError,
} from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { importWords } from "../../words/import.ts";
import { fieldsOf } from "../fields.tsx";
import { formOf, readForm, type Form } from "../form.ts";
import { deskPage } from "../frame.tsx";
import { openBytes, sourceOf, type BatchChoices } from "@yinuo/import";

export const showUpload = (c: Ctx): Promise<Response> =>
  page(c, { form: formOf({}), errors: [], status: 200 });

/** Kept before it is looked at, so that every later step can start from the very bytes. */
export const upload = async (c: Ctx): Promise<Response> => {
  const lang = c.get("lang");
  const form = await readForm(c);
  const [file] = form.files("file");
  const pasted = form.text("cells");
  if (file === undefined && pasted.trim() === "")
    return page(c, { form, errors: [{ field: "file", text: importWords[lang].nothing }], status: 422 });
  const bytes =
    file === undefined ? new TextEncoder().encode(pasted) : new Uint8Array(await file.arrayBuffer());
  const opened = await openBytes(bytes, file?.name, file === undefined, {});
  if (!opened.ok)
    return page(c, {
      form,
      errors: [{ field: file === undefined ? "cells" : "file", text: fileRefusalText(lang, opened.error) }],
      status: opened.error.code === "tooLarge" && opened.error.what === "bytes" ? 413 : 422,
    });
  const { store, files } = c.get("deps");
  const by = c.get("signedIn")?.by;
  const headers = opened.value.columns.map(({ header }) => header);
  const noun = guessNoun(headers);
  const programme = likeliest(await listProgrammes(store.db, { published: false }), c.get("today"))?.code;
  const choices: BatchChoices & { readonly by: typeof by } = {
    pasted: file === undefined,
    reading: {},
    settings: { noun, programme, body: by?.body },
    by,
  };
  const id = randomUUID();
  await createBatch(store.db, {
    id,
    kind: noun,
    source: sourceOf(headers),
    fileName: file?.name.normalize("NFC").slice(0, 200),
    sha256: await files.put(bytes),
    account: by?.account,
    actorBody: by?.body,
    choices,
    total: opened.value.rows.length,
  });
  return c.redirect(localPath(lang, `/desk/import/${id}?step=reading`), 303);
};

/** A list that names no programme is most likely of the one that is running, else of the newest. */
const likeliest = (programmes: readonly Programme[], today: Day): Programme | undefined =>
  programmes.find(({ period }) => firstDay(period) <= today && today <= lastDay(period)) ?? programmes[0];

type Shown = {
  readonly form: Form;
  readonly errors: readonly FieldError[];
  readonly status: 200 | 413 | 422;
};

const page = async (c: Ctx, { form, errors, status }: Shown): Promise<Response> => {
  const lang = c.get("lang");
  const words = importWords[lang];
  const fields = fieldsOf({ lang, form, errors });
  const by = c.get("signedIn")?.by;
  const batches = await listBatches(c.get("deps").store.db, by?.role === "steward" ? {} : { body: by?.body });
  return deskPage(
    c,
    { title: words.title, section: "import", status },
    <>
      <Title title={words.title} lead={words.lead} />
      {fields.summary()}
      <form class="fill" method="post" action={localPath(lang, "/desk/import")} enctype="multipart/form-data">
        <FileField
          lang={lang}
          name="file"
          label={words.file}
          hint={words.fileHint}
          accept=".xlsx,.xls,.csv,.tsv,.txt"
          error={fields.error("file")}
        />
        {fields.area("cells", { label: words.paste, hint: words.pasteHint, rows: 4 })}
        <Buttons>
          <Button kind="main">{words.upload}</Button>
        </Buttons>
      </form>
      {batches.length === 0 ? (
        <EmptyState lang={lang} title={words.none} />
      ) : (
        <Batches c={c} batches={batches} />
      )}
    </>,
  );
};

const Batches = ({ c, batches }: { readonly c: Ctx; readonly batches: readonly ImportBatch[] }) => {
  const lang = c.get("lang");
  const words = importWords[lang];
  const zone = c.get("jurisdiction").timeZone;
  const when = new Intl.DateTimeFormat(lang, { dateStyle: "medium", timeStyle: "short", timeZone: zone });
  return (
    <DataTable
      lang={lang}
      caption={words.earlier}
      columns={(["name", "when", "kind", "state", "counts"] as const).map((key) => ({
        header: words.columns[key],
      }))}
      rows={batches.map((batch) => ({
        cells: [
          <a href={localPath(lang, `/desk/import/${batch.id}`)}>{batch.fileName ?? words.pasted}</a>,
          when.format(new Date(batch.createdAt)),
          words.mapping.nouns[batch.kind],
          words.states[batch.state],
          countsText(lang, batch),
        ],
      }))}
    />
  );
};

export const countsText = (lang: keyof typeof importWords, { counts }: ImportBatch): string =>
  counts.created === undefined
    ? ""
    : importWords[lang].counts(
        counts.created,
        counts.updated ?? 0,
        counts.unchanged ?? 0,
        counts.refused ?? 0,
      );
