// Spreadsheets in and out: what a read file says of itself, and tables to files people can open. Reading is in open.ts.
export { ENCODINGS, LIMITS, SEPARATORS } from "./opened.ts";
export type {
  Cell,
  Choices,
  Column,
  Day,
  DayOrder,
  Detected,
  Encoding,
  Format,
  HeaderPlace,
  LooksLike,
  NumberFormat,
  Opened,
  Refusal,
  Result,
  Row,
  Separator,
  Sheet,
  Value,
  Warning,
} from "./opened.ts";
export { readNumber } from "./read-number.ts";
export type { NumberRefusal, ReadNumber } from "./read-number.ts";
export { dayOfSerial, serialOfDay } from "./serial-day.ts";
export type { Table, TableColumn, TableValue } from "./table.ts";
export { writeCsv } from "./write-csv.ts";
export { writeXlsx } from "./write-xlsx.ts";
