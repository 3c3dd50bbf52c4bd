// Up to three photographs or files in a form, each with its caption; a form shown again keeps those it received.

import { LIMITS, masked, screenEvidence, type Refusal } from "@yinuo/core";
import { evidenceOf, storeUploads, UPLOADS, type Stored, type UploadRefusal } from "@yinuo/evidence";
import type { Day } from "@yinuo/period";
import type { Lang } from "../lang.ts";
import { fileSize, uploadText } from "@yinuo/words";
import { FileField, type FieldError } from "../parts/index.ts";
import type { Ctx } from "../site.ts";
import { uploadWords } from "../words/uploads.ts";
import type { Fields } from "./fields.tsx";
import { MASK, withValues, type Form } from "./form.ts";
import { keptText, readKept } from "./kept-files.ts";

const SLOTS = [1, 2, 3] as const;

const ACCEPT = "image/*,.heic,application/pdf,.docx,.xlsx,.pptx,.odt,.ods,.csv,.txt";

export type ReadFiles = {
  /** The form as it is shown again, with what was received. */
  readonly form: Form;
  readonly files: readonly { readonly stored: Stored; readonly caption: string }[];
  readonly errors: readonly FieldError[];
  /** 413 where a file was too large, else 422. */
  readonly status: 413 | 422;
};

/** Stores what can be stored before anything is decided: what arrived need not be sent twice. */
export const readFiles = async (c: Ctx, form: Form): Promise<ReadFiles> => {
  const { files: store, auth } = c.get("deps");
  const { secret } = auth.options;
  const values: Record<string, string | undefined> = {};
  const files: { stored: Stored; caption: string }[] = [];
  const refused: { slot: number; refusal: UploadRefusal }[] = [];
  for (const slot of SLOTS) {
    const sent = await storeUploads(store, form.files(`file.${slot}`), 1);
    refused.push(...sent.refused.map((refusal) => ({ slot, refusal })));
    const kept = form.has(`drop.${slot}`) ? [] : readKept(secret, form.texts(`kept.${slot}`));
    const [named] = [...sent.stored, ...kept];
    const stored = named === undefined || !form.has(MASK) ? named : withMaskedName(named);
    values[`kept.${slot}`] = stored === undefined ? undefined : keptText(secret, stored);
    if (stored !== undefined) files.push({ stored, caption: form.text(`caption.${slot}`) });
  }
  const lang = c.get("lang");
  return {
    form: withValues(form, values),
    files,
    errors: refused.map(({ slot, refusal }) => ({ field: `file.${slot}`, text: uploadText(lang, refusal) })),
    status: refused.some(({ refusal }) => refusal.code === "fileTooLarge") ? 413 : 422,
  };
};

/** A file's name is published with it. */
const withMaskedName = (stored: Stored): Stored => ({
  ...stored,
  // A star cannot stand in a file's name everywhere.
  fileName: masked(stored.fileName).replaceAll("*", "_"),
});

/** With what was found in all the files, their captions and names: nobody gives a reason to keep what was not shown. */
export const withFileFinds = (
  refusal: Refusal,
  { files }: ReadFiles,
  showsOn: Day,
): readonly [Refusal, ...Refusal[]] => {
  if (refusal.code !== "personalDataFound" && refusal.code !== "personalDataInFile") return [refusal];
  const evidence = files.map(({ stored, caption }) => evidenceOf(stored, caption, showsOn));
  const typed = refusal.code === "personalDataFound" ? refusal.texts : [];
  const found = [...typed, ...evidence.flatMap(screenEvidence)];
  const texts = [...new Map(found.map((one) => [one.text, one])).values()];
  const [first] = texts;
  const inFiles = evidence.flatMap(({ fileName, inside }): readonly Refusal[] =>
    inside === undefined
      ? []
      : [{ code: "personalDataInFile", field: "evidence", file: fileName, ...inside }],
  );
  const [one = refusal, ...others] = [
    ...(first === undefined ? [] : [{ code: "personalDataFound" as const, field: first.field, texts }]),
    ...inFiles,
  ];
  return [one, ...others];
};

type Props = { readonly c: Ctx; readonly lang: Lang; readonly form: Form; readonly fields: Fields };

/** Its form must be multipart/form-data, or a browser without script sends the names alone. */
export const EvidenceFields = ({ c, lang, form, fields }: Props) => {
  const words = uploadWords[lang];
  const { secret } = c.get("deps").auth.options;
  return (
    <fieldset class="flow" id="evidence">
      <legend>{words.files}</legend>
      <p class="faint">{words.hint(UPLOADS.mostFiles, fileSize(UPLOADS.mostBytes, lang))}</p>
      {SLOTS.map((slot) => {
        const [kept] = readKept(secret, form.texts(`kept.${slot}`));
        return (
          <div class="flow">
            {kept === undefined ? null : (
              <Kept lang={lang} slot={slot} kept={kept} token={form.text(`kept.${slot}`)} />
            )}
            {kept !== undefined && kept.inside === undefined ? null : (
              <FileField
                lang={lang}
                name={`file.${slot}`}
                label={kept !== undefined ? words.other : slot === 1 ? words.photo : words.file(slot)}
                accept={slot === 1 && kept === undefined ? "image/*" : ACCEPT}
                camera={slot === 1 && kept === undefined}
                error={fields.error(`file.${slot}`)}
              />
            )}
            {fields.text(`caption.${slot}`, {
              label: words.caption(slot),
              hint: slot === 1 ? words.captionHint : undefined,
              required: false,
              maxlength: LIMITS.caption,
            })}
          </div>
        );
      })}
    </fieldset>
  );
};

type KeptProps = {
  readonly lang: Lang;
  readonly slot: number;
  readonly kept: Stored;
  readonly token: string;
};

const Kept = ({ lang, slot, kept, token }: KeptProps) => {
  const words = uploadWords[lang];
  return (
    <div class="field">
      <input type="hidden" name={`kept.${slot}`} value={token} />
      <b>{kept.fileName}</b> <span class="faint">{fileSize(kept.size, lang)}</span>
      <div class="hint">{words.kept}</div>
      <label>
        <input type="checkbox" name={`drop.${slot}`} value="yes" /> {words.drop}
      </label>
    </div>
  );
};
