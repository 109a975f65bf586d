/**
 * What every safe choice satisfies, as linear constraints on the decisions. A goal is out of reach exactly if
 * some weights on the relations, which leave each cell a net weight d_i, show it (linear duality):
 *
 *   reach = sum of  d_i- rise_i + d_i+ fall_i + slack of inequalities  <  room
 *
 * so every safe choice has   sum of  min(room, term_i)  >=  room (w - f of the cell, if conditional)
 *
 * No term counts for more than the room, since one such cell alone makes it up (Fischetti and Salazar 2001,
 * section 3.2).
 */
import type { Constraint } from '../indexes/constraint.ts';
import { entryOf, sparseAt, valueAt } from '../indexes/look-up.ts';
import { ruleFor } from '../protect/targets.ts';
import { type Choices, type Goal, listGoals } from './choices.ts';

/** Net weights this small are the solver's rounding. */
const TOLERANCE = 1e-9;

/** `weights`: d by cell, positive where falling helps, negative where rising does; `slack`: what inequalities give besides. */
export function capacityCut(
  choices: Choices,
  { cell, room, isConditional }: Goal,
  weights: Float64Array,
  slack: number,
): Constraint {
  const { withhold, large, isHidden } = choices;
  const terms = new Map<number, number>();
  const add = (column: number | undefined, value: number) => {
    if (column !== undefined && value !== 0) terms.set(column, sparseAt(terms, column) + value);
  };
  let needed = room - slack;
  for (const [other, weight] of weights.entries()) {
    if (other === cell || Math.abs(weight) < TOLERANCE) continue;
    const { full, asLarge } = roomGiven(choices, other, weight, room);
    if (isHidden(other)) needed -= full;
    else add(withhold.get(other), full);
    add(large.get(other), asLarge - full);
  }
  if (isConditional) {
    if (withhold.has(cell)) needed -= room;
    add(withhold.get(cell), -room);
    add(large.get(cell), room);
  }
  return atLeast(terms, needed);
}

/** What a hidden cell of this weight gives, and what it gives where it is provably large; neither counts for more than `most`. */
function roomGiven(
  { task }: Choices,
  cell: number,
  weight: number,
  most: number,
): { full: number; asLarge: number } {
  const count = valueAt(task.world, cell);
  if (weight < 0) {
    const full = Math.min(most, -weight * (valueAt(task.upper, cell) - count));
    return { full, asLarge: full };
  }
  const fall = count - valueAt(task.lower, cell);
  const above = Math.min(fall, Math.max(0, count - ruleFor(task, cell).many));
  return { full: Math.min(most, weight * fall), asLarge: Math.min(most, weight * above) };
}

/** A provably large cell is withheld. */
export function largeCuts({ withhold, large }: Choices): Constraint[] {
  return [...large].flatMap(([cell, column]) => {
    const own = withhold.get(cell);
    return own === undefined
      ? []
      : [
          atLeast(
            new Map([
              [own, 1],
              [column, -1],
            ]),
            0,
          ),
        ];
  });
}

/**
 * Where a group is withheld, so are its categories.
 *
 *   w_category  >=  w_group
 */
export function categoryCuts({ task, withhold }: Choices): Constraint[] {
  return [...task.groups].flatMap(([category, groups]) => {
    const own = withhold.get(category);
    if (own === undefined) return [];
    return groupColumns(groups, withhold).map((column) =>
      atLeast(
        new Map([
          [own, 1],
          [column, -1],
        ]),
        0,
      ),
    );
  });
}

function groupColumns(groups: readonly number[], withhold: Choices['withhold']): number[] {
  return groups.flatMap((group) => withhold.get(group) ?? []);
}

/**
 * No cell is the only unknown of an equation: a small one would be known, any other would be withheld in vain,
 * unless it is for the sake of its group.
 *
 *   w_i  <=  sum of w_j  over the other cells of the equation, and over the groups of i
 */
export function companyCuts(choices: Choices): Constraint[] {
  const { task, withhold, isHidden } = choices;
  const needy = new Set(
    listGoals(choices).flatMap(({ cell, isConditional }) => (isConditional ? [] : [cell])),
  );
  return task.system.rows.flatMap(({ cells, lower, upper }) => {
    const hidden = cells.filter(isHidden);
    if (lower !== upper || hidden.length > 1 || hidden.some((cell) => !needy.has(cell))) return [];
    const free = cells.filter((cell) => withhold.has(cell));
    const ones = () => new Map(free.map((cell) => [entryOf(withhold, cell), 1]));
    if (hidden.length === 1) return [atLeast(ones(), 1)];
    return free.map((cell) => {
      const others = ones();
      for (const column of groupColumns(task.groups.get(cell) ?? [], withhold)) others.set(column, 1);
      return atLeast(others.set(entryOf(withhold, cell), -1), 0);
    });
  });
}

/** Not just these cells: at least one more, or one less. */
export function otherThan(choices: Choices, withheld: ReadonlySet<number>): Constraint {
  return differsAmong(choices, [...choices.withhold.keys()], withheld);
}

/** Not this block by itself: a cell next to it is withheld too, or one of its own is not. */
export function notAlone(
  choices: Choices,
  block: readonly number[],
  withheld: ReadonlySet<number>,
): Constraint {
  const inside = new Set(block);
  const rows = choices.task.system.rows.filter(({ cells }) => cells.some((cell) => inside.has(cell)));
  return differsAmong(choices, [...new Set(rows.flatMap(({ cells }) => cells))], withheld);
}

/** Of these cells some other ones are withheld. */
function differsAmong(
  { withhold }: Choices,
  cells: readonly number[],
  withheld: ReadonlySet<number>,
): Constraint {
  const free = cells.filter((cell) => withhold.has(cell));
  const terms = new Map(free.map((cell) => [entryOf(withhold, cell), withheld.has(cell) ? -1 : 1]));
  return atLeast(terms, 1 - free.filter((cell) => withheld.has(cell)).length);
}

function atLeast(terms: ReadonlyMap<number, number>, lower: number): Constraint {
  const columns = [...terms.keys()].sort((one, other) => one - other);
  return {
    columns,
    coefficients: columns.map((column) => sparseAt(terms, column)),
    lower,
    upper: Number.POSITIVE_INFINITY,
  };
}
