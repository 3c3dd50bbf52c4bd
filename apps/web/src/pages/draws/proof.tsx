// What proves a draw and what recomputes it: where plan and result stand in the log, the seed, the files, and the reader's own browser.

import { diceOf, type Draw } from "@yinuo/core";
import { seedOf, seedString } from "@yinuo/random-draw";
import type { LoggedEntry } from "@yinuo/store/log";
import type { Lang } from "../../lang.ts";
import { Buttons, Facts, figure, type Fact } from "../../parts/index.ts";
import { drawsWords } from "../../words/draw-pages.ts";
import { drawFilePath, verifyPath } from "../addresses.ts";

export type LoggedDraw = { readonly plan: LoggedEntry | undefined; readonly seed: LoggedEntry | undefined };

export function InLog({ lang, logged }: { lang: Lang; logged: LoggedDraw }) {
  const words = drawsWords[lang].log;
  const line = (entry: LoggedEntry, said: string) => (
    <li>
      <a href={verifyPath(lang, entry.index)}>{said}</a>{" "}
      <small>{entry.covered ? words.covered : words.pending}</small>
    </li>
  );
  return logged.plan === undefined ? (
    <p>{words.notYet}</p>
  ) : (
    <>
      <ul>
        {line(logged.plan, words.plan(figure(logged.plan.index, lang)))}
        {logged.seed === undefined ? null : line(logged.seed, words.seed(figure(logged.seed.index, lang)))}
      </ul>
      {logged.seed === undefined ? null : <p class="faint">{words.order}</p>}
    </>
  );
}

export function SeedOf({ lang, draw }: { lang: Lang; draw: Draw }) {
  const words = drawsWords[lang].seed;
  const { seed } = draw;
  const facts: readonly Fact[] = [
    { term: words.rolls, value: <code>{grouped(draw.rolls)}</code> },
    ...(seed === undefined
      ? []
      : [
          { term: words.text, value: <code>{seedString(seed)}</code> },
          { term: words.value, value: <code>{seedOf(seed)}</code>, note: words.of },
        ]),
  ];
  return (
    <>
      <Facts lang={lang} facts={facts} />
      {seed === undefined ? null : <p class="faint">{words.how}</p>}
    </>
  );
}

/** In fives, as people read digits out. */
export const grouped = (rolls: string): string => rolls.match(/.{1,5}/g)?.join(" ") ?? "";

export const rolledText = (lang: Lang, draw: Draw): string =>
  drawsWords[lang].rolled(figure(draw.rolls.length, lang), figure(diceOf(draw)?.rolls ?? 0, lang));

/** The files there are, in the order the command takes them. */
export const filesOf = ({ inspectors, seed }: Draw): readonly string[] => [
  "plan.json",
  "frame.txt",
  ...(inspectors === undefined ? [] : ["inspectors.txt"]),
  ...(seed === undefined ? [] : ["seed.json", "result.json"]),
  "evidence.json",
];

export function Recompute({ lang, draw }: { lang: Lang; draw: Draw }) {
  const words = drawsWords[lang].recompute;
  return (
    <>
      {draw.seed === undefined ? null : (
        <div
          id="recompute"
          class="flow"
          data-files={drawFilePath(draw.code, "")}
          data-double={draw.inspectors !== undefined}
          hidden
        >
          <p>{words.lead}</p>
          <Buttons>
            <button type="button" id="go" class="main">
              {words.button}
            </button>
          </Buttons>
          <div id="verdict" role="status" />
          <ul id="steps" />
        </div>
      )}
      {draw.seed === undefined ? null : <p id="no-script">{words.noScript}</p>}
      <h3>{words.files}</h3>
      <ul>
        {filesOf(draw).map((file) => (
          <li>
            <a href={drawFilePath(draw.code, file)} download={true}>
              {file}
            </a>{" "}
            <small>{words.names[file]}</small>
          </li>
        ))}
        <li>
          <a href="/log/policy">policy</a> <small>{words.policy}</small>
        </li>
      </ul>
      <Commands lang={lang} draw={draw} />
    </>
  );
}

/** The same without a browser: the command, and the script that shares nothing with it. */
function Commands({ lang, draw }: { lang: Lang; draw: Draw }) {
  const words = drawsWords[lang].recompute;
  if (draw.seed === undefined) return null;
  const double = draw.inspectors === undefined ? "" : " --inspectors inspectors.txt";
  return (
    <>
      <p>{words.cli}</p>
      <pre>
        <code>{`yinuo draw verify plan.json frame.txt seed.json result.json${double} --evidence evidence.json --policy policy`}</code>
      </pre>
      <p>{words.python}</p>
      <pre>
        <code>python3 draw-recompute.py plan.json frame.txt seed.json result.json</code>
      </pre>
    </>
  );
}
