// The log published as far as it goes, once: for what must be in a checkpoint before something else may be written.

import { integrate } from "./integrate.ts";
import { begin, type Beginning } from "./sequencer.ts";

/** Whether a checkpoint covers all there was. Where another process sequences meanwhile, that one does the work. */
export const publishLog = async (wish: Beginning): Promise<boolean> => {
  const ready = await begin(wish);
  if (!ready.ok) return false;
  const { db } = wish.store;
  let { position } = ready.value;
  for (;;) {
    const next = await integrate({ db, folder: wish.folder, key: ready.value.key }, position);
    if (!next.ok || next.value === position) return next.ok;
    position = next.value;
  }
};
