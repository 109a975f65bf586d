/**
 * What a finding says of published cells beside its figures: that one count is above another, that a share is near a
 * simple fraction, that nobody was counted. Pages print it in words, and the gate holds each claim against the release.
 *
 *   level      the first cell has a count                      cells: now
 *   change     says how the second is to the first             cells: before, now
 *   stock      the same of a stock                             cells: before, now; or now alone
 *   share      the first is a part of the second               cells: part, whole; `says` a fraction that is near
 *   none       none of the cells counts anybody                cells: 0, or not applicable
 *   most       the first count is the highest of all           cells: every one of them has a count
 *   gap        fewer than half of the counts can be read       cells: all, those left out that can only be zero
 *   unchanged  no figure differs from the release before       no cells
 *
 * A claim that needs a count which is not published does not hold.
 */
import { z } from 'astro/zod';
import type { PublishedCell } from './cell.ts';
import { FRACTIONS, fractionNear } from './fraction.ts';

const FORMS = ['level', 'change', 'stock', 'share', 'none', 'most', 'gap', 'unchanged'] as const;
export type Form = (typeof FORMS)[number];

const CHANGES = ['more', 'fewer', 'same'] as const;
export type ChangeWord = (typeof CHANGES)[number];

export const claimSchema = z.strictObject({
  form: z.enum(FORMS),
  /** What it speaks of, as ids: `cards-issued|channel|online`. Two findings of a page never have form and subject alike. */
  subject: z.string(),
  program: z.string(),
  release: z.string(),
  cells: z.array(z.string()).readonly(),
  says: z.enum([...CHANGES, ...FRACTIONS, '']),
});
export type Claim = z.infer<typeof claimSchema>;

/** A release as far as claims speak of it. */
export interface Claimable {
  readonly cells: ReadonlyMap<string, PublishedCell>;
  /** How many figures differ from the release before. */
  readonly changes: number;
}

/** Whether everything published bears the claim out. */
export function holds({ form, cells, says }: Pick<Claim, 'form' | 'cells' | 'says'>, of: Claimable): boolean {
  const found = cells.map((cell) => of.cells.get(cell));
  if (found.includes(undefined)) return false;
  const known = found.filter((cell) => cell !== undefined);
  const counts = known.map(({ count }) => count ?? Number.NaN);
  const [first = Number.NaN, second = Number.NaN] = counts;
  switch (form) {
    case 'level':
      return cells.length === 1 && !Number.isNaN(first) && says === '';
    case 'change':
    case 'stock':
      return cells.length === 1
        ? form === 'stock' && first >= 0 && says === ''
        : changeWord(first, second) === says;
    case 'share':
      return cells.length === 2 && first <= second && (fractionNear(first / second) ?? '') === says;
    case 'none':
      return (
        known.length > 0 && says === '' && known.every(({ count, status }) => count === 0 || status === 'z')
      );
    case 'most':
      return known.length > 1 && says === '' && counts.every((count) => count <= first);
    case 'gap':
      return says === '' && isMostlyUnread(known);
    case 'unchanged':
      return cells.length === 0 && says === '' && of.changes === 0;
  }
}

/** How the second count is to the first; undefined where one of them is not known. */
export function changeWord(before: number, now: number): ChangeWord | undefined {
  if (Number.isNaN(before) || Number.isNaN(now)) return undefined;
  if (now === before) return 'same';
  return now > before ? 'more' : 'fewer';
}

/** Counts that can only be zero were never to be read. */
export function isMostlyUnread(cells: readonly PublishedCell[]): boolean {
  const countable = cells.filter(({ status }) => status !== 'z');
  return countable.filter(({ count }) => count !== null).length * 2 < countable.length;
}
