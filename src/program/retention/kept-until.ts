/**
 * Until which month the record is kept of somebody who applied in a month and got the card in the same, by the rules of
 * `program.json` that can be counted with (retention.ts):
 *
 *   kept until  =  month of application + validity of the card + years after expiry
 */
import { monthCode, monthNumber } from '../period.ts';
import type { Retention } from './retention.ts';

/** `2033-02`; undefined where the rules name no such group or age, or nothing ends. */
export function keptUntil(
  { groups, validity }: Pick<Retention, 'groups' | 'validity'>,
  { group, age, month }: { readonly group: string; readonly age: string; readonly month: string },
): string | undefined {
  const rule = groups.find(({ id }) => id === group);
  const valid = validity.find((one) => one.age === age)?.years;
  const from = monthNumber(month);
  if (rule?.after !== 'expiry' || rule.years === undefined || from === undefined) return undefined;
  return typeof valid === 'number' ? monthCode(from + 12 * (valid + rule.years)) : undefined;
}

/** When a way to apply opened and closed: days or months. */
interface Open {
  readonly opened?: string | undefined;
  readonly closed?: string | undefined;
}

/** Whether a way to apply was open in a month, as far as its first and last day tell. */
export function wasOpen({ opened = '', closed = '' }: Open, month: string): boolean {
  return opened !== '' && opened.slice(0, 7) <= month && (closed === '' || month <= closed.slice(0, 7));
}

/** The month in which a way opened, and the same of each year after it, up to a month. */
export function yearlyMonths({ opened = '' }: Open, upTo: string): string[] {
  const [from, to] = [monthNumber(opened.slice(0, 7)), monthNumber(upTo)];
  if (from === undefined || to === undefined || to < from) return [];
  return Array.from({ length: Math.floor((to - from) / 12) + 1 }, (_, at) => monthCode(from + 12 * at));
}

/** The months in which a way to apply was open, first to last; none where it is open still. */
export function openMonths({ opened = '', closed = '' }: Open): string[] {
  const [from, to] = [monthNumber(opened.slice(0, 7)), monthNumber(closed.slice(0, 7))];
  if (from === undefined || to === undefined) return [];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => monthCode(from + at));
}
