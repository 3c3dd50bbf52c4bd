// Backup and restore of everything in one file.

export { backUp, type BackUpWish } from "./back-up.ts";
export type { BackupRefusal, Damage, Manifest } from "./manifest.ts";
export { needEmptyFolder, openBackup, restore, type Compared, type RestoreWish } from "./restore.ts";
