// Excel's serial numbers to calendar days and back, by arithmetic alone: no process time zone takes part.
// ECMA-376 part 1, 18.17.4.1 (date systems 1900 and 1904).
import type { Day } from "./opened.ts";

const MS_PER_DAY = 86_400_000;
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** The 1900 system counts a 29 February 1900 that never was; from 61 on, this epoch absorbs it. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const NO_SUCH_DAY = 60;
const LAST_SERIAL = 2_958_465; // 9999-12-31

/** `undefined` where the serial names no day. `time` is there when the serial has a fraction, to the second. */
export function dayOfSerial(serial: number, dates1904: boolean): { day: Day; time?: string } | undefined {
  if (!Number.isFinite(serial) || serial < 0 || serial >= LAST_SERIAL + 1) return undefined;
  const seconds = Math.round(serial * 86_400);
  const whole = Math.floor(seconds / 86_400);
  if (!dates1904 && (whole === NO_SUCH_DAY || whole === 0)) return undefined;
  const epoch = dates1904 ? EPOCH_1904 : EPOCH_1900 + (whole < NO_SUCH_DAY ? MS_PER_DAY : 0);
  const iso = new Date(epoch + whole * MS_PER_DAY).toISOString();
  if (iso.length !== 24) return undefined;
  const rest = seconds - whole * 86_400;
  const day = iso.slice(0, 10);
  return rest === 0 ? { day } : { day, time: new Date(rest * 1000).toISOString().slice(11, 19) };
}

/** `undefined` for what is no day, and for days before 1900-03-01, on which spreadsheet programs disagree. */
export function serialOfDay(day: Day): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(day)) return undefined;
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day) return undefined;
  const serial = (at - EPOCH_1900) / MS_PER_DAY;
  return serial > NO_SUCH_DAY ? serial : undefined;
}
