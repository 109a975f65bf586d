/**
 * Equalities between counts, and counts that are never more than others (compare-sizes.ts), that hold in every row of the tallies and that nothing declares. A reader who knows or
 * guesses one takes published sums of one measure for hidden cells of another, so each is declared or rejected.
 *
 * A coincidence counts if it would hardly be one: two counts of some size that have nothing to do with each other
 * agree in one of about sqrt(4 x pi x count) cases (as counts of a Poisson law do). Rows of more than nothing multiply;
 * what is left must be below one in 2^7 after all pairs that were compared.
 *
 *   12 rows of some 300:   12 x 5.9 = 71 bits,   of 200 pairs   7.6 + 7     found
 *    1 row of 310:              6.0 bits,        of 200 pairs   7.6 + 7     tells nothing
 *
 * Finest periods first, and codes of a dimension all at once where it holds for each. What follows from relations that
 * are declared or rejected, or found before, is left out (span.ts).
 */
import type { Crosses } from '../../program/crossing-relations.ts';
import type { Relation } from '../../program/program.ts';
import { IS_EQUALITY } from '../../system/relations.ts';
import { type Compared, compareLevel } from './compare-level.ts';
import { compareSizes } from './compare-sizes.ts';
import { relationOf } from './found-relation.ts';
import { joinedWith } from './join-crossing.ts';
import { openKnownSizes } from './known-sizes.ts';
import { openVectors } from './leaf-vectors.ts';
import { openSpan } from './span.ts';

/** What one level of periods shows. */
export interface Level extends Compared {
  readonly level: Relation['period'];
}

export interface Coincidence {
  /** As `program.json` would declare it, without why. */
  readonly relation: Relation;
  /** Rows in which both sides are known; of an equality, those of more than nothing. */
  readonly rows: number;
}

/** What `program.json` says already, and which relations it may not declare beside each other. */
export interface Decided {
  readonly declared: readonly Relation[];
  readonly rejected: readonly Relation[];
  readonly crosses: Crosses;
}

/** `levels` from fine to coarse. */
export function findCoincidences(levels: readonly Level[], decided: Decided): Coincidence[] {
  const equal = levels.reduce<readonly Coincidence[]>((found, level) => withEqual(found, level, decided), []);
  return [
    ...equal,
    ...findSmaller(
      levels,
      [...decided.declared, ...decided.rejected, ...equal.map(({ relation }) => relation)],
      decided.rejected,
      equal.length,
    ),
  ];
}

/** What was found at finer levels, and what is equal at this one and does not follow from that. */
function withEqual(
  before: readonly Coincidence[],
  level: Level,
  { declared, rejected, crosses }: Decided,
): readonly Coincidence[] {
  const vectorsOf = openVectors(level);
  const span = openSpan();
  const learn = (relation: Relation) => {
    for (const vector of vectorsOf(relation)) span.add(vector);
  };
  const isFiner = ({ period }: Relation) => period === level.level || isDividedBy(level.level, period);
  for (const relation of [...declared, ...rejected, ...before.map((each) => each.relation)])
    if (IS_EQUALITY[relation.sense] && isFiner(relation)) learn(relation);
  let found = before;
  for (const one of compareLevel(level)) {
    const relation = relationOf(one, level.level, found.length + 1);
    if (vectorsOf(relation).every(span.has)) continue;
    const others = [...found.map((each) => each.relation), ...declared];
    const join = joinedWith(relation, others, level, crosses);
    const rest = found.filter((each) => each.relation !== join?.other);
    // Of one that it replaces it takes the number.
    const id = join === undefined || rest.length === found.length ? relation.id : join.other.id;
    found = [...rest, { relation: { ...(join?.joined ?? relation), id }, rows: one.rows }];
    learn(relation);
  }
  return found;
}

/**
 * What is never more than something else, and does not follow from what is known or found before. Who declares or rejects
 * it at one length of periods has decided for all, and what a rejected one would follow from is rejected with it.
 */
function findSmaller(
  levels: readonly Level[],
  known: readonly Relation[],
  rejected: readonly Relation[],
  before: number,
): Coincidence[] {
  const found: Coincidence[] = [];
  for (const level of levels) {
    const follows = openKnownSizes(level);
    for (const one of compareSizes(level)) {
      const relation = relationOf(one, level.level, before + found.length + 1, 'at-most');
      const isRejected = rejected.some((each) => !IS_EQUALITY[each.sense] && follows(each, [relation]));
      if (!isRejected && !follows(relation, [...known, ...found.map((each) => each.relation)]))
        found.push({ relation, rows: one.rows });
    }
  }
  return found;
}

/** Months and quarters add up to everything longer, half-years to years of the calendar; years do not. */
function isDividedBy(coarse: Relation['period'], fine: Relation['period']): boolean {
  if (fine === 'half-year') return coarse === 'year';
  return fine === 'month' || (fine === 'quarter' && coarse !== 'month');
}
