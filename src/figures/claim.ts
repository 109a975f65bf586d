/**
 * What a finding says beside its figures: that one count is above another, that a share is near a simple fraction, that
 * nobody was counted, that nothing left the building. Pages print it in words, and the gate holds each claim against the
 * release; one of no release is held against the record, whose figures are its cells by their ids.
 *
 *   level      the first cell has a count                      cells: now
 *   change     says how the second is to the first             cells: before, now
 *   stock      the same of a stock                             cells: before, now; or now alone
 *   share      the first is a part of the second               cells: part, whole; `says` a fraction that is near
 *   ratio      one share is above another                      cells: part, whole, other part, other whole
 *   none       none of the cells counts anybody                cells: 0, or not applicable
 *   steady     all cells have the same count                   cells: two or more
 *   most       the first count is the highest of all           cells: every one of them has a count
 *   gap        fewer than half of the counts can be read       cells: all, those left out that can only be zero
 *   unchanged  no figure differs from the release before       no cells
 *   hidden     one at least is withheld, and none is told      cells: all that could tell it
 *   median     half of the answers took so many days or less   cells: the days of every answer that is listed
 *   left       says what left with the listed requests         subject: `request|id` or `requester|code`; no cells
 *   outcome    says how a listed request ended                 subject: `request|id`; no cells
 *
 * A claim that needs a count which is not published does not hold.
 */
import { z } from 'astro/zod';
import type { PublishedCell } from '../program/cell.ts';
import { LEFT, type Left, OUTCOMES, type Outcome } from '../program/request.ts';
import { FRACTIONS, fractionNear } from './fraction.ts';

const FORMS = [
  'level',
  'change',
  'stock',
  'share',
  'ratio',
  'none',
  'steady',
  'most',
  'gap',
  'unchanged',
  'hidden',
  'median',
  'left',
  'outcome',
] as const;
export type Form = (typeof FORMS)[number];

const CHANGES = ['more', 'fewer', 'same'] as const;
export type ChangeWord = (typeof CHANGES)[number];

/** What left the building with some of several requests. */
const SOMETHING = 'something';

export const claimSchema = z.strictObject({
  form: z.enum(FORMS),
  /** What it speaks of, as ids: `cards-issued|channel|online`. Two findings of a page never have form and subject alike. */
  subject: z.string(),
  program: z.string(),
  /** Empty where it speaks of the record. */
  release: z.string(),
  cells: z.array(z.string()).readonly(),
  says: z.enum([...CHANGES, ...FRACTIONS, ...LEFT, SOMETHING, ...OUTCOMES, '']),
});
export type Claim = z.infer<typeof claimSchema>;

/** A request that is listed: in a release's docket, or on the record, which does not say what left. */
export interface ListedClaim {
  readonly request: string;
  readonly requester: string;
  readonly outcome: Outcome;
  readonly left: Left | null;
}

/** A release, or the record, as far as claims speak of it. */
export interface Claimable {
  readonly cells: ReadonlyMap<string, PublishedCell>;
  /** How many figures differ from the release before. */
  readonly changes: number;
  readonly requests: readonly ListedClaim[];
}

type Said = Pick<Claim, 'form' | 'subject' | 'cells' | 'says'>;

/** Whether everything published bears the claim out. */
export function claimHolds(claim: Said, of: Claimable): boolean {
  const { form, subject, cells, says } = claim;
  switch (form) {
    case 'unchanged':
      return cells.length === 0 && says === '' && of.changes === 0;
    case 'left':
      return cells.length === 0 && hasLeft(says, requestsOf(subject, of));
    case 'outcome':
      return cells.length === 0 && hasEnded(says, requestsOf(subject, of));
    case 'median':
      return says === '' && cells.length > 0 && isAlike(cells, answeredCells(of));
    default: {
      const found = cells.map((cell) => of.cells.get(cell));
      return (
        !found.includes(undefined) &&
        countsHold(
          form,
          says,
          found.filter((cell) => cell !== undefined),
        )
      );
    }
  }
}

type CountForm = Exclude<Form, 'unchanged' | 'left' | 'outcome' | 'median'>;

function countsHold(form: CountForm, says: Claim['says'], known: readonly PublishedCell[]): boolean {
  const counts = known.map(({ count }) => count ?? Number.NaN);
  const [first = Number.NaN, second = Number.NaN, third = Number.NaN, fourth = Number.NaN] = counts;
  switch (form) {
    case 'level':
      return known.length === 1 && !Number.isNaN(first) && says === '';
    case 'change':
    case 'stock':
      return known.length === 1
        ? form === 'stock' && first >= 0 && says === ''
        : changeWord(first, second) === says;
    case 'share':
      return known.length === 2 && first <= second && (fractionNear(first / second) ?? '') === says;
    case 'ratio':
      return (
        known.length === 4 &&
        says === '' &&
        first <= second &&
        third <= fourth &&
        first * fourth > third * second
      );
    case 'none':
      return (
        known.length > 0 && says === '' && known.every(({ count, status }) => count === 0 || status === 'z')
      );
    case 'steady':
      return known.length > 1 && says === '' && counts.every((count) => count === first);
    case 'most':
      return known.length > 1 && says === '' && counts.every((count) => count <= first);
    case 'gap':
      return says === '' && isMostlyUnread(known);
    case 'hidden':
      return says === '' && known.some(({ status }) => status === 'c') && counts.every(Number.isNaN);
  }
}

const DAYS = 'days_to_answer';

/** The days to the answer of every listed request that was answered: `docket|2023-04|days_to_answer`. */
function answeredCells({ cells }: Claimable): string[] {
  return [...cells].flatMap(([key, { count }]) => (key.endsWith(`|${DAYS}`) && count !== null ? [key] : []));
}

function isAlike(one: readonly string[], other: readonly string[]): boolean {
  return one.toSorted().join() === other.toSorted().join();
}

/** `request|2023-04` is one of them at most, `requester|state` all of a kind. */
function requestsOf(subject: string, { requests }: Claimable): ListedClaim[] {
  const [by = '', code = ''] = subject.split('|');
  return requests.filter((listed) => (by === 'request' || by === 'requester') && listed[by] === code);
}

function hasLeft(says: string, requests: readonly ListedClaim[]): boolean {
  if (requests.length === 0) return false;
  if (says === SOMETHING) return requests.some(({ left }) => left !== null && left !== 'nothing');
  return requests.every(({ left }) => left === says);
}

function hasEnded(says: string, requests: readonly ListedClaim[]): boolean {
  return requests.length === 1 && requests[0]?.outcome === says;
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
