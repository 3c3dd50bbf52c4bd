// What may be done with an account, by whom; and that there is always a steward left who gets in.

import { strict as assert } from "node:assert";
import { describe, it } from "node:test";
import {
  accountId,
  changeAccount,
  closeAccount,
  helpAccount,
  reopenAccount,
  type Account,
  type AccountChangeContext,
} from "../src/index.ts";
import { bodies, clerk, court, refusal, steward, today, value } from "./world.ts";

const officer: Account = {
  id: accountId("a-1"),
  name: "法院填报",
  email: "court@example.org",
  role: "officer",
  body: court.code,
  version: 3,
};
const own: Account = { ...officer, id: steward.account, role: "steward", body: undefined };
const other: Account = { ...own, id: accountId("a-2"), email: "other@example.org" };
const context: AccountChangeContext = {
  by: steward,
  today,
  bodies,
  emails: new Set(["taken@example.org"]),
  openStewards: 2,
};
const input = (account: Account, more: Partial<Account> = {}) => ({
  ...account,
  ...more,
  seenVersion: account.version,
});
const code = (result: Parameters<typeof refusal>[0]) => refusal(result).code;

describe("changing an account", () => {
  it("keeps the id, counts the version and says what happened", () => {
    const { state, event } = value(
      changeAccount(
        officer,
        input(officer, { email: " New@Example.org ", role: "editor", body: undefined }),
        context,
      ),
    );
    assert.deepEqual(
      [state.id, state.email, state.role, state.body, state.version, event.verb],
      ["a-1", "new@example.org", "editor", undefined, 4, "account.changed"],
    );
  });

  it("is a steward's work, on the version they saw, and on an open account", () => {
    assert.equal(code(changeAccount(officer, input(officer), { ...context, by: clerk })), "roleMayNot");
    assert.equal(
      code(changeAccount(officer, { ...input(officer), seenVersion: 2 }, context)),
      "changedMeanwhile",
    );
    assert.equal(code(changeAccount(officer, input(officer), context)), "nothingChanged");
    assert.equal(
      code(changeAccount({ ...officer, closedOn: today }, input(officer, { name: "x" }), context)),
      "accountClosed",
    );
    assert.equal(
      code(changeAccount(officer, input(officer, { email: "taken@example.org" }), context)),
      "emailTaken",
    );
  });

  it("lets a steward rename their own account and not demote it", () => {
    assert.equal(value(changeAccount(own, input(own, { name: "新名称" }), context)).state.name, "新名称");
    assert.equal(code(changeAccount(own, input(own, { role: "editor" }), context)), "ownAccount");
  });
});

describe("the last open steward", () => {
  const alone = { ...context, openStewards: 1 };
  for (const [who, account] of [
    ["own", own],
    ["another's", other],
  ] as const)
    for (const console of [false, true])
      it(`is neither demoted nor closed: ${who} account${console ? ", at the console" : ""}`, () => {
        const at = { ...alone, console };
        assert.equal(code(changeAccount(account, input(account, { role: "editor" }), at)), "lastSteward");
        assert.equal(code(closeAccount(account, at)), "lastSteward");
      });

  it("is not the last once there is another, who may then do it", () => {
    assert.equal(value(closeAccount(other, context)).state.closedOn, today);
    assert.equal(value(changeAccount(other, input(other, { role: "editor" }), context)).state.role, "editor");
  });

  it("may close everybody else", () => {
    assert.equal(value(closeAccount(officer, alone)).event.verb, "account.closed");
  });
});

describe("a closed account", () => {
  const closed = value(closeAccount(officer, context)).state;
  it("is closed once, and can be reopened as it was", () => {
    assert.equal(code(closeAccount(closed, context)), "accountClosed");
    const { closedOn, version, ...rest } = value(reopenAccount(closed, context)).state;
    const { version: _version, ...before } = officer;
    assert.deepEqual([closedOn, version], [undefined, 5]);
    assert.deepEqual(rest, before);
    assert.equal(code(reopenAccount(officer, context)), "nothingChanged");
    assert.equal(code(reopenAccount(closed, { ...context, by: clerk })), "roleMayNot");
  });
});

describe("helping somebody in", () => {
  for (const verb of [
    "account.password-reset",
    "account.second-step-reset",
    "account.sessions-ended",
  ] as const) {
    it(`${verb}: for another account, or from the console for any`, () => {
      assert.equal(value(helpAccount(officer, verb, context)).event.verb, verb);
      assert.equal(code(helpAccount(own, verb, context)), "ownAccount");
      assert.equal(value(helpAccount(own, verb, { ...context, console: true })).event.verb, verb);
    });
    it(`${verb}: a steward's work, and not for a closed account`, () => {
      assert.equal(code(helpAccount(officer, verb, { ...context, by: clerk })), "roleMayNot");
      assert.equal(code(helpAccount({ ...officer, closedOn: today }, verb, context)), "accountClosed");
    });
  }
});
