// At the top of the desk while the log is not being signed: what is wrong, since when, and what is to be done.

import { formatDay, todayIn } from "@yinuo/period";
import { logStateOf } from "@yinuo/store/log";
import { isStalled } from "../log/stalled.ts";
import { logPath } from "../pages/addresses.ts";
import { Notice } from "../parts/index.ts";
import type { Ctx } from "../site.ts";
import { proofWords } from "../words/proof.ts";

/** Nothing while all is well. */
export const logNotice = async (c: Ctx) => {
  const { store, now } = c.get("deps");
  const state = await logStateOf(store.db);
  const stalled = isStalled(state, now());
  if (state.trouble === undefined && !stalled) return null;
  const lang = c.get("lang");
  const words = proofWords[lang];
  const since = state.trouble?.since ?? state.pendingSince ?? "";
  const day = formatDay(todayIn(new Date(since), c.get("jurisdiction").timeZone), lang);
  return (
    <Notice lang={lang} kind="warning" title={`${words.log.trouble} (${words.log.since(day)})`}>
      {state.trouble === undefined ? words.stalled : words.troubles[state.trouble.trouble.code]}{" "}
      <a href={logPath(lang)}>{words.log.title}</a>
    </Notice>
  );
};
