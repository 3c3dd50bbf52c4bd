// The transparency log as it stands: its name, key, size, root and witnesses, the line for the paper, and how to check it all.

import { formatDay, todayIn } from "@yinuo/period";
import { countRedactions, listBodies } from "@yinuo/store";
import { listBodyKeys } from "@yinuo/store/keys";
import { logStateOf, type LogState } from "@yinuo/store/log";
import { openCheckpoint, toBase64, type Policy } from "@yinuo/transparency-log";
import { Downloads, Facts, figure, Notice, Part, Title, Two, type Fact } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { proofWords } from "../../words/proof.ts";
import type { Lang } from "../../lang.ts";
import { redactionsPath, verifierPath, verifyPath } from "../addresses.ts";
import { publicPage } from "../frame.tsx";
import { namesOf } from "../names.ts";
import { keyOfLog, policyOfLog } from "../verify/log-key.ts";
import { Keys } from "./keys.tsx";

export const logPage = async (c: Ctx): Promise<Response> => {
  const lang = c.get("lang");
  const words = proofWords[lang].log;
  const deps = c.get("deps");
  const { db } = deps.store;
  const [state, policy, redacted, bodies, keys] = await Promise.all([
    logStateOf(db),
    policyOfLog(deps),
    countRedactions(db),
    listBodies(db),
    listBodyKeys(db),
  ]);
  const nameOf = namesOf(bodies, lang);
  return publicPage(
    c,
    { title: words.title, description: words.lead },
    <div class="flow">
      <Title title={words.title} lead={words.lead} />
      <Trouble c={c} state={state} />
      <Lost lang={lang} state={state} />
      <Two>
        <div class="flow">
          <Part title={words.state} id="state">
            {state.checkpoint === undefined ? (
              <p>{words.none}</p>
            ) : (
              <Facts facts={factsOf(c, { state, policy, checkpoint: state.checkpoint })} />
            )}
          </Part>
          <Weekly c={c} state={state} />
        </div>
        <How c={c} />
      </Two>
      <Keys c={c} keys={keys} nameOf={nameOf} />
      <Redacted lang={lang} counts={redacted} nameOf={nameOf} />
      <Part title={words.limits} id="limits">
        <ul>
          {words.limitsList.map((limit) => (
            <li>{limit}</li>
          ))}
        </ul>
      </Part>
    </div>,
  );
};

function Trouble({ c, state: { trouble } }: { c: Ctx; state: LogState }) {
  const lang = c.get("lang");
  const words = proofWords[lang].log;
  if (trouble === undefined) return null;
  return (
    <Notice lang={lang} kind="warning" title={words.trouble}>
      {words.troubleText} {words.since(dayOf(c, trouble.since))}
    </Notice>
  );
}

/** Where the ledger itself can no longer say what it signed. */
function Lost({ lang, state: { lost } }: { lang: Lang; state: LogState }) {
  const words = proofWords[lang].log;
  if (lost === undefined) return null;
  const { entries, first, last } = lost;
  return (
    <Notice
      lang={lang}
      kind="warning"
      title={words.lost(figure(entries, lang), figure(first, lang), figure(last, lang))}
    >
      {words.lostText}
    </Notice>
  );
}

type RedactedProps = {
  readonly lang: Lang;
  readonly counts: Awaited<ReturnType<typeof countRedactions>>;
  readonly nameOf: (code: string) => string;
};

/** How often each body had a hand in it. */
function Redacted({ lang, counts, nameOf }: RedactedProps) {
  const words = proofWords[lang].redactions;
  return (
    <Part title={words.title} id="redactions">
      <p>{words.text}</p>
      {counts.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Facts
          facts={counts.map(({ body, fields }) => ({
            term: nameOf(body),
            value: words.fields(figure(fields, lang)),
          }))}
        />
      )}
      <p>
        <a href={redactionsPath(lang)}>{words.link}</a>
      </p>
    </Part>
  );
}

const dayOf = (c: Ctx, at: string): string =>
  formatDay(todayIn(new Date(at), c.get("jurisdiction").timeZone), c.get("lang"));

type Checkpoint = NonNullable<LogState["checkpoint"]>;
type Known = {
  readonly state: LogState;
  readonly policy: Policy | undefined;
  readonly checkpoint: Checkpoint;
};

const factsOf = (c: Ctx, { state, policy, checkpoint }: Known): readonly Fact[] => {
  const lang = c.get("lang");
  const words = proofWords[lang].log;
  const key = keyOfLog(policy);
  const witnesses = witnessesOf(checkpoint, policy);
  const backlog = state.backlog === 0 ? undefined : words.backlog(figure(state.backlog, lang));
  return [
    { term: words.name, value: <code>{checkpoint.origin}</code> },
    { term: words.size, value: words.entries(figure(checkpoint.size, lang)) },
    ...(state.pending === 0 && backlog === undefined
      ? []
      : [{ term: words.waiting, value: words.entries(figure(state.pending, lang)), note: backlog }]),
    { term: words.root, value: <code>{toBase64(checkpoint.root)}</code>, note: words.rootNote },
    { term: words.signed, value: <time datetime={checkpoint.at}>{dayOf(c, checkpoint.at)}</time> },
    ...(key === undefined ? [] : [{ term: words.key, value: <code>{key}</code>, note: words.keyNote }]),
    {
      term: words.witnesses,
      value: witnesses.length === 0 ? words.noWitnesses : witnesses.map((name) => <code>{name}</code>),
    },
  ];
};

/** Those of the policy whose cosignature is on the checkpoint. */
const witnessesOf = ({ note }: Checkpoint, policy: Policy | undefined): readonly string[] => {
  if (policy === undefined) return [];
  const keys = { logs: policy.logs.map(({ key }) => key), witnesses: policy.witnesses.map(({ key }) => key) };
  const opened = openCheckpoint(Buffer.from(note), keys);
  return opened.ok
    ? opened.value.signed.flatMap(({ key, time }) => (time === undefined ? [] : [key.name]))
    : [];
};

function Weekly({ c, state: { checkpoint } }: { c: Ctx; state: LogState }) {
  const words = proofWords[c.get("lang")].log;
  if (checkpoint === undefined) return null;
  const { origin, size, root, at } = checkpoint;
  return (
    <Part title={words.weekly} id="weekly">
      <p>{words.weeklyText}</p>
      <p>
        <code>{words.line({ origin, on: dayOf(c, at), size, root: toBase64(root) })}</code>
      </p>
    </Part>
  );
}

function How({ c }: { c: Ctx }) {
  const lang = c.get("lang");
  const words = proofWords[lang].log;
  const origin = c.get("deps").config.origins[0] ?? "";
  return (
    <Part title={words.how} id="how">
      <ol>
        {words.steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <p>
        {words.address} <code>{`${origin}/log`}</code>
      </p>
      <p>
        <a href={verifyPath(lang)}>{words.page}</a>
        <br />
        <a href={verifierPath(lang)} download={true}>
          {words.file}
        </a>
      </p>
      <Downloads
        lang={lang}
        files={[]}
        note={words.files}
        more={["checkpoint", "policy"].map((name) => ({ href: `/log/${name}`, text: name }))}
      />
    </Part>
  );
}
