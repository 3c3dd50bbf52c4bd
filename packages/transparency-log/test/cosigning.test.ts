// A log asks its witnesses: those that saw less, those that saw another past, those that are silent or lie.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  answerAddCheckpoint,
  checkCheckpoint,
  collectCosignatures,
  proveConsistency,
  rootOf,
  signCheckpoint,
  EMPTY_TREE,
  withLeaf,
  type Cosigning,
  type SignerKey,
  type Witnessed,
} from "@yinuo/transparency-log";
import { LOG, policyOf, vkey, WITNESSES } from "./keys.ts";
import { fast, hashesOver, leaves, leafOf, rootAt, utf8 } from "./logs.ts";

/** A witness in memory, and what it has seen. */
const witnessOf = (signer: SignerKey) => {
  const stored = new Map<string, Witnessed>();
  const answer = (body: Uint8Array) => {
    const state = {
      logs: [LOG.verifier],
      stored: (origin: string) => stored.get(origin),
      signer,
      time: 1_700_000_000,
    };
    const said = answerAddCheckpoint(body, state);
    if (said.status === 200) stored.set(said.keep.origin, said.keep);
    return said;
  };
  return { answer, stored };
};

const world = () => {
  const all = leaves(0, 40);
  const witnesses = new Map(
    WITNESSES.map((signer) => [`https://${signer.verifier.name}/add-checkpoint`, witnessOf(signer)]),
  );
  const policy = policyOf(
    [
      `log ${vkey(LOG)}`,
      ...WITNESSES.map((each, at) => `witness w${at + 1} ${vkey(each)} https://${each.verifier.name}/`),
      "group two 2 w1 w2 w3",
      "quorum two",
      "",
    ].join("\n"),
  );
  const posts: string[] = [];
  const post: Cosigning["post"] = async (address, body) => {
    posts.push(address);
    return witnesses.get(address)?.answer(body) ?? assert.fail(address);
  };
  const prove: Cosigning["prove"] = async (from) => proveConsistency({ from, to: 40 }, hashesOver(all), fast);
  const checkpoint = signCheckpoint({ size: 40, root: rootAt(40) }, LOG);
  return {
    witnesses: [...witnesses.values()],
    policy,
    posts,
    wish: { checkpoint, witnesses: policy.witnesses, post, prove },
  };
};

describe("asking for cosignatures", () => {
  it("reaches the quorum, catching up with each witness in one more question", async () => {
    const { policy, posts, wish, witnesses } = world();
    witnesses[1]?.stored.set(LOG.verifier.name, { size: 17, root: rootAt(17) });
    const { checkpoint, outcomes } = await collectCosignatures(wish);
    assert.deepEqual(
      outcomes.map(({ is }) => is),
      ["cosigned", "cosigned", "cosigned"],
    );
    assert.equal(posts.length, 6);
    const checked = checkCheckpoint(checkpoint, policy);
    assert.ok(checked.ok && checked.value.signed.length === 4);
    assert.ok(!checkCheckpoint(wish.checkpoint, policy).ok);
  });

  it("asks once where the log remembers what the witness saw", async () => {
    const { posts, wish } = world();
    await collectCosignatures({
      ...wish,
      seen: new Map([
        ["w1", 0],
        ["w2", 0],
        ["w3", 0],
      ]),
    });
    assert.equal(posts.length, 3);
  });

  it("says who saw another history, who is ahead, who is silent and who lies; the others' signatures stay", async () => {
    const { policy, wish, witnesses } = world();
    const other = rootOf(withLeaf(EMPTY_TREE, leafOf(7), fast), fast);
    witnesses[0]?.stored.set(LOG.verifier.name, { size: 1, root: other });
    witnesses[1]?.stored.set(LOG.verifier.name, { size: 90, root: other });
    const forked = await collectCosignatures(wish);
    assert.deepEqual(
      forked.outcomes.map(({ witness, is }) => [witness, is]),
      [
        ["w1", "refused"],
        ["w2", "ahead"],
        ["w3", "cosigned"],
      ],
    );
    assert.ok(forked.outcomes.some((each) => each.is === "refused" && each.status === 422));
    const silent = await collectCosignatures({
      ...wish,
      post: async (address, body) => {
        if (address.includes("witness1")) throw new Error("nobody answers");
        if (address.includes("witness2")) return { status: 200, body: utf8("nonsense\n") };
        return wish.post(address, body);
      },
    });
    assert.deepEqual(
      silent.outcomes.map(({ is }) => is),
      ["unreachable", "badAnswer", "cosigned"],
    );
    assert.ok(!checkCheckpoint(silent.checkpoint, policy).ok);
  });
});
