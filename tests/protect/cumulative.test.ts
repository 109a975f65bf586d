// Twelve totals to date, one a month: what each month added stands in no table, and anybody can subtract it.

import { beforeAll, describe, expect, test } from 'vitest';
import { improveWithin } from '../../src/optimum/optimum.ts';
import type { ProtectInput } from '../../src/protect/task.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import type { Solver } from '../../src/solver/solver.ts';
import type { PartedSystem, Row, SystemCell } from '../../src/system/system.ts';
import type { Facts } from '../../src/verify/facts.ts';
import { attackSystem } from '../attack/on-this-thread.ts';
import { protect } from './protect.ts';

const MONTHS = 12;
const AREAS = ['bay', 'hill', 'mills', 'port', 'river'];

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** What a month adds in an area: few people in most, many in some, nobody now and then. */
const added = (month: number, area: number): number => {
  const mixed = Math.imul((month + 1) * 29 + (area + 1) * 17, 0x9e3779b1) >>> 20;
  return mixed % 5 === 0 ? 20 + (mixed % 23) : mixed % 9;
};

/**
 *   to date(month, area)  =  to date(month - 1, area) + added(month, area)
 *   all areas             =  sum over areas, of totals to date and of what months add
 */
function chain(): { system: PartedSystem; counts: number[] } {
  const names = [...AREAS.keys(), -1];
  const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);
  const addedIn = (month: number, area: number) =>
    area < 0 ? sum(AREAS.map((_, each) => added(month, each))) : added(month, area);
  const cells: (SystemCell & { count: number })[] = [];
  const index = new Map<string, number>();
  const put = (kind: 'to-date' | 'added', month: number, area: number, count: number) => {
    const codes = [kind, String(month), AREAS[area] ?? '_T'];
    const role = kind === 'to-date' ? 'tabled' : 'difference';
    index.set(codes.join('|'), cells.length);
    cells.push({ key: codes.join('|'), measure: 'cards-issued', codes, role, count });
  };
  for (let month = 0; month < MONTHS; month += 1) {
    for (const area of names) {
      const before = sum(Array.from({ length: month }, (_, at) => addedIn(at, area)));
      put('to-date', month, area, before + addedIn(month, area));
      if (month > 0) put('added', month, area, addedIn(month, area));
    }
  }
  const at = (kind: string, month: number, area: number) =>
    index.get([kind, month, AREAS[area] ?? '_T'].join('|')) ?? -1;
  const equal = (whole: number, parts: readonly number[]): Row => ({
    cells: [whole, ...parts],
    coefficients: [-1, ...parts.map(() => 1)],
    lower: 0,
    upper: 0,
  });
  const rows = Array.from({ length: MONTHS }, (_, month) => [
    equal(
      at('to-date', month, -1),
      AREAS.map((__, area) => at('to-date', month, area)),
    ),
    ...(month === 0
      ? []
      : [
          equal(
            at('added', month, -1),
            AREAS.map((__, area) => at('added', month, area)),
          ),
          ...names.map((area) =>
            equal(at('to-date', month, area), [at('to-date', month - 1, area), at('added', month, area)]),
          ),
        ]),
  ]).flat();
  return { system: { cells, index, rows, parts: [] }, counts: cells.map(({ count }) => count) };
}

const monthOf = ({ codes }: SystemCell) => Number(codes[1]);

/** Releases one after another: each sees what those before it published and withheld, or (alone) its own month only. */
function releaseAll(k: number, together: boolean): ReadonlySet<number> {
  const { system, counts } = chain();
  let withheld: ReadonlySet<number> = new Set<number>();
  for (let month = 0; month < MONTHS; month += 1) {
    const mine = [...system.cells.keys()].filter((cell) => {
      const known = system.cells[cell];
      return known?.role === 'tabled' && monthOf(known) === month;
    });
    const upTo = [...system.cells.keys()].filter((cell) => {
      const known = system.cells[cell];
      return known !== undefined && (together ? monthOf(known) <= month : mine.includes(cell));
    });
    const found = protect(inputOf(system, counts, upTo, mine, withheld, k), improveWithin(2000));
    withheld = new Set([...withheld, ...[...found.withheld].map((cell) => upTo[cell] ?? -1)]);
  }
  return withheld;
}

/** The part of the system that lies within `upTo`, as one release sees it. */
function inputOf(
  system: PartedSystem,
  counts: readonly number[],
  upTo: readonly number[],
  mine: readonly number[],
  before: ReadonlySet<number>,
  k: number,
): ProtectInput {
  const place = new Map(upTo.map((cell, at) => [cell, at]));
  const local = (cells: Iterable<number>) => new Set([...cells].flatMap((cell) => place.get(cell) ?? []));
  const cells = upTo.flatMap((cell) => system.cells[cell] ?? []);
  const rows = system.rows
    .filter((row) => row.cells.every((cell) => place.has(cell)))
    .map((row) => ({ ...row, cells: row.cells.map((cell) => place.get(cell) ?? -1) }));
  const here = upTo.map((cell) => counts[cell] ?? 0);
  const earlier = upTo.filter((cell) => system.cells[cell]?.role === 'tabled' && !mine.includes(cell));
  return {
    system: { cells, rows, index: new Map(cells.map(({ key }, at) => [key, at])) },
    k,
    counts: here,
    people: here,
    costs: here.map((count) => Math.max(1, count)),
    publishable: local(mine),
    publishedBefore: local(earlier.filter((cell) => !before.has(cell))),
    inherited: local(before),
    lower: here.map(() => 0),
    upper: here.map(() => Number.POSITIVE_INFINITY),
    solver,
  };
}

/** Of the small monthly increments: how many there are, and how many are known exactly or to be fewer than k. */
function told(k: number, together: boolean): { small: number; told: number } {
  const { system, counts } = chain();
  const withheld = releaseAll(k, together);
  const facts: Facts = {
    given: counts.map((count, cell) =>
      system.cells[cell]?.role === 'tabled' && !withheld.has(cell) ? count : undefined,
    ),
    withheld,
    lower: counts.map(() => 0),
    upper: counts.map(() => Number.POSITIVE_INFINITY),
    contradictions: [],
  };
  const { condemned } = attackSystem(system, facts, { k, solver, ranges: false });
  const isSmall = (cell: number) =>
    system.cells[cell]?.role === 'difference' && (counts[cell] ?? 0) >= 1 && (counts[cell] ?? 0) < k;
  const small = [...system.cells.keys()].filter(isSmall);
  const keys = new Set(condemned.map(({ key }) => key));
  return {
    small: small.length,
    told: small.filter((cell) => keys.has(system.cells[cell]?.key ?? '')).length,
  };
}

describe.each([5, 10])('twelve totals to date, k = %i', (k) => {
  test('protected one after another as one chain: no small increment is told', () => {
    const { small, told: found } = told(k, true);
    expect(small).toBeGreaterThan(20);
    expect(found).toBe(0);
  });

  test('each protected alone: most small increments are told', () => {
    const { small, told: found } = told(k, false);
    expect(found / small).toBeGreaterThan(0.5);
  });
});
