// Releases one after another: all of them together prove nothing, and none takes back what another said.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Codelist, TOTAL } from '../../src/program/codelist.ts';
import type { Box } from '../../src/system/boxes.ts';
import { attackSystem } from '../attack/on-this-thread.ts';
import { allCodes, countsOf, flat, listOf, publishedCells, type Table, tableOf } from '../attack/tables.ts';
import { leafCounts } from '../attack/trials.ts';
import { inputOf, outcomeOf, type Plan, protectOrRefuse, readerOf, solver } from './plans.ts';

const MOST_PEOPLE = 9;
const SEED = 20_251_128;
const RUNS = 15;

const a = flat('a', 'a1', 'a2');
const a3 = flat('a', 'a1', 'a2', 'a3');
const b = flat('b', 'b1', 'b2');
const c = flat('c', 'c1', 'c2');
const [A, B, C] = [allCodes(a), allCodes(b), allCodes(c)];
/** Totals to date, each the one before and a month. */
const toDate = listOf('period', {
  chain: { _T: ['t4', 'm5'], t4: ['t3', 'm4'], t3: ['m1', 'm2', 'm3'] },
});
/** Areas redrawn: the border between `north` and `south` moves to the other side of `middle`. */
const areas = listOf('area', {
  old: { _T: ['north', 'south'], north: ['tip', 'middle'], south: ['middle south', 'foot'] },
  new: { _T: ['tip', 'centre', 'foot'], centre: ['middle', 'middle south'] },
});

interface Chain {
  readonly codelists: readonly Codelist[];
  /** What each release adds. */
  readonly releases: readonly (readonly Box[])[];
  /** Whether the last dimension is marked so; default no. */
  readonly sensitive?: boolean;
}

const CHAINS: Readonly<Record<string, Chain>> = {
  'totals to date': {
    codelists: [toDate],
    releases: [[[['m1', 'm2', 'm3', 't3']]], [[['m4', 't4']]], [[['m5', TOTAL]]]],
  },
  'areas redrawn': {
    codelists: [areas, a],
    releases: [[[[TOTAL, 'north', 'south'], A]], [[[TOTAL, 'tip', 'centre', 'foot'], A]]],
  },
  'a second table that shares people with the first': {
    codelists: [a, b, c],
    releases: [[[A, B, [TOTAL]]], [[[TOTAL], B, C]], [[A, [TOTAL], C]]],
  },
  'a finer table after a coarser': {
    codelists: [a3, b],
    releases: [[[allCodes(a3), [TOTAL]]], [[allCodes(a3), B]]],
  },
  'categories after their groups': {
    codelists: [a3, b],
    releases: [[[allCodes(a3), [TOTAL]]], [[allCodes(a3), B]]],
    sensitive: true,
  },
  'groups after some of their categories': {
    codelists: [a, c, b],
    releases: [[[A, [TOTAL], B]], [[[TOTAL], C, B]]],
    sensitive: true,
  },
};

/** The system of the releases up to each one, as its protection and its attack see it. */
function tablesOf({ codelists, releases, sensitive }: Chain): Table[] {
  return releases.map((_, last) => tableOf(codelists, releases.slice(0, last + 1).flat(), sensitive));
}

/** The same cells in another table, by key. */
function carry(cells: ReadonlySet<number>, from: Table, to: Table): Set<number> {
  return new Set([...cells].map((cell) => to.system.index.get(from.system.cells[cell]?.key ?? '') ?? -1));
}

function nextPlan(
  table: Table,
  leaves: readonly number[],
  k: number,
  before: Plan | undefined,
  hidden: ReadonlySet<number>,
): Plan {
  const counts = countsOf(table, leaves);
  const known = before === undefined ? [] : [...before.input.publishedBefore, ...before.input.publishable];
  const shown = new Set(known.filter((cell) => !hidden.has(cell)));
  const published = before === undefined ? shown : carry(shown, before.table, table);
  const withheld = before === undefined ? hidden : carry(hidden, before.table, table);
  const publishable = new Set(publishedCells(table).filter((cell) => !published.has(cell)));
  const costs = counts.map((count) => Math.max(1, count));
  return {
    table,
    counts,
    input: inputOf(table, counts, { k, costs, publishedBefore: published, inherited: withheld, publishable }),
  };
}

describe('protect keeps the promise of all releases together', () => {
  test.for(Object.entries(CHAINS))('%s', ([, chain]) => {
    const tables = tablesOf(chain);
    const people = leafCounts(tables[0] as Table, MOST_PEOPLE);
    let second = 0;
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 3 }), people, (k, leaves) => {
        let plan: Plan | undefined;
        let hidden: ReadonlySet<number> = new Set();
        for (const table of tables) {
          plan = nextPlan(table, leaves, k, plan, hidden);
          const protection = protectOrRefuse(plan.input);
          if (protection === undefined) return;
          hidden = protection.withheld;
          expect([...plan.input.inherited].filter((cell) => !hidden.has(cell))).toEqual([]);
          expect([...plan.input.publishedBefore].filter((cell) => hidden.has(cell))).toEqual([]);
          const facts = readerOf(plan, hidden);
          expect(attackSystem(table.system, facts, { k, solver, ranges: false }).kept).toBe(true);
          expect(['safe', undefined]).toContain(outcomeOf(plan, hidden));
          second += Number(plan.input.inherited.size > 0);
        }
      }),
      { numRuns: RUNS, seed: SEED },
    );
    expect(second, 'later releases that had to keep something withheld').toBeGreaterThan(0);
  });
});
