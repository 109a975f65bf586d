/**
 * Proofs that no world lies within bounds, checked by addition of whole numbers alone.
 *
 * Relations added up, each y times, give a sum that every world would have to reach:
 *
 *   sum of y x lower (or upper, where y < 0)   <=   sum of c x count   <=   sum of c x upper (or lower, where c < 0)
 *
 * with c the coefficients that the sum gives the cells. Where the left end exceeds the right one there is no
 * world (J. Farkas 1902, doi 10.1515/crll.1902.124.1).
 */

import type { BlockRow } from '../model/blocks.ts';
import { type Proof, parseSum, type RelationSum } from '../model/certificate.ts';
import { sparseAt, valueAt } from '../model/look-up.ts';
import type { Explanation } from '../model/rule.ts';

/** By cell of a block: what its count is known to lie between, both ends included. */
export interface Bounds {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

/** What proofs speak of: the relations that they may add, and what may explain the hiding. */
export interface Ground {
  readonly relations: readonly BlockRow[];
  readonly explains: readonly Explanation[];
  /** Whether only worlds count that explain the hiding: in which all limits of one of `explains` hold. */
  readonly explained: boolean;
}

/** `word`: it holds if the solver is right; no addition shows it. */
export type Standing = 'shown' | 'word' | 'fails';

export function checkProof(ground: Ground, bounds: Bounds, proof: Proof): Standing {
  if ('word' in proof) return 'word';
  if ('add' in proof) {
    const sum = parseSum(proof.add);
    return sum !== undefined && contradicts(ground.relations, bounds, sum) ? 'shown' : 'fails';
  }
  if ('few' in proof) {
    if (!ground.explained && !leavesNoCount(bounds)) return 'fails';
    const open = openExplanations(ground, bounds);
    const parts = open.map((limits, at) => {
      const given = proof.few[at];
      return given?.cell === limits[0]?.column && given !== undefined
        ? checkProof(ground, narrowedBy(bounds, limits), given.proof)
        : 'fails';
    });
    return open.length === proof.few.length ? worst(parts) : 'fails';
  }
  if (proof.cell >= bounds.lower.length) return 'fails';
  return worst([
    checkProof(ground, narrowed(bounds, proof.cell, 0, proof.upTo), proof.below),
    checkProof(ground, narrowed(bounds, proof.cell, proof.upTo + 1, Number.POSITIVE_INFINITY), proof.above),
  ]);
}

function worst(parts: readonly Standing[]): Standing {
  if (parts.includes('fails')) return 'fails';
  return parts.includes('word') ? 'word' : 'shown';
}

/** What may explain the hiding within the bounds, in the order of `explains`; nothing where they leave some cell no count. */
export function openExplanations({ explains }: Pick<Ground, 'explains'>, bounds: Bounds): Explanation[] {
  if (leavesNoCount(bounds)) return [];
  return explains.filter((limits) => {
    const within = narrowedBy(bounds, limits);
    return limits.every(({ column }) => !isEmpty(within, column));
  });
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

/** Whether the relations, added up so, leave no world within the bounds. */
export function contradicts(relations: readonly BlockRow[], bounds: Bounds, sum: RelationSum): boolean {
  const needed = [...sum].reduce((total, [at, times]) => total + times * endOf(relations[at], times), 0);
  const possible = [...coefficientsOf(relations, sum)].reduce(
    (total, [cell, times]) => total + times * valueAt(times > 0 ? bounds.upper : bounds.lower, cell),
    0,
  );
  return Number.isSafeInteger(needed) && Number.isSafeInteger(possible) && possible < needed;
}

/** The end of a relation that limits the sum from below, when it is added `times` times; NaN where there is no relation. */
function endOf(row: BlockRow | undefined, times: number): number {
  return (times > 0 ? row?.lower : row?.upper) ?? Number.NaN;
}

/** How often the sum counts each cell. */
function coefficientsOf(relations: readonly BlockRow[], sum: RelationSum): Map<number, number> {
  const found = new Map<number, number>();
  for (const [at, times] of sum) {
    const { columns = [], coefficients = [] } = relations[at] ?? {};
    for (const [term, column] of columns.entries())
      found.set(column, sparseAt(found, column) + times * valueAt(coefficients, term));
  }
  return found;
}
