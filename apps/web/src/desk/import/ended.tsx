// The last step: the batch is being written, is written, was undone, or was not written and why.

import type { ImportBatch } from "@yinuo/store";
import { localPath } from "../../lang.ts";
import { Button, Buttons, Notice, Progress } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { importWords } from "../../words/import.ts";
import { countsText } from "./upload.tsx";

export const Ended = ({ c, batch }: { readonly c: Ctx; readonly batch: ImportBatch }) => {
  const lang = c.get("lang");
  const words = importWords[lang];
  const base = localPath(lang, `/desk/import/${batch.id}`);
  if (batch.state === "waiting" || batch.state === "running")
    return (
      <Progress
        lang={lang}
        label={words.done.running}
        done={batch.state === "waiting" ? null : batch.done}
        total={batch.total}
        refresh={2}
        href={base}
      />
    );
  if (batch.state === "undone") return <Notice lang={lang} kind="note" title={words.done.undone} />;
  if (batch.state !== "applied")
    return (
      <>
        <Notice lang={lang} kind="refusal" title={words.done.failed}>
          {batch.problem === "changedMeanwhile" ? words.preview.changed : null}
        </Notice>
        <form method="post" action={`${base}/apply`}>
          <Buttons>
            <Button kind="main">{words.done.retry}</Button>
          </Buttons>
        </form>
      </>
    );
  return (
    <>
      <Notice lang={lang} kind="success" title={`${words.done.applied} · ${countsText(lang, batch)}`}>
        {batch.kind === "commitments" && (batch.counts.created ?? 0) > 0 ? (
          <p>
            {words.done.drafts}{" "}
            <a
              href={localPath(
                lang,
                `/desk/commitments?stage=draft${batch.programme === undefined ? "" : `&programme=${encodeURIComponent(batch.programme)}`}`,
              )}
            >
              {words.done.see}
            </a>
          </p>
        ) : null}
      </Notice>
      <form method="post" action={`${base}/undo`}>
        <p class="faint">{words.done.undoNote}</p>
        <Buttons>
          <Button kind="danger">{words.done.undo}</Button>
        </Buttons>
      </form>
    </>
  );
};
