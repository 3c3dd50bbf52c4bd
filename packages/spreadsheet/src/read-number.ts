// Reads one number out of text as people write it: full-width digits, thousands, percent, 万 and 亿, dashes for none.

export type ReadNumber =
  | {
      readonly kind: "number";
      /** 35 for "35 %", 12000 for "1.2万". */
      readonly number: number;
      readonly percent: boolean;
      readonly multiplier?: "万" | "亿" | "万亿";
    }
  | { readonly kind: "empty" }
  /** "—", "- -", "－": somebody wrote that there is no figure. */
  | { readonly kind: "dash" };

export type NumberRefusal =
  | { readonly code: "notANumber"; readonly reason: "text" | "wrongFormat" | "tooManyDigits" }
  /** Both readings are given; evidence from the column or a person decides. */
  | {
      readonly code: "ambiguous";
      readonly because: "decimal";
      readonly point: number;
      readonly comma: number;
    }
  /** "(292)" is a negative in accounting and a remark elsewhere. */
  | {
      readonly code: "ambiguous";
      readonly because: "brackets";
      readonly negative: number;
      readonly positive: number;
    };

type Outcome =
  | { readonly ok: true; readonly value: ReadNumber }
  | { readonly ok: false; readonly error: NumberRefusal };

const POWERS = { 万: 1e4, 亿: 1e8, 万亿: 1e12 } as const;
const DASHES = /^(?:[-‐‑‒–—―─━－﹣−]\s*)+$/u;
const SHAPE = /^([+-]?)\s*([\d.,'’ ]*\d(?:[eE][+-]?\d{1,3})?)\s*(万亿|[万亿])?\s*(%)?$/u;

/**
 * Reads `text` with the decimal sign given, or, without one, only where both signs give the same number or one of
 * them gives none. Refuses what has more than 15 significant digits: a codenumber, not a figure.
 */
export function readNumber(
  text: string,
  options: { readonly decimal?: "." | "," | undefined } = {},
): Outcome {
  const plain = halfWidth(text).trim();
  if (plain === "") return { ok: true, value: { kind: "empty" } };
  if (DASHES.test(plain)) return { ok: true, value: { kind: "dash" } };
  const inBrackets = /^\((.+)\)$/u.exec(plain)?.[1];
  if (inBrackets === undefined) return readSigned(plain, options.decimal);
  const inner = readSigned(inBrackets, options.decimal);
  if (!inner.ok || inner.value.kind !== "number") return inner.ok ? refuse("text") : inner;
  const { number } = inner.value;
  return {
    ok: false,
    error: { code: "ambiguous", because: "brackets", negative: -number, positive: number },
  };
}

function readSigned(plain: string, decimal: "." | "," | undefined): Outcome {
  const match = SHAPE.exec(plain.replaceAll("萬", "万").replaceAll("億", "亿"));
  if (!match) return refuse("text");
  const [, sign, digits = "", multiplier, percent] = match;
  if (
    digits
      .replace(/[eE].*$/u, "")
      .replace(/\D/gu, "")
      .replace(/^0+/u, "").length > 15
  )
    return refuse("tooManyDigits");
  const power = multiplier === undefined ? 1 : POWERS[multiplier as keyof typeof POWERS];
  const scaled = (n: number | undefined) =>
    n === undefined
      ? undefined
      : (sign === "-" ? -1 : 1) * (power === 1 ? n : Number((n * power).toPrecision(15)));
  const point = scaled(readDigits(digits, "."));
  const comma = scaled(readDigits(digits, ","));
  if (decimal === undefined && point !== undefined && comma !== undefined && point !== comma) {
    return { ok: false, error: { code: "ambiguous", because: "decimal", point, comma } };
  }
  const number = decimal === undefined ? (point ?? comma) : decimal === "." ? point : comma;
  if (number === undefined) return refuse("wrongFormat");
  const value = {
    kind: "number",
    number: number === 0 ? 0 : number,
    percent: percent !== undefined,
  } as const;
  if (multiplier === undefined) return { ok: true, value };
  return { ok: true, value: { ...value, multiplier: multiplier as keyof typeof POWERS } };
}

/** A number with `decimal` as its sign and the other signs as thousands, in strict groups of three. */
function readDigits(digits: string, decimal: "." | ","): number | undefined {
  const thousands = decimal === "." ? "," : ".";
  const [mantissa = "", exponent] = digits.split(/[eE]/u);
  const parts = mantissa.split(decimal);
  if (parts.length > 2) return undefined;
  const [whole = "", fraction] = parts;
  if (fraction !== undefined && !/^\d+$/u.test(fraction)) return undefined;
  const sign = [thousands, " ", "'", "’"].find((candidate) => whole.includes(candidate));
  if (sign !== undefined) {
    const groups = whole.split(sign);
    // A group never starts with 0: "0,123" can only be a decimal.
    if (
      !/^[1-9]\d{0,2}$/u.test(groups[0] ?? "") ||
      !groups.slice(1).every((group) => /^\d{3}$/u.test(group))
    ) {
      return undefined;
    }
    if (exponent !== undefined) return undefined;
  } else if (!/^\d*$/u.test(whole)) {
    return undefined;
  }
  const number = Number(
    `${whole.replace(/\D/gu, "") || "0"}.${fraction ?? "0"}${exponent === undefined ? "" : `e${exponent}`}`,
  );
  return Number.isFinite(number) ? number : undefined;
}

/** Full-width signs and digits to ASCII; every kind of space to one kind; the minus sign to a hyphen. */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/gu, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[\u00A0\u2000-\u200A\u202F\u3000]/gu, " ")
    .replace(/[−﹣]/gu, "-");
}

function refuse(reason: "text" | "wrongFormat" | "tooManyDigits"): Outcome {
  return { ok: false, error: { code: "notANumber", reason } };
}
