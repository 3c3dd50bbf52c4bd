// A log asks the witnesses of its policy: each gets the checkpoint with the proof it needs, its cosignature joins the note.

import { parseCheckpointText } from "./checkpoint.ts";
import type { Hash } from "./hashing.ts";
import { formatNote, parseNote } from "./note.ts";
import type { PolicyWitness } from "./policy.ts";
import { ED25519, type Ed25519 } from "./signature.ts";
import { addCosignatures, formatAddCheckpoint, readConflict } from "./witness.ts";

export type Cosigning = {
  /** The checkpoint as the log signed it. */
  readonly checkpoint: Uint8Array;
  /** Those without an address are passed over. */
  readonly witnesses: readonly PolicyWitness[];
  /** That the tree of the checkpoint continues the one of size `from`; `undefined` where that cannot be shown. */
  readonly prove: (from: number) => Promise<readonly Hash[] | undefined>;
  /** The size each witness saw last, by its name, as far as the log remembers: saves a question. */
  readonly seen?: ReadonlyMap<string, number>;
  /** POST; throws or gives up in its own time when nobody answers. */
  readonly post: (
    address: string,
    body: Uint8Array,
  ) => Promise<{ readonly status: number; readonly body: Uint8Array }>;
  readonly crypto?: Ed25519;
};

/**
 * `cosigned`: its signature is on the note. `ahead`: it has seen more of this log than the checkpoint covers, so a past
 * was lost here. `refused`: with this status; 422 says that the witness saw another history. `unreachable`: no answer.
 * `badAnswer`: status 200 without a signature of its key.
 */
export type WitnessOutcome =
  | { readonly witness: string; readonly is: "cosigned"; readonly size: number }
  | { readonly witness: string; readonly is: "ahead"; readonly size: number }
  | { readonly witness: string; readonly is: "refused"; readonly status: number; readonly says: string }
  | { readonly witness: string; readonly is: "unreachable"; readonly problem: string }
  | { readonly witness: string; readonly is: "badAnswer" };

export type Cosigned = { readonly checkpoint: Uint8Array; readonly outcomes: readonly WitnessOutcome[] };

/** All at once; one that is slow or lies keeps nobody else's signature from the note. */
export const collectCosignatures = async (wish: Cosigning): Promise<Cosigned> => {
  const asked = wish.witnesses.flatMap(({ url, ...witness }) =>
    url === undefined ? [] : [{ ...witness, url }],
  );
  const answers = await Promise.all(asked.map((witness) => ask(wish, witness)));
  let { checkpoint } = wish;
  const outcomes = answers.map((answer, at): WitnessOutcome => {
    if (!("line" in answer)) return answer;
    const { witness, size, line } = answer;
    const note = parseNote(checkpoint);
    const key = asked[at]?.key;
    if (!note.ok || key === undefined) return { witness, is: "badAnswer" };
    const { crypto = ED25519 } = wish;
    const added = addCosignatures(note.value, line, { witnesses: [key], crypto });
    if (!added.ok) return { witness, is: "badAnswer" };
    checkpoint = formatNote(added.value);
    return { witness, is: "cosigned", size };
  });
  return { checkpoint, outcomes };
};

type Asked = PolicyWitness & { readonly url: string };
type Line = { readonly witness: string; readonly size: number; readonly line: Uint8Array };

const CONFLICT = 409;

const ask = async (wish: Cosigning, { name, url }: Asked): Promise<WitnessOutcome | Line> => {
  const size = sizeOf(wish.checkpoint);
  const submit = async (from: number) => {
    const proof = await wish.prove(from);
    if (proof === undefined) throw new Error(`no proof from size ${from}`);
    const body = formatAddCheckpoint({ oldSize: from, proof, checkpoint: wish.checkpoint });
    return wish.post(`${url.replace(/\/$/, "")}/add-checkpoint`, body);
  };
  try {
    let answer = await submit(wish.seen?.get(name) ?? size);
    const from = answer.status === CONFLICT ? readConflict(answer.body) : undefined;
    if (from !== undefined && from > size) return { witness: name, is: "ahead", size: from };
    // It says itself where it stands; once is enough, since nobody else submits this log.
    if (from !== undefined) answer = await submit(from);
    if (answer.status === 200) return { witness: name, size, line: answer.body };
    const says = new TextDecoder().decode(answer.body.subarray(0, 200)).trim();
    return { witness: name, is: "refused", status: answer.status, says };
  } catch (problem) {
    return { witness: name, is: "unreachable", problem: String(problem) };
  }
};

const sizeOf = (checkpoint: Uint8Array): number => {
  const note = parseNote(checkpoint);
  const read = note.ok ? parseCheckpointText(note.value.text) : note;
  if (!read.ok) throw new TypeError(`not a checkpoint: ${read.error.code}`);
  return read.value.size;
};
