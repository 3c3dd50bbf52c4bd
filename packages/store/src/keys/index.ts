// The keys with which bodies sign: opened with a password, kept for a session, given on, replaced.

export {
  forgetOpenedKey,
  keepOpenedKey,
  newAccountKey,
  openAccountKey,
  openExistingKey,
  openedKeyOf,
  sessionOfToken,
  saveAccountKey,
  wrapAccountKey,
  type Opened,
} from "./account-keys.ts";
export { holdingsOf, signersOfAccount, type Holding, type Signatory } from "./body-keys.ts";
export { equipAccount } from "./equipping.ts";
export { KEY_STATES, listBodyKeys, type ListedKey } from "./listed.ts";
export { giveKeys, waitingFor, type WaitingAccount } from "./giving.ts";
export { deriveKey, openSealed, type DeriveKey } from "./sealing.ts";
export { rotateKeys, tendKeys } from "./tending.ts";
