// The last step: the batch is being written, is written, was undone, or was not written and why.

import type { ImportBatch } from "@yinuo/store";
import { localPath } from "../../lang.ts";
import { Button, Buttons, Notice, Progress } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { importWords } from "../../words/import.ts";
import { countsText } from "./upload.tsx";

type EndedProps = { readonly c: Ctx; readonly batch: ImportBatch };

export const Ended = ({ c, batch }: EndedProps) => {
  const lang = c.get("lang");
  const words = importWords[lang];
  const href = localPath(lang, `/desk/import/${batch.id}`);
  switch (batch.state) {
    case "waiting":
    case "running": {
      const done = batch.state === "waiting" ? null : batch.done;
      return (
        <Progress
          lang={lang}
          label={words.done.running}
          done={done}
          total={batch.total}
          refresh={2}
          href={href}
        />
      );
    }
    case "undone":
      return <Notice lang={lang} kind="note" title={words.done.undone} />;
    case "applied":
      return <Applied c={c} batch={batch} />;
    default:
      return <NotWritten c={c} batch={batch} />;
  }
};

const NotWritten = ({ c, batch }: EndedProps) => {
  const lang = c.get("lang");
  const words = importWords[lang];
  if (batch.sha256 === undefined) return <Notice lang={lang} kind="note" title={words.done.redacted} />;
  return (
    <>
      <Notice lang={lang} kind="refusal" title={words.done.failed}>
        {batch.problem === "changedMeanwhile" ? words.preview.changed : null}
      </Notice>
      <form method="post" action={localPath(lang, `/desk/import/${batch.id}/apply`)}>
        <Buttons>
          <Button kind="main">{words.done.retry}</Button>
        </Buttons>
      </form>
    </>
  );
};

const Applied = ({ c, batch }: EndedProps) => {
  const lang = c.get("lang");
  const words = importWords[lang];
  const of = batch.programme === undefined ? "" : `&programme=${encodeURIComponent(batch.programme)}`;
  return (
    <>
      <Notice lang={lang} kind="success" title={`${words.done.applied} · ${countsText(lang, batch)}`}>
        {batch.kind === "commitments" && (batch.counts.created ?? 0) > 0 ? (
          <p>
            {words.done.drafts}{" "}
            <a href={localPath(lang, `/desk/commitments?stage=draft${of}`)}>{words.done.see}</a>
          </p>
        ) : null}
      </Notice>
      <form method="post" action={localPath(lang, `/desk/import/${batch.id}/undo`)}>
        <p class="faint">{words.done.undoNote}</p>
        <Buttons>
          <Button kind="danger">{words.done.undo}</Button>
        </Buttons>
      </form>
    </>
  );
};
