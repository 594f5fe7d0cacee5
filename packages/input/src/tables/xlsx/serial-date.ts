import { dayOf, printDate } from '@qingdan/core';
import type { DateCell } from '../sheet/cell.js';

const SECONDS_A_DAY = 86_400;

/**
 * The day of a spreadsheet's serial number; undefined where it stands for none.
 *
 * @param is1904 day 0 is 1904-01-01. Else day 1 is 1900-01-01, and there is a day 60 that never was: 29 February 1900.
 */
export function serialDate(serial: number, is1904: boolean): DateCell | undefined {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_466) return undefined;
  // Rounded to seconds: the fraction is a binary one.
  const seconds = Math.round(serial * SECONDS_A_DAY);
  const whole = Math.floor(seconds / SECONDS_A_DAY);
  const rest = seconds - whole * SECONDS_A_DAY;
  if (!is1904 && (whole === 0 || whole === 60)) return undefined;
  const start = is1904 ? dayOf(1904, 1, 1) : dayOf(1899, 12, whole < 60 ? 31 : 30);
  const day = printDate(start + whole);
  if (rest === 0) return { kind: 'date', day };
  const parts = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60];
  const time = parts.map((part) => String(part).padStart(2, '0')).join(':');
  return { kind: 'date', day, time };
}
