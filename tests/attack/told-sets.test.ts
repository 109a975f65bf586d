// Sets of people whom no cell names, and whom sums and differences of published cells tell.

import { glob, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parseAudit } from '../../src/formats/audit-file.ts';
import { TOTAL } from '../../src/program/codelist.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import type { Facts } from '../../src/verify/facts.ts';
import { attackSystem } from './on-this-thread.ts';
import { allCodes, countsOf, flat, listOf, type Table, tableOf } from './tables.ts';

const K = 11;
const TOLD = 'it is the count of a set of people, which can be shown to be some and fewer than k';
const KNOWN = 'its count is known and fewer than k';
const solver = await loadSolver();

/** What the attack condemns where the cells named are withheld and all others of the tables are published. */
function condemnedOf(
  table: Table,
  leaves: readonly number[],
  withheld: readonly string[] = [],
  missing: readonly string[] = [],
): Record<string, string> {
  const counts = countsOf(table, leaves);
  const isHidden = (key: string) => withheld.includes(key);
  const facts: Facts = {
    given: table.system.cells.map(({ key, role }, cell) =>
      role === 'tabled' && !isHidden(key) && !missing.includes(key) ? counts[cell] : undefined,
    ),
    withheld: new Set(table.system.cells.flatMap(({ key }, cell) => (isHidden(key) ? [cell] : []))),
    lower: counts.map(() => 0),
    upper: counts.map(() => Number.POSITIVE_INFINITY),
    contradictions: [],
  };
  const { condemned } = attackSystem(table.system, facts, { k: K, solver, ranges: false });
  return Object.fromEntries(condemned.map(({ key, reason }) => [key, reason]));
}

// Old wards W1, W2, W3, new ones N1 to N4; leaves are what an old and a new ward share.
const wards = listOf('ward', {
  old: { _T: ['W1', 'W2', 'W3'], W1: ['11', '12', '13', '14'], W2: ['23', '24'], W3: ['33', '34'] },
  new: {
    _T: ['N1', 'N2', 'N3', 'N4'],
    N1: ['11'],
    N2: ['12'],
    N3: ['13', '23', '33'],
    N4: ['14', '24', '34'],
  },
});
const redrawn = tableOf([wards], [[[TOTAL, 'W1', 'W2', 'W3', 'N1', 'N2', 'N3', 'N4']]]);

test('attack of redrawn wards condemns W1 - N1 - N2 = 93 - 40 - 50 = 3, of which no table speaks', () => {
  //                            11 12 13 14 23 24 33 34
  expect(condemnedOf(redrawn, [40, 50, 1, 2, 30, 30, 30, 30])).toEqual({ 'W1 - N1 - N2': TOLD });
  expect(condemnedOf(redrawn, [40, 50, 6, 6, 30, 30, 30, 30])).toEqual({});
  expect(condemnedOf(redrawn, [40, 50, 0, 0, 30, 30, 30, 30])).toEqual({});
});

const areas = listOf('area', { all: { _T: ['W', 'rest'], W: ['w1', 'w2'] } });
const ages = listOf('age', { all: { _T: ['60+', 'under 60'], '60+': ['60-64', '65+'] } });
const corner = tableOf(
  [areas, ages],
  [
    [
      [TOTAL, 'W', 'w1'],
      [TOTAL, '60+', '65+'],
    ],
  ],
);

test('attack of two dimensions condemns (60+ less 65+) x (W less w1) = 143 - 110 - 80 + 50 = 3', () => {
  //  leaves: area w1, w2, rest by age 60-64, 65+, under 60
  const table = (few: number) => [30, 50, 20, few, 60, 20, 40, 40, 40];
  expect(condemnedOf(corner, table(3))).toEqual({ 'w2|60-64': KNOWN });
  expect(condemnedOf(corner, table(11))).toEqual({});
});

// Three dimensions, each pair of them a table of its own; no table has all three.
const pair = (dimension: string) => flat(dimension, `${dimension}0`, `${dimension}1`);
const cube = ['a', 'b', 'c'].map(pair);
const margins = tableOf(
  cube,
  cube.map((_, left) => cube.map((list, at) => (at === left ? [TOTAL] : allCodes(list)))),
);

test('attack of all pairs of three dimensions condemns what is alike in all of them', () => {
  //                                    000 001 010 011 100 101 110 111
  //  31 + 32 - 60 = 3: of 000 and 111 together
  expect(condemnedOf(margins, [1, 30, 30, 30, 30, 30, 30, 2])).toEqual({
    'a0|_T|c0 + _T|b1|c1 - a0|b1|_T': TOLD,
  });
  expect(condemnedOf(margins, [6, 30, 30, 30, 30, 30, 30, 6])).toEqual({});
});

const fourAges = tableOf([flat('age', 'a1', 'a2', 'a3', 'a4')], [[[TOTAL, 'a1', 'a2', 'a3', 'a4']]]);

test('attack of ages of which two are not available condemns their sum, 130 - 60 - 69 = 1', () => {
  const missing = ['a3', 'a4'];
  expect(condemnedOf(fourAges, [60, 69, 1, 0], [], missing)).toEqual({ '_T - a1 - a2': TOLD });
  expect(condemnedOf(fourAges, [60, 58, 6, 6], [], missing)).toEqual({});
  expect(condemnedOf(fourAges, [60, 70, 0, 0], [], missing)).toEqual({});
  expect(condemnedOf(fourAges, [60, 60, 60, 3], [], ['a4'])).toEqual({ a4: KNOWN });
});

test('every set of people was decided in the releases that ship', async () => {
  const files: string[] = [];
  for await (const file of glob('data/programs/*/releases/*/audit.json')) files.push(file);
  expect(files.length).toBeGreaterThan(2);
  for (const file of files) {
    const audit = parseAudit(await readFile(file, 'utf8'), file);
    expect([file, audit.ok && audit.value.sets?.undecided]).toEqual([file, 0]);
  }
});
