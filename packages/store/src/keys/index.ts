// The keys with which bodies sign: opened with a password, kept for a session, given on, replaced.

export {
  forgetOpenedKey,
  keepOpenedKey,
  newAccountKey,
  openAccountKey,
  openedKeyOf,
  sessionOfToken,
  wrapAccountKey,
  type Opened,
} from "./account-keys.ts";
export { signersOfAccount, waitingFor, type Signatory, type WaitingAccount } from "./body-keys.ts";
export { deriveKey, type DeriveKey } from "./sealing.ts";
export { tendKeys } from "./tending.ts";
