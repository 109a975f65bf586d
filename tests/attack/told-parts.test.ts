// Of which parts sets of people are looked for, and what is known of them that hems a set in.

import { expect, test } from 'vitest';
import { countParts, fewKnown, openTold } from '../../src/attack/told-sets.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import type { Facts } from '../../src/verify/facts.ts';
import { flat, tableOf } from './tables.ts';

const K = 11;
const solver = await loadSolver();
const CODES = ['a1', 'a2', 'a3', 'a4'];
const { system } = tableOf([flat('age', ...CODES)], [[['_T', ...CODES]]]);
const at = (code: string) => system.cells.findIndex(({ codes }) => codes.join() === code);

/** Counts of ages that are published; `withheld` are hidden, all others are not available. */
function factsOf(
  given: Readonly<Record<string, number>>,
  withheld: readonly string[] = [],
  bounds: Readonly<Record<string, readonly [number, number]>> = {},
): Facts {
  const codes = system.cells.map((cell) => cell.codes.join());
  return {
    given: codes.map((code) => given[code]),
    withheld: new Set(withheld.map(at)),
    lower: codes.map((code) => bounds[code]?.[0] ?? 0),
    upper: codes.map((code) => bounds[code]?.[1] ?? Number.POSITIVE_INFINITY),
    contradictions: [],
  };
}

/** The sets told, by the codes of their cells, where these cells are known to hold k or more. */
function toldOf(facts: Facts, floors: readonly string[] = []) {
  const { blocks, searchBlock } = openTold({ system, facts, k: K, solver });
  const keys = floors.map((code) => system.cells[at(code)]?.key ?? code);
  return blocks.map((block) => {
    const { sets, undecided } = searchBlock(block, keys);
    return {
      undecided,
      sets: sets.map(({ cells }) => cells.map((cell) => system.cells[cell]?.codes.join()).sort()),
    };
  });
}

test('countParts counts what no published and no withheld cell of a table is', () => {
  expect(countParts(system, factsOf({ _T: 40, a1: 20, a2: 20 }))).toBe(2);
  expect(countParts(system, factsOf({ _T: 40, a1: 20, a2: 20 }, ['a3']))).toBe(1);
  expect(countParts(system, factsOf({ _T: 40, a1: 20 }, ['a2', 'a3', 'a4']))).toBe(0);
});

test('openTold looks into no block whose parts are withheld, or hold somebody by the record', () => {
  expect(toldOf(factsOf({ _T: 40, a1: 20 }, ['a2', 'a3', 'a4']))).toEqual([]);
  const somebody = { a3: [1, 9], a4: [1, 9] } as const;
  expect(toldOf(factsOf({ _T: 43, a1: 20, a2: 20 }, [], somebody))).toEqual([]);
  expect(toldOf(factsOf({ _T: 43, a1: 20, a2: 20 }))).toEqual([{ undecided: 0, sets: [['a3', 'a4']] }]);
});

// a1 is hidden and 13 at most by the record: of 14 in all 1 are left to a3 and a4 at least, and 3 at most if a1 is 11 or more.
test('a set is told by what is known of a cell to be k or more, and not without it', () => {
  const facts = factsOf({ _T: 34, a2: 20 }, ['a1'], { a1: [0, 13] });
  expect(toldOf(facts)).toEqual([{ undecided: 0, sets: [] }]);
  expect(toldOf(facts, ['a1'])).toEqual([{ undecided: 0, sets: [['a3', 'a4']] }]);
});

// 12 at least by the record leaves 10 at most of 22; k would leave 11, which is not few.
test('a bound of the record above k stands beside what is known to be k or more', () => {
  const facts = factsOf({ _T: 42, a2: 20 }, ['a1'], { a1: [12, 21] });
  expect(toldOf(facts, ['a1'])).toEqual(toldOf(facts));
  expect(toldOf(facts, ['a1'])).toEqual([{ undecided: 0, sets: [['a3', 'a4']] }]);
});

test('searchBlock of a block of more than 6,000 cells says of how many parts not every set was decided', () => {
  const facts = factsOf({ _T: 43, a1: 20, a2: 20 });
  const blockOf = (size: number) => {
    const others = Array.from({ length: size - 2 }, () => at('a2'));
    return { known: facts.given, broken: [], blocks: [{ cells: [at('a3'), at('a4'), ...others], rows: [] }] };
  };
  const { searchBlock } = openTold({ system, facts, k: K, solver }, blockOf(6001));
  expect(searchBlock(0, [])).toEqual({ sets: [], undecided: 2 });
  const { undecided } = openTold({ system, facts, k: K, solver }, blockOf(6000)).searchBlock(0, []);
  expect(undecided).toBe(0);
});

test('fewKnown names the cells that are not available and known to be some and fewer than k', () => {
  const known = (counts: Readonly<Record<string, number>>) =>
    system.cells.map(({ codes }) => counts[codes.join()]);
  const facts = factsOf({ _T: 40, a1: 20 }, ['a2']);
  const named = (counts: Readonly<Record<string, number>>, own = system) =>
    fewKnown(own, facts, known(counts), K).map((cell) => own.cells[cell]?.codes.join());
  expect(named({ a2: 3, a3: 1, a4: 10 }).sort()).toEqual(['a3', 'a4']);
  expect(named({ a1: 3, a2: 3, a3: 0, a4: 11 })).toEqual([]);
  const requests = {
    ...system,
    cells: system.cells.map((cell) => ({ ...cell, measure: 'legal-requests-closed' })),
  };
  expect(named({ a3: 1 }, requests)).toEqual([]);
});
