// Anybody's report is checked without being kept: its bytes go to a process that reads them and ends.

import { checkApart, type CheckedApart } from "@yinuo/report-files/apart";
import { fileSize } from "@yinuo/words";
import { reportFileText } from "@yinuo/words/report-files";
import { addressOf, attemptsOf, secondsToWait, type AttemptKey } from "../../desk/attempts.ts";
import { readForm } from "../../desk/form.ts";
import { Button, Buttons, ErrorSummary, FileField, Notice, Title } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { checkReportWords } from "../../words/check-report.ts";
import { checkReportPath } from "../addresses.ts";
import { framed, publicPage } from "../frame.tsx";
import { Findings } from "./findings.tsx";

const MOST_BYTES = 20 * 1024 * 1024;

export const checkReportPage = (c: Ctx): Promise<Response> => {
  const words = checkReportWords[c.get("lang")];
  return publicPage(c, { title: words.title, description: words.lead }, <Form c={c} error={undefined} />);
};

/** Twenty are free; whoever goes on waits longer each time, as at the sign-in. */
const keyOf = (c: Ctx): AttemptKey => ({ key: `check-report ${addressOf(c)}`, free: 20, shared: true });

export const checkReportForm = async (c: Ctx): Promise<Response> => {
  const lang = c.get("lang");
  const words = checkReportWords[lang];
  const keys = [keyOf(c)];
  const wait = secondsToWait(c, keys);
  if (wait > 0) return refused(c, words.wait(wait), 429);
  attemptsOf(c.get("deps")).failed(keys);
  const [file] = (await readForm(c)).files("file");
  if (file === undefined) return refused(c, words.nothing, 422);
  if (file.size > MOST_BYTES) return refused(c, words.tooLarge(fileSize(MOST_BYTES, lang)), 413);
  const name = file.name.normalize("NFC");
  const read = await checkApart(new Uint8Array(await file.arrayBuffer()), name);
  if (!read.ok)
    return read.error.code === "busy"
      ? refused(c, words.busy, 503)
      : refused(c, reportFileText(lang, read.error), 422);
  return found(c, name, read.value);
};

type Read = Extract<CheckedApart, { readonly ok: true }>["value"];

const found = (c: Ctx, name: string, { report, checked, notes }: Read): Response => {
  const lang = c.get("lang");
  const words = checkReportWords[lang];
  const findings = checked.findings.filter(({ severity }) => severity !== "silent");
  const count = (wanted: string): number => findings.filter(({ severity }) => severity === wanted).length;
  const claims = checked.agreeing.length + checked.findings.length;
  return answer(
    c,
    200,
    <div class="flow">
      <Title title={words.of(name)} lead={words.counts(checked.quantities, claims)} />
      <p>{words.found(count("fault"), count("review"))}</p>
      {notes.map((note) => (
        <p>{words.notes[note]}</p>
      ))}
      <Findings lang={lang} report={report} findings={findings} />
      <Notice lang={lang} kind="note">
        {words.limits}
      </Notice>
      <p>
        <a href={checkReportPath(lang)}>{words.again}</a>
      </p>
    </div>,
  );
};

type Status = 200 | 413 | 422 | 429 | 503;

const refused = (c: Ctx, error: string, status: Status): Response =>
  answer(c, status, <Form c={c} error={error} />);

/** For its sender alone: nobody keeps it on the way. */
const answer = (c: Ctx, status: Status, content: Parameters<typeof framed>[2]): Response => {
  const lang = c.get("lang");
  c.header("cache-control", "no-store");
  c.header("content-language", lang);
  const { title } = checkReportWords[lang];
  return c.html(framed(c, { title, noindex: true }, content), status) as Response;
};

function Form({ c, error }: { c: Ctx; error: string | undefined }) {
  const lang = c.get("lang");
  const words = checkReportWords[lang];
  return (
    <div class="flow">
      {error === undefined ? null : <ErrorSummary lang={lang} errors={[{ field: "file", text: error }]} />}
      <Title title={words.title} lead={words.lead} />
      <form method="post" action={checkReportPath(lang)} enctype="multipart/form-data" class="flow">
        <FileField
          lang={lang}
          name="file"
          label={words.file}
          hint={words.hint(fileSize(MOST_BYTES, lang))}
          accept=".docx,.pdf,.html,.htm,.md,.txt"
          required
          error={error}
        />
        <Buttons>
          <Button kind="main">{words.go}</Button>
        </Buttons>
      </form>
      <Notice lang={lang} kind="note">
        {words.kept}
      </Notice>
      <p>{words.limits}</p>
      <p>{words.command}</p>
    </div>
  );
}
