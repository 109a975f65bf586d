/** Labels of periods, made from their codes: a release has them in English only. */
import { formatDay } from '../../figures/dates.ts';
import { monthCode, periodMonths } from '../../program/period.ts';
import type { Messages } from '../messages/message-types.ts';

/** `2025-04`, `2025-Q2`, `2025`, `FY2025`, `2024-01..2024-06` in words; undefined for what is no period. */
export function periodName(code: string, language: string, messages: Messages): string | undefined {
  if (/^\d{4}$/.test(code)) return code;
  if (/^FY\d{4}$/.test(code)) return messages.words.fiscalYear.text({ year: code.slice(2) });
  const months = periodMonths(code, 1);
  if (months === undefined) return undefined;
  const [first, last] = months.map((month) => formatDay(monthCode(month), language));
  return first === undefined || last === undefined || first === last
    ? first
    : messages.words.periodRange.text({ from: first, to: last });
}
