// One plain notation for the many ways people write dates and periods, so that the readers need one grammar, not two.

export interface PlainOptions {
  /** The year of text that names none: 三季度, 12月底前, 明年. */
  readonly year?: number | undefined;
  /** Leading years of two or three digits are of the Republic of China (1 = 1912). 民国 in the text says so by itself. */
  readonly calendar?: "roc" | undefined;
}

/** Longer text is prose, not a date; the limit also bounds the work of the regular expressions. */
const longest = 64;

/**
 * Half-width digits, '-' for every dash, 9月 for September, 第3季度 for Q3 and 三季度, 上半年 for H1, four-digit years for
 * ROC years; no spaces but those between two digits. '' for text too long to be a date.
 */
export function plainText(text: string, options: PlainOptions): string {
  if (isTooLong(text)) return "";
  const folded = text
    .normalize("NFKC")
    .replace(/[\u200b-\u200d\ufeff]/g, "")
    .trim()
    .toLowerCase();
  if (isTooLong(folded)) return "";
  const inDigits = chineseNumerals(englishWords(folded.replace(/截[至止]/g, "截"))).replace(/\s+/g, " ");
  return relativeYears(rocYears(chineseWords(oneDash(closeUp(inDigits))), options), options).replace(
    /[.,;。、]+$/,
    "",
  );
}

export function isTooLong(text: string): boolean {
  return text.trim().length > longest;
}

/** The years a two- or three-digit year may mean: 19xx, ROC, 20xx. */
export function yearCandidates(short: number): number[] {
  const years = short < 100 ? [1900 + short, rocEpoch + short, 2000 + short] : [rocEpoch + short];
  return years.filter(isPlausibleYear).toSorted((a, b) => a - b);
}

/** Beyond these a number is a typing error or no year at all. */
export function isPlausibleYear(year: number): boolean {
  return year >= 1800 && year <= 2199;
}

const rocEpoch = 1911;

const englishMonths = [
  ["january", "jan"],
  ["february", "feb"],
  ["march", "mar"],
  ["april", "apr"],
  ["may"],
  ["june", "jun"],
  ["july", "jul"],
  ["august", "aug"],
  ["september", "sept", "sep"],
  ["october", "oct"],
  ["november", "nov"],
  ["december", "dec"],
];
const monthOfName = new Map(
  englishMonths.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);
const anyMonth = `(?<![a-z])(${[...monthOfName.keys()].join("|")})(?![a-z])`;
const monthWord = new RegExp(`${anyMonth}\\.?`, "g");
// 1-Sep is a day, 1-9月 is nine months: the dash must go before both read alike.
const dashBeforeMonthWord = new RegExp(`(?<=(?<!\\d)\\d{1,2})[-–/] *(?=${anyMonth})`, "g");
const ordinals: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4 };

function englishWords(text: string): string {
  const ordinal = (word: string) => ordinals[word] ?? Number(word[0]);
  return text
    .replace(/(?<![a-z])(?:the|of)(?![a-z])/g, " ")
    .replace(/(?<=[a-z0-9.]) +to +(?=[a-z0-9])/g, "-")
    .replace(dashBeforeMonthWord, " ")
    .replace(monthWord, (_, name: string) => ` ${monthOfName.get(name)}月`)
    .replace(
      /\b(first|second|third|fourth|1st|2nd|3rd|4th) +quarter\b/g,
      (_, word: string) => `第${ordinal(word)}季度`,
    )
    .replace(/\b(first|second|1st|2nd) +half\b/g, (_, word: string) => halfWord(ordinal(word)))
    .replace(/(?<![a-z])q([1-4])(?![0-9a-z])/g, "第$1季度")
    .replace(/(?<![a-z])h([12])(?![0-9a-z])/g, (_, half: string) => halfWord(Number(half)));
}

function halfWord(half: number): string {
  return half === 1 ? "上半年" : "下半年";
}

// A space between two digits parts two numbers ("30 9月"); any other is only layout ("2026 年 9 月").
function closeUp(text: string): string {
  return text.replace(/(?<!\d) | (?!\d)/g, "");
}

function oneDash(text: string): string {
  return text.replace(/[-‐‑‒–—―─−~〜∼至到]+/g, "-");
}

function chineseNumerals(text: string): string {
  return text.replace(/[〇○零一二三四五六七八九十]+/g, (numeral) => {
    const ten = numeral.indexOf("十");
    if (ten < 0) return digits(numeral);
    // 十四五 is a five-year plan, not a number.
    if (ten > 1 || numeral.length - ten > 2) return numeral;
    return String(Number(digits(numeral.slice(0, ten)) || 1) * 10 + Number(digits(numeral.slice(ten + 1))));
  });
}

function digits(numeral: string): string {
  return numeral
    .replace(/[〇○零]/g, "0")
    .replace(/[一二三四五六七八九]/g, (d) => String("一二三四五六七八九".indexOf(d) + 1));
}

function chineseWords(text: string): string {
  return text
    .replace(/[號号]/g, "日")
    .replace(/計/g, "计")
    .replace(/[個个]/g, "")
    .replace(/月份/g, "月")
    .replace(/元月/g, "1月")
    .replace(/年度/g, "年")
    .replace(/季(?!度)/g, "季度")
    .replace(/(?<![第前\d])([1-4])季度/g, "第$1季度");
}

function rocYears(text: string, { calendar }: PlainOptions): string {
  const marked = text.replace(/(?:(?:中[华華])?民[国國]|\broc) ?(\d{1,3}|元)(?!\d)/g, (_, year: string) =>
    fromRoc(year),
  );
  if (calendar !== "roc" || marked !== text) return marked;
  // Digits run together, as Taiwanese registers print them: 1110630, 960630, 11106.
  const joined = /^(?!(?:19|20)\d{4}$)(\d{2,3})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{3})(\d{2})$/.exec(text);
  if (joined) return [fromRoc(joined[1] ?? ""), ...joined.slice(2)].join("-");
  return text
    .replace(/^(\d{2,3}|元)(?=年|$|\.\.|第|[上下]半年|[./-]\d{1,2}(?:[./-]\d{1,2})?$)/, fromRoc)
    .replace(/(?<=-)\d{2,3}(?=年)/, fromRoc);
}

function fromRoc(year: string): string {
  return String(rocEpoch + (year === "元" ? 1 : Number(year)));
}

function relativeYears(text: string, { year }: PlainOptions): string {
  if (year === undefined) return text;
  return text
    .replace(/^(?:今|本|当|當)年/, `${year}年`)
    .replace(/^(?:明|次)年/, `${year + 1}年`)
    .replace(/^(?:去|上)年/, `${year - 1}年`);
}
