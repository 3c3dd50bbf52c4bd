// What a checkpoint says, for those who read it: the root as text, and who cosigned when.

import { toBase64, type OpenedCheckpoint } from "@yinuo/transparency-log";

export const rootText = ({ root }: { readonly root: Uint8Array }): string => toBase64(root);

/** `time`: Unix seconds. */
export const cosignersOf = ({
  signed,
}: OpenedCheckpoint): readonly { readonly name: string; readonly time: number }[] =>
  signed.flatMap(({ key, time }) => (time === undefined ? [] : [{ name: key.name, time }]));
