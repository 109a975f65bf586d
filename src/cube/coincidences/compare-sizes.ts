/**
 * Pairs of series of two measures of which one is never more than the other: counts, or a count and what a stock grew by. A
 * reader who knows that it must be so takes a published 0 of the larger for a 0 of the smaller.
 *
 * Most such pairs are accidents: of two counts that have nothing to do with each other the one that is smaller as a rule
 * is so in every row. What tells is that it never was more although it might have been. Were each of the n people of a
 * row in the first count with the probability p = all in the first / all in both, it would be no more with
 *
 *   P(X <= n / 2),  X binomial of n and p         in each row, and in all rows with the product of these
 *
 *   24 rows of 10 and 11:   24 x 0.7 bits = 17,  of 40 pairs   5.3 + 7     found
 *   24 rows of 10 and 90:   24 x 0.0 bits                                  tells nothing
 */

import { valueAt } from '../../indexes/look-up.ts';
import { type Codelist, codelistOf, TOTAL } from '../../program/codelist.ts';
import {
  type Compared,
  type Found,
  knownRows,
  MARGIN,
  type Pair,
  pairsAt,
  type Side,
  tells,
} from './compare-level.ts';
import type { Series } from './series.ts';

/** `left` is never more than `right`; the widest first, and of these the tightest. */
export function compareSizes({ measures, codelists }: Compared): Found[] {
  const found = measures.flatMap((one) =>
    measures.flatMap((other) => (one === other ? [] : smallerPairs(one, other, codelists))),
  );
  const rankOf = ({ left, right, shared }: Sized) => [shared, slackOf([left, right])] as const;
  return found
    .map((one) => [rankOf(one), one] as const)
    .sort(([[few, tight]], [[many, loose]]) => few - many || tight - loose)
    .map(([, { left, right, by, rows }]) => ({ left, right, by, rows }));
}

/** `shared`: how many of the shared dimensions stand at one code. */
type Sized = Found & { readonly shared: number };

function slackOf(pair: Pair): number {
  return knownRows(pair).reduce((sum, [less, more]) => sum + more - less, 0);
}

function smallerPairs(one: Side, other: Side, codelists: readonly Codelist[]): Sized[] {
  const shared = one.measure.dimensions.filter((dimension) => other.measure.dimensions.includes(dimension));
  const [lefts, rights] = [one, other].map((side) => candidates(side, shared)) as [Candidate[], Candidate[]];
  const needed = Math.log2(lefts.length) + Math.log2(rights.length) + MARGIN;
  const byCode = Map.groupBy(rights, ({ at }) => at);
  return lefts.flatMap(({ series: left, at, free }) =>
    (byCode.get(at) ?? [])
      .map(({ series }) => series)
      .filter((right) => !(left.isChange && right.isChange) && isNeverMore([left, right]))
      .flatMap((right) => {
        const { by, pairs } = widest(one, other, [left, right], free, codelists);
        const rows = pairs.flatMap(knownRows);
        const isEqual = rows.every(([less, more]) => less === more);
        if (isEqual || bitsOf(rows) < needed) return [];
        return [{ left, right, by, rows: rows.length, shared: shared.length - free.length }];
      }),
  );
}

interface Candidate {
  readonly series: Series;
  /** The code of a shared dimension that it stands at; empty where it leaves all of them whole. */
  readonly at: string;
  /** The shared dimensions that it leaves whole. */
  readonly free: readonly string[];
}

/** Those that leave the shared dimensions whole, or single counts at one code of one of these, at few codes of the others. */
function candidates({ measure, series }: Side, shared: readonly string[]): Candidate[] {
  return series.all.flatMap((each) => {
    const choiceOf = (dimension: string) => valueAt(each.choices, measure.dimensions.indexOf(dimension));
    const free = shared.filter((dimension) => choiceOf(dimension) === TOTAL);
    const held = shared.filter((dimension) => choiceOf(dimension) !== TOTAL);
    if (held.length > 1 || (held.length === 1 && each.summed) || each.fixed - held.length > 1) return [];
    return [
      { series: each, at: held.map((dimension) => `${dimension}|${choiceOf(dimension)}`).join(), free },
    ];
  });
}

interface Widest {
  readonly by: ReadonlyMap<string, string>;
  /** The rows that tell that it holds. */
  readonly pairs: readonly Pair[];
}

/**
 * The pair at each code of as many shared dimensions as it holds for: of all together where that is known; else of each
 * by itself for which it is, taken together unless some row says otherwise. Who is of one area and channel in the one is so in the other.
 */
function widest(
  one: Side,
  other: Side,
  pair: Pair,
  free: readonly string[],
  codelists: readonly Codelist[],
): Widest {
  const at = (dimensions: readonly string[]) => {
    const by = new Map(
      dimensions.map((dimension) => [dimension, finestLevel(codelistOf(codelists, dimension))]),
    );
    return { by, pairs: pairsAt(one, other, pair, by, codelists) };
  };
  const holds = ({ by, pairs }: ReturnType<typeof at>) =>
    by.size > 0 && pairs?.every((each) => tells(each) && isNeverMore(each));
  const mayHold = (dimensions: readonly string[]) => at(dimensions).pairs?.every(isNeverMore) !== false;
  const all = at(free);
  if (holds(all)) return { by: all.by, pairs: all.pairs ?? [] };
  const single = free.filter((dimension) => holds(at([dimension])));
  const [first] = single;
  if (first === undefined) return { by: new Map(), pairs: [pair] };
  const together: string[] = [];
  for (const dimension of single) if (mayHold([...together, dimension])) together.push(dimension);
  return { by: at(together).by, pairs: at([first]).pairs ?? [] };
}

function finestLevel({ codes }: Codelist): string {
  const levels = [...Map.groupBy(codes, ({ level }) => level)];
  const [first] = levels.sort(([, one], [, other]) => other.length - one.length);
  if (first === undefined) throw new Error('internal error: a codelist without codes');
  return first[0];
}

function isNeverMore(pair: Pair): boolean {
  return knownRows(pair).every(([less, more]) => less <= more);
}

/** How unlikely it is that the first was never more by accident, in bits. */
function bitsOf(known: readonly (readonly [number, number])[]): number {
  // A stock that fell is no evidence that more might have been taken in.
  const rows = known.map(([less, more]) => [Math.max(0, less), Math.max(0, more)] as const);
  const first = rows.reduce((sum, [less]) => sum + less, 0);
  const both = rows.reduce((sum, [less, more]) => sum + less + more, 0);
  return rows.reduce((sum, [less, more]) => sum - Math.log2(noMore(less + more, first / both)), 0);
}

/** With more people than this the normal law is as good. */
const MOST_ADDED = 60;

/** That of n people no more than half are in the first count, each with the probability p of at most a half. */
function noMore(n: number, p: number): number {
  if (n === 0 || p === 0) return 1;
  if (n > MOST_ADDED) return normal((Math.floor(n / 2) + 0.5 - n * p) / Math.sqrt(n * p * (1 - p)));
  let term = (1 - p) ** n;
  let sum = term;
  for (let count = 1; count <= n / 2; count += 1) {
    term *= ((n - count + 1) / count) * (p / (1 - p));
    sum += term;
  }
  return Math.min(1, sum);
}

/** The normal law up to z >= 0, within 1e-5 (Abramowitz and Stegun 26.2.16). */
function normal(z: number): number {
  const t = 1 / (1 + 0.33267 * z);
  const tail = Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI);
  return 1 - tail * (0.4361836 * t - 0.1201676 * t ** 2 + 0.937298 * t ** 3);
}
