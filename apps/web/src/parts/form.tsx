// Forms: each field with its label, hint and error; a summary that leads to what must be put right.
import type { Child } from "hono/jsx";
import type { Option } from "./filters.tsx";
import type { Lang } from "./figure.ts";
import { plural } from "./figure.ts";
import { typed } from "./typed.tsx";

const words = {
  "zh-CN": {
    optional: "（选填）",
    error: "错误：",
    summary: (n: number) => `有 ${n} 处需要更正`,
    reason: "为什么是这个数？",
    reasonHint: "理由与数据一并公布。",
    confirm: "数值无误，按此报送",
    back: "返回修改",
  },
  en: {
    optional: " (optional)",
    error: "Error: ",
    summary: (n: number) => `${n} ${plural(n, "thing needs", "things need")} correcting`,
    reason: "Why is it this value?",
    reasonHint: "The reason is published with the figure.",
    confirm: "The value is right, record it",
    back: "Go back and change it",
  },
} as const;

/** What every field has. Its id is its name, so that an error summary can lead to it. */
export type FieldBase = {
  readonly lang: Lang;
  readonly name: string;
  readonly label: string;
  readonly hint?: Child;
  readonly error?: string | undefined;
  readonly required?: boolean | undefined;
};

function Frame({ field, children }: { field: FieldBase; children?: Child }) {
  const w = words[field.lang];
  return (
    <div class="field">
      <label for={field.name}>
        {typed(field.lang, field.label)}
        {field.required === false ? <span class="faint">{w.optional}</span> : null}
      </label>
      {field.hint ? (
        <div class="hint" id={`${field.name}-hint`}>
          {field.hint}
        </div>
      ) : null}
      {field.error ? (
        <p class="wrong" id={`${field.name}-error`}>
          <span class="vh">{w.error}</span>
          {field.error}
        </p>
      ) : null}
      {children}
    </div>
  );
}

const common = (field: FieldBase) => ({
  id: field.name,
  name: field.name,
  required: field.required === true,
  "aria-invalid": field.error ? "true" : undefined,
  "aria-describedby":
    [field.hint ? `${field.name}-hint` : "", field.error ? `${field.name}-error` : ""].join(" ").trim() ||
    undefined,
});

export type FieldProps = FieldBase & {
  readonly value?: string | undefined;
  readonly type?: "text" | "password" | "email" | "date" | "url" | "search" | undefined;
  /** `decimal` brings the number pad and still takes what people type; numbers are parsed on the server. */
  readonly inputmode?: "decimal" | "numeric" | undefined;
  readonly autocomplete?: string | undefined;
  /** Stands after a short field: 件, %, 天. */
  readonly unit?: string | undefined;
  readonly short?: boolean | undefined;
  readonly maxlength?: number | undefined;
};

export function Field(props: FieldProps) {
  const input = (
    <input
      {...common(props)}
      type={props.type ?? "text"}
      class={props.short || props.unit ? "short" : undefined}
      value={props.value}
      inputmode={props.inputmode}
      autocomplete={props.autocomplete}
      maxlength={props.maxlength}
    />
  );
  return (
    <Frame field={props}>
      {props.unit ? (
        <div class="unit">
          {input} <span>{props.unit}</span>
        </div>
      ) : (
        input
      )}
    </Frame>
  );
}

export type TextAreaProps = FieldBase & {
  readonly value?: string | undefined;
  readonly rows?: number | undefined;
  readonly maxlength?: number | undefined;
};

export function TextArea(props: TextAreaProps) {
  return (
    <Frame field={props}>
      <textarea {...common(props)} rows={props.rows ?? 4} maxlength={props.maxlength}>
        {props.value}
      </textarea>
    </Frame>
  );
}

export type SelectProps = FieldBase & {
  readonly value?: string | undefined;
  readonly options: readonly Option[];
};

export function Select(props: SelectProps) {
  return (
    <Frame field={props}>
      <select {...common(props)}>
        {props.options.map(({ value, text }) => (
          <option value={value} selected={value === props.value}>
            {text}
          </option>
        ))}
      </select>
    </Frame>
  );
}

export type FileFieldProps = FieldBase & {
  /** As in HTML: image/*,application/pdf. */
  readonly accept?: string | undefined;
  /** On a phone, opens the camera that looks away from its holder. */
  readonly camera?: boolean | undefined;
  readonly multiple?: boolean | undefined;
};

export function FileField(props: FileFieldProps) {
  return (
    <Frame field={props}>
      <input
        {...common(props)}
        type="file"
        accept={props.accept}
        capture={props.camera ? "environment" : undefined}
        multiple={props.multiple === true}
      />
    </Frame>
  );
}

type ButtonProps = {
  readonly kind?: "main" | "plain" | "danger" | undefined;
  /** With an address it is a link that looks like a button. */
  readonly href?: string | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** Sent although something required is not filled in yet. */
  readonly unchecked?: boolean | undefined;
  readonly children?: Child;
};

export function Button({ kind = "plain", href, name, value, unchecked, children }: ButtonProps) {
  const look = kind === "plain" ? "" : ` ${kind}`;
  if (href !== undefined) {
    return (
      <a class={`button${look}`} href={href}>
        {children}
      </a>
    );
  }
  return (
    <button
      type="submit"
      class={look.trim() || undefined}
      name={name}
      value={value}
      formnovalidate={unchecked}
    >
      {children}
    </button>
  );
}

/** Buttons in a row; on a phone they share the width. */
export function Buttons({ children }: { children?: Child }) {
  return <div class="acts">{children}</div>;
}

export type FieldError = {
  /** The name of the field, or undefined when no single field is at fault. */
  readonly field?: string | undefined;
  readonly text: string;
};

/** Stands first on the page; takes the focus so that it is read and each error leads to its field. */
export function ErrorSummary({ lang, errors }: { lang: Lang; errors: readonly FieldError[] }) {
  if (errors.length === 0) return null;
  return (
    <div class="wrongs" role="alert" tabindex={-1} autofocus={true}>
      <h2>{words[lang].summary(errors.length)}</h2>
      <ul>
        {errors.map(({ field, text }) => (
          <li>{field === undefined ? text : <a href={`#${field}`}>{text}</a>}</li>
        ))}
      </ul>
    </div>
  );
}

type ConfirmProps = {
  readonly lang: Lang;
  /** What is unusual: 本期填报 957%，上限为 100%；上一期为 95.7%。 */
  readonly statement: Child;
  readonly reasonName?: string | undefined;
  readonly reason?: string | undefined;
  readonly error?: string | undefined;
  /** Sent with the confirming button: name=value. */
  readonly confirm: { readonly name: string; readonly value: string };
  /** Where to change the value instead; also a submit button when it has a name. */
  readonly back: { readonly href: string };
};

/** Asks for a reason before an unusual value is recorded. It stands inside the form that carries the value. */
export function Confirm({
  lang,
  statement,
  reasonName = "reason",
  reason,
  error,
  confirm,
  back,
}: ConfirmProps) {
  const w = words[lang];
  return (
    <fieldset class="flow">
      <legend>{statement}</legend>
      <TextArea
        lang={lang}
        name={reasonName}
        label={w.reason}
        hint={w.reasonHint}
        value={reason}
        error={error}
        rows={3}
        required
      />
      <Buttons>
        <Button kind="main" name={confirm.name} value={confirm.value}>
          {w.confirm}
        </Button>
        <Button href={back.href}>{w.back}</Button>
      </Buttons>
    </fieldset>
  );
}
