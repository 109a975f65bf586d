/**
 * Sets of people whom no cell names (docs/method.md, section 4): columns that are told to be somebody together, and fewer than k. Columns
 * that are cells under the promise are left out: one that may be counted in is 0 for certain.
 */
import type { Block } from './blocks.ts';
import { CLEARLY, choose, minimise } from './glpk.ts';
import type { Row } from './rows.ts';

type Solution = ReadonlyMap<number, number>;

/** No reader supposes more people; without a limit a program has no answer. */
const LIMIT = 1e7;
const MOST_TRIES = 500;

/** Such a set, if a block has one. */
export function toldSet({ rows, columns, asked }: Block, k: number): readonly number[] | undefined {
  const named = new Set(asked.flatMap(({ row }) => (row.sum.size === 1 ? [...row.sum.keys()] : [])));
  const all = columns.filter((column) => !named.has(column));
  const limits: Row[] = [...rows, { sum: new Map(all.map((column) => [column, 1])), least: 0, most: LIMIT }];
  const solve = (some: readonly number[], times: 1 | -1): Solution => {
    const answer = minimise(limits, new Map(some.map((column) => [column, times])));
    if (answer.is !== 'found') throw new Error('GLPK finds no counts that fit a block.');
    return answer.world;
  };
  const sumOf = (some: readonly number[], solution: Solution) =>
    some.reduce((sum, column) => sum + (solution.get(column) ?? 0), 0);
  const lows = lowColumns(all, k, (some) => solve(some, -1));
  if (lows.length === 0) return undefined;
  const solutions = [solve(lows, 1)];
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const set = choose(lows, solutions, k);
    if (set === undefined) return undefined;
    const [least, most] = [solve(set, 1), solve(set, -1)];
    if (sumOf(set, least) > CLEARLY && sumOf(set, most) < k - CLEARLY) return set;
    solutions.push(least, most);
  }
  throw new Error('Whether a set of people is told is not decided.');
}

/** Those that are less than k in every solution: all others can be in no such set. */
function lowColumns(
  all: readonly number[],
  k: number,
  most: (some: readonly number[]) => Solution,
): number[] {
  let left = all;
  const isLow = (solution: Solution) => (column: number) => (solution.get(column) ?? 0) < k - CLEARLY;
  for (let before = Infinity; left.length > 0 && left.length < before; ) {
    before = left.length;
    left = left.filter(isLow(most(left)));
  }
  const found: number[] = [];
  for (let [first, ...others] = left; first !== undefined; [first, ...others] = left) {
    const solution = most([first]);
    if (isLow(solution)(first)) found.push(first);
    left = others.filter(isLow(solution));
  }
  return found;
}
