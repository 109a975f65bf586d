/**
 * Proofs that no world lies within bounds, checked by addition of whole numbers alone.
 *
 * Relations added up, each y times, give a sum that every world would have to reach:
 *
 *   sum of y x lower (or upper, where y < 0)   <=   sum of c x count   <=   sum of c x upper (or lower, where c < 0)
 *
 * with c the coefficients that the sum gives the cells. Where the left end exceeds the right one there is no
 * world (J. Farkas 1902, doi 10.1515/crll.1902.124.1). Other proofs divide what they are about into cases, each with a
 * proof of its own.
 */

import { type Proof, parseSum, type RelationSum } from '../formats/certificate.ts';
import type { Constraint } from '../indexes/constraint.ts';
import { sparseAt, valueAt } from '../indexes/look-up.ts';
import type { Explanation } from '../system/rule.ts';

/** By cell of a block: what its count is known to lie between, both ends included. */
export interface Bounds {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

/** What proofs speak of: the relations that they may add, and what may explain the hiding. */
export interface Ground {
  readonly relations: readonly Constraint[];
  readonly explains: readonly Explanation[];
  /** Whether only worlds count that explain the hiding: in which all limits of one of `explains` hold. */
  readonly explained: boolean;
}

/** Whether the proof shows that no world lies within the bounds. */
export function isProven(ground: Ground, bounds: Bounds, proof: Proof): boolean {
  if ('add' in proof) {
    const sum = parseSum(proof.add);
    return sum !== undefined && contradicts(ground.relations, bounds, sum);
  }
  if ('few' in proof) return isProvenByCases(ground, bounds, proof.few);
  if (!('cell' in proof) || !(proof.cell in bounds.lower) || !Number.isSafeInteger(proof.upTo)) return false;
  return (
    isProven(ground, narrowed(bounds, proof.cell, 0, proof.upTo), proof.below) &&
    isProven(ground, narrowed(bounds, proof.cell, proof.upTo + 1, Number.POSITIVE_INFINITY), proof.above)
  );
}

/** Each of what could explain the hiding has a case, in the order of `explains`; none where some cell can be no number at all. */
function isProvenByCases(
  ground: Ground,
  bounds: Bounds,
  cases: readonly { readonly cell: number; readonly proof: Proof }[],
): boolean {
  if (!ground.explained && !leavesNoCount(bounds)) return false;
  const possible = possibleExplanations(ground, bounds);
  return (
    possible.length === cases.length &&
    possible.every((limits, at) => {
      const { cell, proof } = valueAt(cases, at);
      return cell === limits[0]?.column && isProven(ground, narrowedBy(bounds, limits), proof);
    })
  );
}

/** What may explain the hiding within the bounds, in the order of `explains`; nothing where they leave some cell no count. */
export function possibleExplanations({ explains }: Pick<Ground, 'explains'>, bounds: Bounds): Explanation[] {
  if (leavesNoCount(bounds)) return [];
  return explains.filter((limits) => limits.every(({ column }) => leavesCount(bounds, limits, column)));
}

/** Whether the bounds and those of the limits that speak of a cell leave it a number. */
function leavesCount({ lower, upper }: Bounds, limits: Explanation, cell: number): boolean {
  const own = limits.filter(({ column }) => column === cell);
  const least = Math.max(valueAt(lower, cell), ...own.map((limit) => limit.lower));
  return least <= Math.min(valueAt(upper, cell), ...own.map((limit) => limit.upper));
}

export function narrowedBy(bounds: Bounds, limits: Explanation): Bounds {
  return limits.reduce((known, { column, lower, upper }) => narrowed(known, column, lower, upper), bounds);
}

export function narrowed({ lower, upper }: Bounds, cell: number, least: number, most: number): Bounds {
  return {
    lower: lower.with(cell, Math.max(valueAt(lower, cell), least)),
    upper: upper.with(cell, Math.min(valueAt(upper, cell), most)),
  };
}

/** Whether some cell can be no number at all. */
export function leavesNoCount(bounds: Bounds): boolean {
  return bounds.lower.some((_, cell) => isEmpty(bounds, cell));
}

function isEmpty({ lower, upper }: Bounds, cell: number): boolean {
  return valueAt(lower, cell) > valueAt(upper, cell);
}

/** A relation of a sum, and how often it is added. */
interface Added {
  readonly row: Constraint;
  readonly times: number;
}

/** Whether the relations, added up so, leave no world within the bounds; never where there is no such relation. */
export function contradicts(relations: readonly Constraint[], bounds: Bounds, sum: RelationSum): boolean {
  const added = [...sum].flatMap(([at, times]) => {
    const row = relations[at];
    return row === undefined ? [] : [{ row, times }];
  });
  if (added.length < sum.size) return false;
  const needed = addUp(
    added.map(({ times }) => times),
    added.map(({ row, times }) => (times > 0 ? row.lower : row.upper)),
  );
  const coefficients = coefficientsOf(added);
  const possible = addUp(
    [...coefficients.values()],
    [...coefficients].map(([cell, times]) => valueAt(times > 0 ? bounds.upper : bounds.lower, cell)),
  );
  return possible < needed;
}

/**
 * The sum of `times x value`, place by place, or NaN, of which nothing is true, where it or anything on the way to it is no
 * whole number or too large for a double to hold exactly, or where one list is longer than the other.
 */
export function addUp(times: readonly number[], values: readonly number[]): number {
  if (times.length !== values.length) return Number.NaN;
  let total = 0;
  for (let at = 0; at < times.length; at++) {
    const [factor, value] = [times[at] as number, values[at] as number];
    const product = factor * value;
    total += product;
    const isExact = Number.isSafeInteger(factor) && Number.isSafeInteger(value);
    if (!isExact || !Number.isSafeInteger(product) || !Number.isSafeInteger(total)) return Number.NaN;
  }
  return total;
}

/** How often the sum counts each cell. */
function coefficientsOf(added: readonly Added[]): Map<number, number> {
  const found = new Map<number, number>();
  for (const { row, times } of added)
    for (const [term, column] of row.columns.entries())
      found.set(column, addUp([1, times], [sparseAt(found, column), valueAt(row.coefficients, term)]));
  return found;
}
