// Draws again in the browser: fetches the files of the page's draw, computes everything from them, and compares step by step.

import { standingOf, readResult, verifyDraw } from "@yinuo/random-draw";
import { readEvidence } from "@yinuo/random-draw/log-evidence";
import { parsePolicy } from "@yinuo/transparency-log";
import { stepText } from "@yinuo/words/draws";
import { drawsWords } from "../words/draw-pages.ts";

const lang = document.documentElement.lang === "en" ? "en" : "zh-CN";
const words = drawsWords[lang].island;
const at = (id) => document.getElementById(id);
// Until there is a seed there is nothing to compute.
const part = at("recompute");
const { files: base, double } = part?.dataset ?? {};

const say = (kind, text) => {
  at("verdict").className = `notice ${kind}`;
  at("verdict").textContent = text;
};

const textOf = async (address) => {
  const answer = await fetch(address, { cache: "no-store" });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.text();
};

const shownBy = async () => {
  const [evidence, policy] = await Promise.all([textOf(`${base}evidence.json`), textOf("/log/policy")]);
  const trusted = parsePolicy(new TextEncoder().encode(policy));
  const read = trusted.ok ? readEvidence(evidence, trusted.value) : trusted;
  return read.ok ? read.value : {};
};

const line = (text) => Object.assign(document.createElement("li"), { textContent: text });

const run = async () => {
  say("unknown", words.running);
  at("steps").replaceChildren();
  try {
    const names = ["plan.json", "frame.txt", "seed.json", "result.json"];
    const [plan, frame, seed, result] = await Promise.all(names.map((name) => textOf(base + name)));
    const inspectors = double === "true" ? await textOf(`${base}inspectors.txt`) : undefined;
    const shown = await shownBy();
    const before = performance.now();
    const { ok, steps } = verifyDraw({ plan, frame, inspectors, seed, result }, shown);
    const took = performance.now() - before;
    const read = readResult(result);
    // Only what was computed here, and found to be the same, is said to be drawn.
    const same = steps.every(({ step, is }) => !["picks", "replacements"].includes(step) || is === "matches");
    const standing = read.ok && same ? [`${words.picks} ${standingOf(read.value).join(" ")}`] : [];
    at("steps").replaceChildren(...[...steps.map((step) => stepText(lang, step)), ...standing].map(line));
    say(ok ? "kept" : "overdue", `${ok ? words.same : words.differs} ${words.took(took.toFixed(1))}`);
    at("verdict").dataset.ok = String(ok);
  } catch {
    say("overdue", words.unreachable);
  }
};

if (part !== null) {
  part.hidden = false;
  at("no-script").hidden = true;
  at("go").addEventListener("click", () => void run());
}
