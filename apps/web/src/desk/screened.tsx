// Personal data found in a form: what the public would see, the masked version beside it, and room for a reason to keep it.

import { LIMITS, tidy, type FoundInside, type FoundText } from "@yinuo/core";
import { fieldName, personalDataWords, placeText } from "@yinuo/words";
import type { Lang } from "../lang.ts";
import { Button, Buttons, TextArea, type FieldError } from "../parts/index.ts";
import { KEEP, MASK, MASKED_FIELD, type Form } from "./form.ts";

type FoundFile = FoundInside & { readonly file: string };

/** An error of a form; where personal data was found, with the text or the file it was found in. */
export type ScreenedError = FieldError & {
  readonly found?: FoundText | undefined;
  readonly file?: FoundFile | undefined;
};

/** The fields of the form that hold this text. */
const fieldsWith = (form: Form, { text }: FoundText): readonly string[] =>
  form.names.filter((name) => name !== KEEP && form.texts(name).some((typed) => tidy(typed) === text));

/** Files stand in one group of the form, whichever of them it is. */
const GROUPS: Readonly<Record<string, string>> = { caption: "evidence", file: "evidence" };

/** The error at the field of this form that it is about. */
export const located = (form: Form, error: ScreenedError): ScreenedError => {
  const { found } = error;
  if (found === undefined) return error;
  return { ...error, field: fieldsWith(form, found)[0] ?? GROUPS[found.field] ?? found.field };
};

type Props = {
  readonly lang: Lang;
  readonly form: Form;
  readonly errors: readonly ScreenedError[];
  /** Where the texts are not in this form there is nothing to mask here. */
  readonly maskable?: boolean;
  /** Asks for the reason although the texts stand elsewhere on the page. */
  readonly always?: boolean;
};

/** Stands inside the form, above its buttons. */
export const Screened = ({ lang, form, errors, maskable = true, always = false }: Props) => {
  const found = errors.flatMap((error) => (error.found === undefined ? [] : [error.found]));
  const files = errors.flatMap(({ file }) => (file === undefined ? [] : [file]));
  const kept = form.text(KEEP);
  if (found.length + files.length === 0 && kept.trim() === "" && !always) return null;
  const words = personalDataWords[lang];
  const names = new Set(found.flatMap((one) => fieldsWith(form, one)));
  return (
    <fieldset class="flow" id="personal-data">
      <legend>{words.title}</legend>
      <p class="hint">{words.lead}</p>
      {found.map((one) => (
        <Found lang={lang} found={one} />
      ))}
      {files.map((file) => (
        <InFile lang={lang} file={file} />
      ))}
      {[...names].map((name) => (
        <input type="hidden" name={MASKED_FIELD} value={name} />
      ))}
      {maskable && found.length > 0 ? (
        <Buttons>
          <Button name={MASK} value="yes">
            {words.mask}
          </Button>
        </Buttons>
      ) : null}
      <TextArea
        lang={lang}
        name={KEEP}
        label={words.keep}
        hint={words.keepHint}
        required={false}
        rows={2}
        maxlength={LIMITS.reason}
        value={kept}
        error={errors.find(({ field }) => field === KEEP)?.text}
      />
    </fieldset>
  );
};

type FoundProps = { readonly lang: Lang; readonly found: FoundText };

export const Found = ({ lang, found }: FoundProps) => {
  const words = personalDataWords[lang];
  return (
    <div class="field">
      <b>{found.field === KEEP ? words.keep : fieldName(lang, found.field)}</b>
      <p class="broken">
        <Marked lang={lang} found={found} />
      </p>
      <p class="faint">
        {words.masked}
        {found.masked}
      </p>
    </div>
  );
};

/** The number itself is not shown again: the file has it. */
const InFile = ({
  lang,
  file: { file, found, count },
}: {
  readonly lang: Lang;
  readonly file: FoundFile;
}) => {
  const words = personalDataWords[lang];
  return (
    <div class="field">
      <b>{words.inFile(file)}</b>
      <ul>
        {found.map((find) => (
          <li class="broken">
            {words.colon(placeText(lang, find), words.kinds[find.kind])} {find.before}
            <mark title={words.certainty[find.certainty]}>{find.masked}</mark>
            {find.after}
          </li>
        ))}
      </ul>
      {count > found.length ? <p class="faint">{words.andMore(count)}</p> : null}
      <p>{words.fileHelp}</p>
    </div>
  );
};

const Marked = ({ lang, found: { text, finds } }: FoundProps) => {
  const { kinds, certainty } = personalDataWords[lang];
  return (
    <>
      {finds.map((find, index) => (
        <>
          {text.slice(finds[index - 1]?.end ?? 0, find.start)}
          <mark title={`${kinds[find.kind]} · ${certainty[find.certainty]}`}>{find.text}</mark>
        </>
      ))}
      {text.slice(finds.at(-1)?.end ?? 0)}
    </>
  );
};
