/**
 * The reader of docs/method.md with all the time in the world: goes through every whole-number table that
 * agrees with what is known, and reasons on the list. Shares no code with the attack or the protection: not
 * their blocks, their bounds or their solver.
 *
 * Tables are gone through leaf by leaf, so that no relation can be forgotten. A leaf within a known sum is at
 * most that sum. A leaf within none stops at k, or at the largest lower bound on the record: taking it down to
 * there from above changes no cell that is 0 or in 1..k-1 (none such contains it), leaves every cell that is k
 * or more at k or more, and breaks no bound.
 *
 * The promise asks of a hidden cell only whether it holds nobody, few (1 to k-1) or many (k or more). So of a
 * table no more is kept than that, for every hidden cell, and equal ones are kept once. In a sensitive dimension it asks
 * of a category whether it holds nobody of its group, some or everybody.
 */
import type { Facts } from '../../src/verify/facts.ts';
import type { Table } from './tables.ts';

/** `known`: it follows from one relation after another, rightly or without telling of anybody. */
export type BruteVerdict = 'open' | 'k-or-more' | 'known' | 'broken';

export interface Judgement {
  readonly kept: boolean;
  /** By cell under the promise that is not published. */
  readonly verdicts: ReadonlyMap<number, BruteVerdict>;
}

type Amount = 'nobody' | 'few' | 'many';

/** Who of a group is in a category: `none` where the group is empty. */
type Share = 'none' | 'nobody' | 'some' | 'everybody';

interface World {
  /** The amount of every hidden cell that does not follow from one relation after another. */
  readonly amounts: ReadonlyMap<number, Amount>;
  /** By category and group, in the order of `categoryPairs`. */
  readonly shares: readonly Share[];
}

/** Steps from leaf to leaf after which a table is given up as too large. */
const MOST_STEPS = 60_000;

/** Undefined where the tables are too many to go through. */
export function judge(table: Table, facts: Facts, k: number): Judgement | undefined {
  const { cells } = table.system;
  const known = followOneByOne(table, facts);
  const promised = [...cells.keys()].filter((cell) => isPromised(table, facts, cell));
  const open = promised.filter((cell) => known[cell] === undefined);
  const worlds = findWorlds(table, facts, open, k);
  if (worlds === undefined) return undefined;
  const blocks = blocksOf(table, known, open);
  const each = blocks.map((block) => reason(table, block, [block], worlds, facts));
  const together = reason(table, open, blocks, worlds, facts);
  const followed = promised.flatMap((cell) => judgeKnown(cell, known[cell], facts, k));
  const isTold = facts.given.some(
    (count, cell) => amountOf(count ?? 0, k) === 'few' && cells[cell]?.role !== 'unpublished',
  );
  const all = [...followed, ...together.verdicts].map(([, verdict]) => verdict);
  const tellsOfGroup = categoryPairs(table).some((pair, at) => isToldOfGroup(pair, at, together.left, facts));
  return {
    kept: !isTold && !tellsOfGroup && !all.includes('broken'),
    verdicts: new Map([...followed, ...each.flatMap(({ verdicts }) => [...verdicts])]),
  };
}

/** Every category with each of its groups. */
function categoryPairs({ system }: Table): { category: number; group: number }[] {
  return system.cells.flatMap(({ groups = [] }, category) =>
    groups.map((key) => ({ category, group: system.index.get(key) ?? -1 })),
  );
}

/** Whether all worlds in which the group has people have nobody, or everybody, in the category; or a hidden group shows it. */
function isToldOfGroup(
  { category, group }: { category: number; group: number },
  at: number,
  worlds: readonly World[],
  { given, withheld }: Facts,
): boolean {
  const shares = worlds.map((world) => world.shares[at]).filter((share) => share !== 'none');
  const isAlways = (one: Share) => shares.length > 0 && shares.every((share) => share === one);
  return (
    isAlways('nobody') || isAlways('everybody') || (given[category] !== undefined && withheld.has(group))
  );
}

function shareOf(category: number, group: number): Share {
  if (group === 0) return 'none';
  if (category === 0) return 'nobody';
  return category === group ? 'everybody' : 'some';
}

export function isPromised({ system }: Table, { given, withheld }: Facts, cell: number): boolean {
  return withheld.has(cell) || (system.cells[cell]?.role === 'difference' && given[cell] === undefined);
}

function judgeKnown(
  cell: number,
  count: number | undefined,
  { withheld }: Facts,
  k: number,
): [number, BruteVerdict][] {
  if (count === undefined) return [];
  const isFine = amountOf(count, k) === 'many' || (count === 0 && !withheld.has(cell));
  return [[cell, isFine ? 'known' : 'broken']];
}

function amountOf(count: number, k: number): Amount {
  if (count === 0) return 'nobody';
  return count < k ? 'few' : 'many';
}

/** Every table that agrees with what is known, as far as the `open` cells tell them apart. */
function findWorlds(table: Table, facts: Facts, open: readonly number[], k: number): World[] | undefined {
  const found = new Map<string, World>();
  const pairs = categoryPairs(table);
  const ended = forEachTable(table, facts, k, (counts) => {
    const amounts = open.map((cell) => amountOf(counts[cell] ?? 0, k));
    const shares = pairs.map(({ category, group }) => shareOf(counts[category] ?? 0, counts[group] ?? 0));
    const name = [...amounts, ...shares].join();
    if (found.has(name)) return;
    found.set(name, {
      amounts: new Map(open.map((cell, at) => [cell, amounts[at] ?? 'nobody'])),
      shares,
    });
  });
  return ended ? [...found.values()] : undefined;
}

/** Visits the counts of all cells in every table; false if there were too many to end. */
export function forEachTable(
  { system, leafCount, members }: Table,
  { given, lower, upper }: Facts,
  k: number,
  visit: (counts: readonly number[]) => void,
): boolean {
  const sums = system.cells.map(() => 0);
  const least = sums.map((_, cell) => Math.max(given[cell] ?? 0, lower[cell] ?? 0));
  const most = sums.map((_, cell) => Math.min(given[cell] ?? Infinity, upper[cell] ?? Infinity));
  const free = Math.max(k, ...least);
  const around = Array.from({ length: leafCount }, (_, leaf) =>
    [...sums.keys()].filter((cell) => members[cell]?.includes(leaf)),
  );
  const ending = around.map((cells, leaf) => cells.filter((cell) => members[cell]?.at(-1) === leaf));
  const missing = (limits: readonly number[]) => (cell: number) => at(limits, cell) - at(sums, cell);
  let steps = 0;
  step(0);
  return steps < MOST_STEPS;

  function step(leaf: number): void {
    if (leaf === leafCount) visit(sums);
    const cells = around[leaf] ?? [];
    const need = Math.max(0, ...(ending[leaf] ?? []).map(missing(least)));
    const room = Math.min(...cells.map(missing(most)));
    const stop = room === Infinity ? Math.max(free, need) : room;
    for (let count = need; leaf < leafCount && count <= stop && steps < MOST_STEPS; count += 1) {
      steps += 1;
      for (const cell of cells) sums[cell] = at(sums, cell) + count;
      step(leaf + 1);
      for (const cell of cells) sums[cell] = at(sums, cell) - count;
    }
  }
}

function at(numbers: readonly number[], index: number): number {
  return numbers[index] ?? Number.NaN;
}

/** Counts that follow from one relation after another, each with a single unknown left. */
export function followOneByOne({ system }: Table, { given }: Facts): (number | undefined)[] {
  const known = [...given];
  for (let changed = true; changed; ) {
    changed = false;
    for (const { cells, coefficients, lower, upper } of system.rows) {
      const missing = cells.filter((cell) => known[cell] === undefined);
      const [cell] = missing;
      if (cell === undefined || missing.length > 1 || lower !== upper) continue;
      const others = cells.reduce(
        (sum, other, term) => sum + (coefficients[term] ?? 0) * (known[other] ?? 0),
        0,
      );
      known[cell] = (lower - others) / (coefficients[cells.indexOf(cell)] ?? 1);
      changed = true;
    }
  }
  return known;
}

/** The cells of `open` in groups that chains of relations between unknown cells connect. */
export function blocksOf(
  { system }: Table,
  known: readonly (number | undefined)[],
  open: readonly number[],
): number[][] {
  const group = system.cells.map((_, cell) => cell);
  for (let changed = true; changed; ) {
    changed = false;
    for (const { cells } of system.rows) {
      const unknown = cells.filter((cell) => known[cell] === undefined);
      const least = Math.min(...unknown.map((cell) => group[cell] ?? cell));
      for (const cell of unknown) {
        changed ||= group[cell] !== least;
        group[cell] = least;
      }
    }
  }
  return [...Map.groupBy(open, (cell) => group[cell] ?? cell).values()];
}

/**
 * What the reader concludes of `cells`, and the worlds that are left: only worlds count in which each of `blocks` holds few
 * somewhere, or nobody or everybody of a group; a cell that holds somebody in all of them holds many, until nothing changes.
 */
function reason(
  table: Table,
  cells: readonly number[],
  blocks: readonly (readonly number[])[],
  worlds: readonly World[],
  { withheld }: Facts,
): { verdicts: Map<number, BruteVerdict>; left: readonly World[] } {
  const pairs = categoryPairs(table);
  const tells = ({ amounts, shares }: World, cell: number) =>
    amounts.get(cell) === 'few' ||
    pairs.some(
      ({ category }, at) => category === cell && ['nobody', 'everybody'].includes(shares[at] ?? 'none'),
    );
  let left = worlds.filter((world) => blocks.every((block) => block.some((cell) => tells(world, cell))));
  for (let before = -1; before !== left.length; ) {
    before = left.length;
    for (const cell of cells) {
      if (left.every(({ amounts }) => amounts.get(cell) !== 'nobody'))
        left = left.filter(({ amounts }) => amounts.get(cell) === 'many');
    }
  }
  const amountsOf = (cell: number) => new Set(left.map(({ amounts }) => amounts.get(cell)));
  const verdicts = new Map(cells.map((cell) => [cell, conclude(amountsOf(cell), withheld.has(cell))]));
  return { verdicts, left };
}

/** A difference that is 0 whatever the world is no secret; a withheld cell of which that is known would be one. */
function conclude(amounts: ReadonlySet<Amount | undefined>, isWithheld: boolean): BruteVerdict {
  if (amounts.has('many')) return amounts.has('nobody') ? 'open' : 'k-or-more';
  return amounts.has('nobody') && amounts.size === 1 && !isWithheld ? 'open' : 'broken';
}
