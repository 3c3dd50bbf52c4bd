// Records progress one after the other and prints each one's number once it is acknowledged, until it is killed.

import { recordProgress } from "@yinuo/core";
import { addProgress, openStore } from "../src/index.ts";
import { as, keyOf, officer, today } from "./ledger.ts";

const [url = "", code = "", from = "0"] = process.argv.slice(2);
const store = await openStore({ url });

for (let at = Number(from); ; at += 1) {
  const added = await addProgress(store.db, keyOf({ code }), as(officer), (current) => {
    if (current === undefined) throw new Error("the commitment is missing");
    return recordProgress(current, { text: `第${at}条进展`, happenedOn: today }, as(officer));
  });
  if (added.ok) process.stdout.write(`${at}\n`);
}
