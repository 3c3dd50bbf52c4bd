// The audit: a sound log has no finding, and each way to cheat has one, at its place.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  auditEntries,
  ED25519,
  formatEntry,
  parseEntry,
  startAudit,
  type AuditFinding,
  type AuditOptions,
  type Entry,
} from "@yinuo/transparency-log";
import type { Day } from "@yinuo/period";
import { countyLog, publicOf, saltOf, signerOf, smallCounty, type Wish } from "./county.ts";
import { hex, rootAt, utf8 } from "./logs.ts";
import { NODE_ED25519 } from "./node-crypto.ts";

const all = (entries: readonly Uint8Array[], options: AuditOptions = {}) => {
  const auditor = startAudit({ verify: NODE_ED25519.verify, ...options });
  return { findings: entries.flatMap((entry) => [...auditor.add(entry)]), report: auditor.report() };
};
const faults = (entries: readonly Uint8Array[]): readonly string[] =>
  all(entries).findings.map(
    (finding) => `${finding.index} ${"fault" in finding ? finding.fault : finding.flag}`,
  );

const SUBJECT = "commitment/2026/SF-03";
const amended: Wish = { type: "commitment.amended", body: "司法局", subject: SUBJECT };
const redaction = (change: Partial<NonNullable<Wish["redaction"]>> = {}): Wish => ({
  type: "redaction.made",
  body: "司法局",
  subject: SUBJECT,
  redaction: {
    target: 4,
    field: "reason.1",
    ground: "personal-data",
    approvers: ["司法局", "督查办公室"],
    ...change,
  },
});
const approvers = [signerOf("司法局"), signerOf("督查办公室")];
const rotated = signerOf("司法局", 2);
const rotation: Wish = {
  type: "key.rotated",
  body: "司法局",
  subject: "key/司法局",
  key: { public: publicOf(rotated) },
};
const revocation: Wish = {
  type: "key.revoked",
  body: "司法局",
  subject: "key/司法局",
  key: { public: publicOf(signerOf("司法局")), ground: "compromised" },
};

describe("a sound log", () => {
  const county = smallCounty();
  county.add(amended);
  county.add(rotation, [signerOf("司法局"), rotated]);
  county.add(amended, [rotated]);
  county.add(redaction(), [rotated, signerOf("督查办公室")]);
  county.add({ ...revocation, key: { public: publicOf(rotated), ground: "lost" } }, [signerOf(null)]);
  county.addKey("司法局");
  county.add(amended);

  it("has no finding, and the tree, keys and redactions that it should have", () => {
    const { findings, report } = all(county.entries);
    assert.deepEqual(findings, []);
    assert.equal(report.tree.size, county.entries.length);
    assert.deepEqual([report.faults, report.flags, report.keys.size], [0, 0, 4]);
    assert.deepEqual(
      report.redactions.map(({ index, target }) => [index, target]),
      [[8, 4]],
    );
    assert.deepEqual(
      [...report.redactionsByBody],
      [
        ["司法局", 1],
        ["督查办公室", 1],
      ],
    );
  });

  it("is audited the same as a stream", async () => {
    const stream = async function* () {
      yield* county.entries;
    };
    const audit = auditEntries(stream(), { verify: NODE_ED25519.verify });
    const { done, value } = await audit.next();
    assert.ok(done);
    assert.deepEqual(value, all(county.entries).report);
  });

  it("has the root of RFC 6962, whatever the entries are", () => {
    const { report } = all(Array.from({ length: 10 }, (_, index) => utf8(`entry ${index}`)));
    assert.equal(hex(report.root), hex(rootAt(10)));
    assert.equal(report.faults, 10);
  });

  it("is told apart from itself with an entry dropped, doubled or put elsewhere", () => {
    const { entries } = county;
    for (let at = 0; at < entries.length - 1; at += 1) {
      assert.notDeepEqual(faults(entries.toSpliced(at, 1)), [], `without ${at}`);
      assert.notDeepEqual(faults(entries.toSpliced(at, 0, entries[at] ?? assert.fail())), [], `twice ${at}`);
    }
    assert.notDeepEqual(faults(entries.toReversed()), []);
  });
});

describe("the chain of a subject", () => {
  it("breaks where an entry is left out or stands for another", () => {
    const county = smallCounty();
    county.add(amended);
    county.add(amended);
    assert.deepEqual(faults(county.entries.toSpliced(5, 1)), ["5 seqWrong", "5 prevWrong"]);
    const other = smallCounty();
    other.add({ ...amended, date: "2026-06-01" });
    const mixed = [...other.entries, county.entries[6] ?? assert.fail()];
    assert.deepEqual(faults(mixed), ["6 prevWrong"]);
  });

  it("of one subject does not hinder another", () => {
    const county = smallCounty();
    county.add({ ...amended, type: "commitment.published", subject: "commitment/2026/SF-04" });
    county.add(amended);
    county.add({ ...amended, subject: "commitment/2026/SF-04" });
    assert.deepEqual(faults(county.entries), []);
  });
});

describe("signatures", () => {
  const after = (
    wish: Wish,
    signers: readonly ReturnType<typeof signerOf>[],
    before: readonly (readonly [Wish, typeof signers])[] = [],
  ) => {
    const county = smallCounty();
    for (const [each, by] of before) county.add(each, by);
    county.add(wish, signers);
    return faults(county.entries);
  };
  const [own, installation, court, stranger] = [
    signerOf("司法局"),
    signerOf(null),
    signerOf("法院"),
    signerOf("司法局", 5),
  ];
  const revoked = [[revocation, [own]]] as const;

  it("are needed from the body that is said to have spoken", () => {
    assert.deepEqual(after(amended, [own]), []);
    assert.deepEqual(after(amended, [installation]), ["5 signersWrong"]);
    assert.deepEqual(after(amended, [court]), ["5 signersWrong"]);
    assert.deepEqual(after(amended, [own, court]), ["5 signersWrong"]);
    assert.deepEqual(after(amended, [{ ...installation, body: "司法局" }]), ["5 keyUnknown"]);
    assert.deepEqual(after(amended, [stranger]), ["5 keyUnknown"]);
    assert.deepEqual(after({ ...amended, body: "财政局" }, [{ ...own, body: "财政局" }]), ["5 keyUnknown"]);
  });

  it("hold for the whole entry", () => {
    const county = smallCounty();
    const parsed = parseEntry(county.add(amended));
    assert.ok(parsed.ok);
    const changed: Entry = { ...parsed.value, header: { ...parsed.value.header, date: "2026-05-02" as Day } };
    assert.deepEqual(faults(county.entries.with(5, formatEntry(changed))), ["5 signatureWrong"]);
  });

  it("of a key that was rotated or revoked count before and not after", () => {
    const rotate = [[rotation, [own, rotated]]] as const;
    assert.deepEqual(after(amended, [rotated], rotate), []);
    assert.deepEqual(after(amended, [own], rotate), ["6 keyUnknown"]);
    assert.deepEqual(after(amended, [own], revoked), ["6 keyUnknown"]);
  });

  it("bring a key in with the new key's own; without the jurisdiction's that is flagged", () => {
    const added: Wish = {
      type: "key.added",
      body: "财政局",
      subject: "key/财政局",
      key: { public: publicOf(signerOf("财政局")) },
    };
    const next = signerOf("财政局");
    assert.deepEqual(after(added, [next, installation]), []);
    assert.deepEqual(after(added, [next]), ["5 keyUnconfirmed"]);
    assert.deepEqual(after(added, [installation]), ["5 signersWrong"]);
    assert.deepEqual(after(added, [{ ...court, body: "财政局" }, installation]), ["5 keyUnknown"]);
    assert.deepEqual(after({ ...added, body: "司法局", subject: "key/司法局" }, [next, installation]), [
      "5 keyTaken",
    ]);
    const alone = countyLog();
    alone.addKey("法院");
    assert.deepEqual(faults(alone.entries), ["0 keyUnknown"]);
  });

  it("rotate a key by the old and the new one, by the new one alone with a flag, and revoke it by itself or the jurisdiction", () => {
    assert.deepEqual(after(rotation, [own, rotated]), []);
    assert.deepEqual(after(rotation, [rotated, own]), ["5 keyUnknown"]);
    assert.deepEqual(after(rotation, [own]), ["5 keyUnknown"]);
    assert.deepEqual(after(rotation, [rotated]), ["5 keyReplaced"]);
    assert.deepEqual(after(rotation, [installation]), ["5 signersWrong"]);
    assert.deepEqual(after(amended, [own], [[rotation, [rotated]]]), ["5 keyReplaced", "6 keyUnknown"]);
    assert.deepEqual(after(rotation, [own, rotated], revoked), ["6 keyNotActive"]);
    assert.deepEqual(after(revocation, [own]), []);
    assert.deepEqual(after(revocation, [installation]), []);
    assert.deepEqual(after(revocation, [court]), ["5 signersWrong"]);
    assert.deepEqual(after(revocation, [own], revoked), ["6 keyNotActive"]);
    assert.deepEqual(after({ ...revocation, key: { public: publicOf(court), ground: "lost" } }, [own]), [
      "5 keyNotActive",
    ]);
  });

  it("are counted where they are missing, and apart from those where the body had no key to sign with", () => {
    const county = smallCounty();
    county.add(amended, []);
    county.add({ ...amended, body: "财政局", subject: "commitment/2026/CZ-1" }, []);
    county.add(revocation, [own]);
    county.add(amended, []);
    const { findings, report } = all(county.entries);
    assert.deepEqual(findings, []);
    assert.deepEqual([report.unsigned, report.unsignedDespiteKey], [3, 1]);
  });

  it("are the same to the built-in verifier, and can be checked by whoever is faster", () => {
    let asked = 0;
    const verify: typeof ED25519.verify = (...claim) => {
      asked += 1;
      return ED25519.verify(...claim);
    };
    const { entries } = smallCounty();
    assert.deepEqual(all(entries, { verify }).findings, []);
    assert.equal(asked, 8);
    assert.equal(all(entries, { verify: () => false }).findings.length, 5);
  });
});

describe("redactions", () => {
  const after = (wish: Wish, signers = approvers, more: readonly Wish[] = []) => {
    const county = smallCounty();
    for (const each of [wish, ...more]) county.add(each, signers);
    return faults(county.entries);
  };

  it("need both approvers, a field that is there, and happen once", () => {
    assert.deepEqual(after(redaction()), []);
    assert.deepEqual(after(redaction(), [signerOf("司法局")]), ["5 signersWrong"]);
    assert.deepEqual(
      after(redaction(), [signerOf("司法局"), { ...signerOf("司法局"), body: "督查办公室" }]),
      ["5 keyUnknown"],
    );
    assert.deepEqual(after(redaction({ target: 5 })), ["5 targetUnknown"]);
    assert.deepEqual(after(redaction({ target: 99 })), ["5 targetUnknown"]);
    assert.deepEqual(after(redaction({ target: 0 })), ["5 targetOfOtherSubject"]);
    assert.deepEqual(after(redaction({ field: "reason.2" })), ["5 fieldNotInTarget"]);
    assert.deepEqual(after(redaction(), approvers, [redaction()]), ["6 redactedBefore"]);
    assert.deepEqual(after(redaction(), approvers, [redaction({ field: "title" })]), []);
  });

  it("that fail are not counted", () => {
    const county = smallCounty();
    county.add(redaction(), [signerOf("司法局")]);
    assert.deepEqual(all(county.entries).report.redactions, []);
  });
});

describe("dates", () => {
  const county = countyLog();
  for (const body of [null, "法院"]) county.addKey(body);
  for (const date of ["2026-05-01", "2026-05-29", "2026-06-02", "2026-06-30"])
    county.add({
      type: "progress.recorded",
      body: "法院",
      subject: "commitment/2026/1",
      date,
      fields: [{ name: "text", salt: saltOf(1), value: "x" }],
    });

  it("far before the first checkpoint, or after it, are flagged and no faults", () => {
    const options = {
      loggedOn: (index: number) => (index < 2 ? undefined : ("2026-06-01" as Day)),
      flagAfterDays: 30,
    };
    const expected: readonly AuditFinding[] = [
      { index: 2, flag: "loggedLate", days: 31 },
      { index: 4, flag: "datedAhead", days: 1 },
      { index: 5, flag: "datedAhead", days: 29 },
    ];
    const { findings, report } = all(county.entries, options);
    assert.deepEqual(findings, expected);
    assert.deepEqual([report.faults, report.flags], [0, 3]);
  });
});
