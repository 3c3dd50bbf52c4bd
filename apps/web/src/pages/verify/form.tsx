// The verifier's form, the same on the page and in the file that is saved; its script shows it and fills what it finds.

import type { Lang } from "../../lang.ts";
import { Buttons } from "../../parts/index.ts";
import { verifyWords } from "../../words/verify.ts";

type FormProps = {
  readonly lang: Lang;
  /** Of the log, to be compared with another source. */
  readonly logKey: string | undefined;
  /** The receipt that is fetched when no file was chosen. */
  readonly receipt?: string | undefined;
};

export function VerifierForm({ lang, logKey, receipt }: FormProps) {
  const words = verifyWords[lang];
  return (
    <>
      <p id="no-script">{words.noScript}</p>
      <div id="verifier" class="flow" data-receipt={receipt} hidden>
        <div class="field">
          <label for="file">{words.file}</label>
          <div class="hint" id="file-hint">
            {words.fileHint}
          </div>
          <input type="file" id="file" accept=".tlog-proof" aria-describedby="file-hint" />
        </div>
        <div class="field">
          <label for="key">{words.key}</label>
          <div class="hint" id="key-hint">
            {words.keyHint}
          </div>
          <textarea id="key" rows={3} spellcheck={false} aria-describedby="key-hint">
            {logKey}
          </textarea>
        </div>
        <Buttons>
          <button type="button" id="go">
            {words.go}
          </button>
        </Buttons>
        <div id="verdict" role="status" />
        <table id="fields" hidden />
      </div>
    </>
  );
}
