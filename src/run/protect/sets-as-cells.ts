/** Sets of people that published cells would tell, as cells that must be hidden too. */

import type { ProtectInput } from '../../protect/task.ts';
import type { Row, SystemCell } from '../../system/system.ts';

/** Of a set of cells that no tally counts: it was told to be of some people and fewer than k. */
const TOLD_PEOPLE = 1;

/** The input with one more cell for each set: the sum of the cells that make it up. */
export function withSets(input: ProtectInput, sets: readonly (readonly number[])[]): ProtectInput {
  if (sets.length === 0) return input;
  const { system, counts, people, costs, lower, upper } = input;
  const first = system.cells.length;
  const own = sets.map((set) => setCell(input, set));
  const rows = sets.map(
    (set, at): Row => ({
      cells: [first + at, ...set],
      coefficients: [-1, ...set.map(() => 1)],
      lower: 0,
      upper: 0,
    }),
  );
  const each = <T>(value: T): T[] => sets.map(() => value);
  return {
    ...input,
    system: {
      cells: [...system.cells, ...own],
      index: new Map([...system.index, ...own.map(({ key }, at) => [key, first + at] as const)]),
      rows: [...system.rows, ...rows],
    },
    counts: [...counts, ...sets.map((set) => sumOf(counts, set))],
    people: [...people, ...sets.map((set) => sumOf(people, set) ?? sumOf(counts, set) ?? TOLD_PEOPLE)],
    costs: [...costs, ...each(1)],
    lower: [...lower, ...each(0)],
    upper: [...upper, ...each(Number.POSITIVE_INFINITY)],
  };
}

function setCell({ system }: ProtectInput, set: readonly number[]): SystemCell {
  const cells = set.map((cell) => system.cells[cell] as SystemCell);
  const [{ measure, codes }] = cells as [SystemCell];
  return { key: cells.map(({ key }) => key).join(' + '), measure, codes, role: 'set' };
}

/** Undefined where one of them is. */
function sumOf(values: readonly (number | undefined)[], set: readonly number[]): number | undefined {
  return set.reduce<number | undefined>((sum, cell) => {
    const own = values[cell];
    return sum === undefined || own === undefined ? undefined : sum + own;
  }, 0);
}
