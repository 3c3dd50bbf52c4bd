// A redaction as a row of the open-data file: the record it was taken out of has columns of its own, what was taken has none.

import type { Redaction } from "@yinuo/store";
import type { FileRow } from "../downloads/table-file.ts";

export const redactionRow = ({ place, made, target, ...redaction }: Redaction): FileRow => ({
  ...redaction,
  ...place,
  entry: made ?? target,
});
