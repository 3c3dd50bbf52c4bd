// Computes in the browser whether an entry is in the log and whether its texts are those that were sealed. The same script
// works on the page, which knows which receipt to fetch, and in the saved file, which is given one.

import { parsePolicy, verifyEntryReceipt } from "@yinuo/transparency-log";
import { verifyWords } from "../words/verify.ts";

const lang = document.documentElement.lang === "en" ? "en" : "zh-CN";
const words = verifyWords[lang].island;
const at = (id) => document.getElementById(id);

const element = (name, text, more = {}) =>
  Object.assign(document.createElement(name), { textContent: text, ...more });

const MARKS = { kept: "✓", overdue: "✗", unknown: "…" };

const say = (kind, title, sentences = []) => {
  const verdict = at("verdict");
  verdict.className = `notice ${kind}`;
  const mark = element("span", MARKS[kind], { className: "mk", ariaHidden: "true" });
  verdict.replaceChildren(mark, element("div", ""));
  verdict.lastChild.append(
    element("strong", title),
    element("span", sentences.join(lang === "en" ? " " : "")),
  );
};

const asText = (value) => (typeof value === "string" ? value : JSON.stringify(value));

const explanation = (field) => {
  if (field.is === "ok") return asText(field.value);
  if (field.is !== "redacted") return "";
  const { ground, approvers, index } = field.by;
  const masked = field.masked === undefined ? "" : `${asText(field.masked)} `;
  return masked + words.by(words.grounds[ground], approvers.join(words.and), index);
};

const show = (fields) => {
  const table = element("table", "", { className: "cards", id: "fields" });
  table.append(
    element("caption", words.caption),
    document.createElement("thead"),
    document.createElement("tbody"),
  );
  const heads = [words.columns.field, words.columns.verdict, words.columns.value];
  const top = table.tHead.insertRow();
  for (const head of heads) top.append(element("th", head, { scope: "col" }));
  for (const field of fields) {
    const row = table.tBodies[0].insertRow();
    row.dataset.is = field.is;
    row.append(element("th", field.name, { scope: "row" }));
    for (const [place, text] of [words.verdicts[field.is], explanation(field)].entries()) {
      const cell = element("td", text);
      cell.dataset.h = heads[place + 1];
      // A reader of the English page hears Chinese read as Chinese.
      if (lang === "en" && /\p{Script=Han}/u.test(text)) cell.lang = "zh-CN";
      row.append(cell);
    }
  }
  at("fields").replaceWith(table);
  table.hidden = fields.length === 0;
};

const verify = (bytes) => {
  const key = at("key").value.trim();
  const policy = parsePolicy(new TextEncoder().encode(`log ${key}\nquorum none\n`));
  show([]);
  if (!policy.ok) return say("overdue", words.failed, [words.keyWrong]);
  const before = performance.now();
  const verified = verifyEntryReceipt(bytes, policy.value);
  const took = performance.now() - before;
  if (!verified.ok) return say("overdue", words.failed, [words.refusals[verified.error.code]]);
  const { index, checkpoint, entry, fields } = verified.value;
  const { header, signatures } = entry;
  const count = (is) => fields.filter((field) => field.is === is).length;
  const wrong = count("mismatch") + count("missing-unexplained");
  const redacted = count("redacted");
  show(fields);
  say(
    wrong > 0 ? "overdue" : "kept",
    wrong > 0 ? words.failed : words.passed(index, checkpoint.size, checkpoint.origin),
    [
      ...(wrong > 0 ? [words.notOk] : fields.length === 0 ? [words.noFields] : []),
      ...(wrong === 0 && count("ok") > 0 ? [words.allOk(count("ok"))] : []),
      ...(redacted > 0 ? [words.redacted(redacted)] : []),
      words.what(header.type),
      words.subject(header.subject),
      words.claimed(header.date),
      words.signature[signatures.length > 0 ? "yes" : "no"],
      words.took(took.toFixed(1)),
    ],
  );
  at("verdict").dataset.took = String(took);
};

/** A file that was chosen comes before the receipt the page is about. */
const receipt = async () => {
  const [chosen] = at("file").files;
  if (chosen !== undefined) return new Uint8Array(await chosen.arrayBuffer());
  const address = at("verifier").dataset.receipt;
  if (address === undefined) return say("overdue", words.failed, [words.choose]);
  const answer = await fetch(address, { cache: "no-store" });
  if (!answer.ok) throw new Error(String(answer.status));
  return new Uint8Array(await answer.arrayBuffer());
};

const run = async () => {
  say("unknown", words.reading);
  try {
    const bytes = await receipt();
    if (bytes !== undefined) verify(bytes);
  } catch {
    say("overdue", words.failed, [words.unreachable]);
  }
};

at("verifier").hidden = false;
at("no-script").hidden = true;
at("go").addEventListener("click", () => void run());
if (at("verifier").dataset.receipt !== undefined) void run();
