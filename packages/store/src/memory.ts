// Answers kept while the data stays the same: a page of a list need not count all the others again.

import type { Db } from "./connection.ts";

/** Grows with every change; undefined while changes by other processes could go unheard. */
type Stamp = () => number | undefined;

type Memory = {
  readonly stamp: Stamp;
  readonly answers: Map<string, unknown>;
  stampOfAnswers: number | undefined;
};

const memories = new WeakMap<Db, Memory>();

/** Without it, and within a transaction, every question goes to the database. */
export const giveMemory = (db: Db, stamp: Stamp): void => {
  memories.set(db, { stamp, answers: new Map(), stampOfAnswers: undefined });
};

export const shareMemory = (handle: Db, db: Db): void => {
  const memory = memories.get(db);
  if (memory !== undefined) memories.set(handle, memory);
};

const MOST = 1000;

/** `question` names everything the answer depends on besides the data. */
export const remembered = async <T>(db: Db, question: string, ask: () => Promise<T>): Promise<T> => {
  const memory = memories.get(db);
  const stamp = memory?.stamp();
  if (memory === undefined || stamp === undefined) return ask();
  if (memory.stampOfAnswers !== stamp || memory.answers.size > MOST) memory.answers.clear();
  memory.stampOfAnswers = stamp;
  if (memory.answers.has(question)) return memory.answers.get(question) as T;
  const answer = await ask();
  // Something may have changed while the database was answering.
  if (memory.stamp() === stamp) memory.answers.set(question, answer);
  return answer;
};
