// What certificates are made of, k = 5; tables drawn as in drawings.ts. That they add up, certificates.test.ts checks.

import { describe, expect, test } from 'vitest';
import type { AttackReport, Finding } from '../../src/attack/attack.ts';
import type { AuditInput } from '../../src/attack/reported.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import type { Solver } from '../../src/solver/solver.ts';
import type { PartedSystem } from '../../src/system/system.ts';
import type { Facts } from '../../src/verify/facts.ts';
import { verify } from '../../src/verify/verify.ts';
import { wholeWorlds } from '../verify/whole-worlds.ts';
import { type Bounds, factsFrom } from './drawings.ts';
import { held } from './held.ts';
import { attackSystem, certify } from './on-this-thread.ts';
import { SHAPES } from './shapes.ts';
import { allCodes, flat, measuresOf, type Table, tableOf } from './tables.ts';
import { watched } from './watched-solver.ts';

const K = 5;
const solver = await loadSolver();

function inputOf(system: PartedSystem, facts: Facts): AuditInput {
  const report = attackSystem(system, facts, { k: K, solver, ranges: false });
  expect(report.condemned).toEqual([]);
  return { system, facts, report, k: K, solver };
}

const drawn = (table: Table, drawing: string, record?: Bounds) =>
  inputOf(table.system, factsFrom(table, drawing, record));

/** What is at fault with certificates as they were made. */
function faultsOf(input: AuditInput): readonly unknown[] {
  return verify({ ...input, certificates: certify(input) }).faults;
}

function line(parts: number): Table {
  const codes = Array.from({ length: parts }, (_, part) => `a${part + 1}`);
  return tableOf([flat('a', ...codes)], [[['_T', ...codes]]]);
}

//         b1  b2  b3  all
//    a1    .   .   .   10     a2 b1 is 26 less a2 b2, which is 7 at most, and a2 b3, which is 14 at most;
//    a2    .   .   .   26     a2 b3 is 26 less a2 b2, and a2 b1, which is 15 at most.
//   all   15   7  14   36
const TWO_BY_THREE = drawn(SHAPES['two by three'] as Table, '36 15 7 14   10 . . .   26 . . .');

test('certify proves each cell that must hold k or more, from the relations that this takes alone', () => {
  const certificates = certify(TWO_BY_THREE);
  expect(certificates).toMatchObject([
    {
      cells: ['a1|b1', 'a1|b2', 'a1|b3', 'a2|b1', 'a2|b2', 'a2|b3'],
      relations: ['c1 + c4 = 7', 'c2 + c5 = 14', 'c3 + c4 + c5 = 26', 'c0 + c3 = 15'],
      proofs: [
        { cell: 3, is: 'k-or-more', proof: { add: '-r0 - r1 + r2' } },
        { cell: 5, is: 'k-or-more', proof: { add: '-r3 - r0 + r2' } },
      ],
    },
  ]);
  expect(faultsOf(TWO_BY_THREE)).toEqual([]);
});

//    a1 + a2 + a3 = 20, with a2 and a3 at most 9: a1 holds 2 or more, so 5 or more. d is a1 less 4 at least, so 1 or more.
test('certify proves a cell that must hold k or more from one proved before it', () => {
  const { system } = measuresOf({
    cells: { all: ['1', '2', '3'], a1: ['1'], a2: ['2'], a3: ['3'], d: ['1'] },
    rows: [{ left: ['a1', 'a2', 'a3'], right: ['all'], sense: 'equal' }],
  });
  const atMost = { cells: [1, 4], coefficients: [1, -1], lower: Number.NEGATIVE_INFINITY, upper: 4 };
  const table = { system: { ...system, rows: [...system.rows, atMost] }, leafCount: 0, members: [] };
  const input = drawn(table, '20 . . . .', { a2: [0, 9], a3: [0, 9] });
  expect(certify(input)).toMatchObject([
    {
      relations: ['c0 + c1 + c2 = 20', 'c0 - c3 <= 4'],
      proofs: [
        { cell: 0, is: 'k-or-more', proof: { add: 'r0' } },
        { cell: 3, is: 'k-or-more', proof: { add: '-r1' } },
      ],
    },
  ]);
  expect(faultsOf(input)).toEqual([]);
});

test('certify proves a cell that must hold k or more from the record alone, without the word of the solver', () => {
  const input = drawn(line(3), '.  .  .  .', { _T: [9, 40] });
  expect(certify(input)).toMatchObject([{ proofs: [{ cell: 0, is: 'k-or-more', proof: { few: [] } }] }]);
  expect(faultsOf(input)).toEqual([]);
});

//    z and a, b, c make 20; z is a difference of published codes, and at most w.
describe('certify of a difference that can be nothing but 0', () => {
  const { system } = measuresOf({
    cells: { all: ['1', '2', '3'], z: [], w: [], a: ['1'], b: ['2'], c: ['3'] },
    rows: [
      { left: ['z', 'a', 'b', 'c'], right: ['all'], sense: 'equal' },
      { left: ['z'], right: ['w'], sense: 'at-most' },
    ],
  });
  const cells = system.cells.map((cell) => {
    if (cell.key === 'z') return { ...cell, role: 'difference' as const };
    return cell.key === 'w' ? { ...cell, role: 'unpublished' as const } : cell;
  });
  const table = { system: { ...system, cells }, leafCount: 0, members: [] };

  test('since the record says of w that it is 0, adds up what shows it', () => {
    const input = drawn(table, '20 - - . . .', { w: [0, 0] });
    expect(certify(input)).toMatchObject([
      { relations: ['c0 - c1 <= 0'], proofs: [{ cell: 0, is: 'zero', proof: { add: '-r0' } }] },
    ]);
    expect(faultsOf(input)).toEqual([]);
  });

  test('since the record says so of itself, needs no relation and no word of the solver', () => {
    const input = drawn(table, '20 - - . . .', { z: [0, 0] });
    expect(certify(input)).toMatchObject([
      { relations: [], proofs: [{ cell: 0, is: 'zero', proof: { few: [] } }] },
    ]);
    expect(faultsOf(input)).toEqual([]);
  });
});

//    x + 2 u = 41 and w is at most x + 4. Without x, u is 20 and a half: not few, and not whole where w explains the hiding.
test('certify proves case by case and in halves, from the relations that these take alone', () => {
  const { system } = measuresOf({ cells: { x: ['1'], u: ['2'], w: ['3'], all: ['1'] }, rows: [] });
  const row = { lower: Number.NEGATIVE_INFINITY, upper: 4 };
  const rows = [
    { ...row, cells: [2, 3], coefficients: [1, -1] },
    { cells: [0, 1], coefficients: [1, 2], lower: 41, upper: 41 },
    { ...row, cells: [2, 0], coefficients: [1, -1] },
  ];
  const input = drawn({ system: { ...system, rows }, leafCount: 0, members: [] }, '. . . 99');
  const halves = { cell: 1, upTo: 20, below: { add: 'r0' }, above: { add: '-r0' } };
  expect(certify(input)).toMatchObject([
    {
      relations: ['c0 + 2 c1 = 41'],
      proofs: [
        {
          cell: 0,
          is: 'k-or-more',
          proof: {
            few: [
              { cell: 1, proof: { add: 'r0' } },
              { cell: 2, proof: halves },
            ],
          },
        },
      ],
    },
  ]);
  expect(faultsOf(input)).toEqual([]);
});

test('certify takes the first world in which somebody is in a category, besides those of the findings', () => {
  const answers = flat('answer', 'yes', 'no', 'maybe', 'open');
  const table = tableOf([answers], [[allCodes(answers)]], true);
  const facts = factsFrom(table, '40  .  .  .  -');
  const worlds = [
    [0, 20, 20, 0],
    [20, 0, 20, 0],
    [20, 20, 0, 0],
    [10, 10, 20, 0],
    [10, 10, 10, 10],
    [9, 9, 9, 13],
  ];
  const finding = (key: string, zeroWorld: number, manyWorld: number): Finding => ({
    ...{ key, verdict: 'open', least: 0, most: null },
    ...{ zeroWorld, manyWorld },
  });
  const findings = [finding('yes', 0, 1), finding('no', 1, 0), finding('maybe', 2, 0)];
  const cells = ['yes', 'no', 'maybe', 'open'];
  const block = { cells, worlds: held(worlds), findings, provablyLarge: [], empties: [] };
  const report: AttackReport = { kept: true, condemned: [], blocks: [block], undecided: 0 };
  const certificates = certify({ system: table.system, facts, report, k: K, solver });
  const taken = [0, 1, 2, 4].map((at) => worlds[at]?.join(' '));
  expect(certificates.map((one) => one.worlds)).toEqual([taken]);
});

test('certify shows of a category that was never to be published that it can hold somebody', () => {
  const answers = flat('answer', 'yes', 'no', 'maybe', 'open');
  const table = tableOf([answers], [[allCodes(answers)]], true);
  expect(faultsOf(drawn(table, '40  .  .  .  -'))).toEqual([]);
});

describe('certify of a block in which nothing was withheld', () => {
  const answers = flat('answer', 'yes', 'no', 'open');
  const codes = [allCodes(answers)];

  test('makes no certificate where no dimension is sensitive', () => {
    const input = drawn(tableOf([answers], [codes]), '40  -  -  -');
    expect(certify(input)).toEqual([]);
  });

  test('shows that somebody can be in each category of a sensitive dimension', () => {
    const input = drawn(tableOf([answers], [codes], true), '40  -  -  -');
    const [one, ...others] = certify(input);
    expect(others).toEqual([]);
    expect(one?.cells).toEqual(['yes', 'no', 'open']);
    const worlds = wholeWorlds(one ?? { worlds: [] });
    for (const at of [0, 1, 2]) expect(worlds.some((world) => (world[at] ?? 0) > 0)).toBe(true);
    expect(faultsOf(input)).toEqual([]);
  });

  //         yes  no  open
  //   40     -    -    -        the record says that nobody is in the north
  //   north  -    -    -   -
  //   south  -    -    -   -
  test('proves of a group without people that it has none', () => {
    const areas = flat('area', 'north', 'south');
    const table = tableOf([areas, answers], [[allCodes(areas), allCodes(answers)]], true);
    const input = drawn(table, '40 - - - - - - - - - - -', { 'north|_T': [0, 0] });
    expect(certify(input)).toMatchObject([
      {
        proofs: [{ cell: input.report.blocks[0]?.cells.indexOf('north|_T'), is: 'zero', proof: { few: [] } }],
      },
    ]);
    expect(faultsOf(input)).toEqual([]);
  });
});

test('certify where no proof is found leaves it out, so that the cell is not shown', () => {
  const unable: Solver = {
    ...solver,
    open: (model, steps) => ({
      ...solver.open(model, steps),
      minimize: () => ({ status: 'infeasible', ray: undefined }),
    }),
  };
  const input = { ...TWO_BY_THREE, solver: unable };
  expect(certify(input)).toMatchObject([{ relations: [], proofs: [] }]);
  const what = 'no world shows that it can be 0, no proof that it is 5 or more';
  expect(faultsOf(input)).toEqual(['a2|b1', 'a2|b3'].map((at) => ({ at, what })));
});

test('certify of a report on other facts is an error of ours', () => {
  const shape = SHAPES['two by three'] as Table;
  const other = (drawing: string) => certify({ ...TWO_BY_THREE, facts: factsFrom(shape, drawing) });
  const message = 'internal error: the attack saw another block';
  expect(() => other('36 15 7 14   10 3 . .   26 . . .')).toThrow(message);
  expect(() => other('36 15 7 14   10 - - -   26 - - -')).toThrow(message);
});

test('certify closes all that it opens, also when the solver fails', () => {
  const [sound, failing] = [watched(solver, false), watched(solver, true)];
  certify({ ...TWO_BY_THREE, solver: sound.solver });
  expect(sound.open()).toBe(0);
  expect(() => certify({ ...TWO_BY_THREE, solver: failing.solver })).toThrow('stopped');
  expect(failing.open()).toBe(0);
});
