// What an outsider can prove of tables drawn as rows of counts.

import { expect, test } from 'vitest';
import type { AttackReport, Finding } from '../../src/attack/attack.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import type { Solver } from '../../src/solver/solver.ts';
import { type Bounds, factsFrom } from './drawings.ts';
import { whole } from './held.ts';
import { attackSystem } from './on-this-thread.ts';
import { SHAPES } from './shapes.ts';
import { flat, type Table, tableOf } from './tables.ts';
import { watched } from './watched-solver.ts';

const K = 5;
const EXACTLY = 'its count is known exactly';
const TOLD = 'it is the count of a set of people, which can be shown to be some and fewer than k';
const FEW = 'its count is known and fewer than k';
const NEVER = 'it can be shown to hold fewer than k';
const NO_WORLD = 'no counts explain what was published and what was withheld';
const NO_SUM = 'the published counts around it do not add up';

const solver = await loadSolver();

function attackDrawn(table: Table, drawing: string, record?: Bounds, engine: Solver = solver): AttackReport {
  return attackSystem(table.system, factsFrom(table, drawing, record), {
    k: K,
    solver: engine,
    ranges: true,
  });
}

/** Total and parts of one line: `total a1 a2 ...`. */
function line(parts: number): Table {
  const codes = Array.from({ length: parts }, (_, part) => `a${part + 1}`);
  return tableOf([flat('a', ...codes)], [[['_T', ...codes]]]);
}

function shape(name: string): Table {
  return SHAPES[name] ?? line(1);
}

function findingsOf({ blocks }: AttackReport): ReadonlyMap<string, Finding> {
  return new Map(
    blocks.flatMap(({ findings }) => findings.map((finding) => [finding.key, finding] as const)),
  );
}

function rangesOf(report: AttackReport): Record<string, string> {
  return Object.fromEntries(
    [...findingsOf(report)].map(([key, { least, most }]) => [key, `${least} to ${most}`]),
  );
}

function verdictsOf(report: AttackReport): Record<string, string> {
  return Object.fromEntries([...findingsOf(report)].map(([key, { verdict }]) => [key, verdict]));
}

function reasonsOf({ condemned }: AttackReport): Record<string, string> {
  return Object.fromEntries(condemned.map(({ key, reason }) => [key, reason]));
}

test('attackSystem of a line with three withheld parts of a sum of k + 1 keeps the promise', () => {
  const report = attackDrawn(line(4), '13  .  .  .  7');
  expect(report).toMatchObject({ kept: true, condemned: [] });
  expect(rangesOf(report)).toEqual({ a1: '0 to 6', a2: '0 to 6', a3: '0 to 6' });
});

test('attackSystem of three withheld parts of a sum of k condemns them: one that is k leaves nobody to hide', () => {
  expect(reasonsOf(attackDrawn(line(4), '12  .  .  .  7'))).toEqual({ a1: NEVER, a2: NEVER, a3: NEVER });
});

test('attackSystem of two withheld parts condemns them: one that is 0 leaves all to the other, and nobody to hide', () => {
  expect(reasonsOf(attackDrawn(line(3), '15  .  .  7'))).toEqual({ a1: NO_WORLD, a2: NO_WORLD });
});

test('attackSystem of two withheld parts of a sum below k condemns them', () => {
  expect(reasonsOf(attackDrawn(line(3), '11  .  .  7'))).toEqual({ a1: NEVER, a2: NEVER });
});

test('attackSystem of a line with one withheld part says that it is known exactly, unless it is k or more', () => {
  expect(reasonsOf(attackDrawn(line(2), '9  .  9'))).toEqual({ a1: EXACTLY });
  expect(reasonsOf(attackDrawn(line(2), '10  .  9'))).toEqual({ a1: FEW });
  expect(reasonsOf(attackDrawn(line(2), '13  .  9'))).toEqual({ a1: FEW });
  expect(attackDrawn(line(2), '14  .  9')).toMatchObject({ kept: true, blocks: [] });
});

test('attackSystem of a published count of 1 to k-1 condemns it, and passes 0 and k', () => {
  expect(reasonsOf(attackDrawn(line(2), '10  1  9'))).toEqual({ a1: FEW });
  expect(reasonsOf(attackDrawn(line(2), '10  4  6'))).toEqual({ a1: FEW });
  expect(attackDrawn(line(2), '5  0  5')).toMatchObject({ kept: true, condemned: [], blocks: [] });
});

test('attackSystem of a missing count that follows and is small condemns it; one that is 0 is no secret', () => {
  expect(reasonsOf(attackDrawn(line(2), '12  -  9'))).toEqual({ a1: FEW });
  expect(attackDrawn(line(2), '9  -  9').kept).toBe(true);
});

test('attackSystem of two missing counts whose sum follows and is small condemns their sum', () => {
  expect(reasonsOf(attackDrawn(line(3), '12  -  -  9'))).toEqual({ '_T - a3': TOLD });
  expect(attackDrawn(line(3), '9  -  -  9')).toMatchObject({ kept: true, blocks: [] });
  expect(attackDrawn(line(3), '99  -  -  9')).toMatchObject({ kept: true, blocks: [] });
});

test('attackSystem of counts that do not add up names the cell of the sum', () => {
  expect(reasonsOf(attackDrawn(line(2), '20  6  9'))).toEqual({ _T: NO_SUM });
  expect(reasonsOf(attackDrawn(line(2), '15  6  10'))).toEqual({ _T: NO_SUM });
  expect(reasonsOf(attackDrawn(line(2), '15  6  9'))).toEqual({});
});

test('attackSystem names cells of which two releases publish different counts', () => {
  const table = line(2);
  const facts = { ...factsFrom(table, '15  6  9'), contradictions: ['a2'] };
  const report = attackSystem(table.system, facts, { k: K, solver, ranges: false });
  expect(report).toMatchObject({
    kept: false,
    condemned: [{ key: 'a2', reason: 'two releases publish different counts' }],
  });
});

//         b1  b2  b3  all
//    a1    .   .   .   10     a2 b3 holds 4 or more, since a1 b3 holds 10 at most. So it holds 5 or more,
//    a2    .   .   .   26     and a1 b3 9 at most.
//   all   15   7  14   36
test('attackSystem raises a cell that must hold somebody to k, and takes the ranges again', () => {
  const report = attackDrawn(shape('two by three'), '36 15 7 14   10 . . .   26 . . .');
  expect(report.kept).toBe(true);
  expect(rangesOf(report)).toEqual({
    ...{ 'a1|b1': '0 to 10', 'a1|b2': '0 to 7', 'a1|b3': '0 to 9' },
    ...{ 'a2|b1': '5 to 15', 'a2|b2': '0 to 7', 'a2|b3': '5 to 14' },
  });
  expect(verdictsOf(report)).toEqual({
    ...{ 'a1|b1': 'open', 'a1|b2': 'open', 'a1|b3': 'open' },
    ...{ 'a2|b1': 'k-or-more', 'a2|b2': 'open', 'a2|b3': 'k-or-more' },
  });
});

//         b1  b2  all    One number x decides: a1 b1 = x, a1 b2 = 12 - x, a2 b1 = 14 - x, a2 b2 = x - 5.
//    a1    .   .   12    x is 5 to 12. a2 b1 holds 2 or more, so 5: x is 9 at most. a1 b2 then holds 3, so 5:
//    a2    .   .    9    x is 7 at most. Only a2 b2 can hold few, so it holds somebody, so 5: x is 10 at least.
//   all   14   7   21
test('attackSystem goes on as long as a cell raised to k forces the next', () => {
  const report = attackDrawn(shape('two by two'), '21 14 7   12 . .   9 . .');
  expect(reasonsOf(report)).toEqual({
    ...{ 'a1|b1': NO_WORLD, 'a1|b2': NO_WORLD },
    ...{ 'a2|b1': NO_WORLD, 'a2|b2': NO_WORLD },
  });
});

test('attackSystem of cells that can hold few nowhere finds no counts that explain the hiding', () => {
  const report = attackDrawn(line(2), '0  .  .');
  expect(reasonsOf(report)).toEqual({ a1: NO_WORLD, a2: NO_WORLD });
  expect(rangesOf(report)).toEqual({ a1: '0 to null', a2: '0 to null' });
});

test('attackSystem of a line that is withheld whole sets no limit to what it can hold', () => {
  const report = attackDrawn(line(3), '.  .  .  .');
  expect(report.kept).toBe(true);
  expect(rangesOf(report)).toEqual({ _T: '5 to null', a1: '0 to null', a2: '0 to null', a3: '0 to null' });
});

test('attackSystem keeps to bounds on the record', () => {
  const attackWith = (record: Bounds) => attackDrawn(line(4), '25  .  .  .  7', record);
  expect(reasonsOf(attackWith({ a1: [0, 4] }))).toEqual({ a1: NEVER });
  expect(reasonsOf(attackWith({ a1: [2, 4] }))).toEqual({ a1: NO_WORLD, a2: NO_WORLD, a3: NO_WORLD });
  expect(rangesOf(attackWith({ a1: [0, 9], a2: [7, 30] }))).toEqual({
    ...{ a1: '0 to 9', a2: '7 to 18', a3: '0 to 11' },
  });
});

test('attackSystem forgets no bound on the record that is stricter than k when it raises a cell to k', () => {
  const report = attackDrawn(line(3), '.  .  .  .', { _T: [9, 40] });
  expect(rangesOf(report)).toEqual({ _T: '9 to 40', a1: '0 to 40', a2: '0 to 40', a3: '0 to 40' });
});

test('attackSystem leaves out ranges that nobody asked for', () => {
  const table = line(3);
  const { blocks } = attackSystem(table.system, factsFrom(table, '12  .  .  7'), {
    k: K,
    solver,
    ranges: false,
  });
  expect(blocks[0]?.findings).toMatchObject([
    { key: 'a1', least: 0, most: null },
    { key: 'a2', least: 0, most: null },
  ]);
});

test('attackSystem closes every block that it opens, also when the solver fails', () => {
  const [sound, failing] = [watched(solver, false), watched(solver, true)];
  attackDrawn(line(4), '13  .  .  .  7', {}, sound.solver);
  expect(sound.open()).toBe(0);
  expect(() => attackDrawn(line(3), '12  .  .  7', {}, failing.solver)).toThrow('stopped');
  expect(failing.open()).toBe(0);
});

test('attackSystem of a withheld count that can only be 0 condemns it; one that is not withheld is no secret', () => {
  const none = { a4: [0, 0] } as const;
  expect(reasonsOf(attackDrawn(line(4), '40  .  .  .  .', none))).toEqual({ a4: NEVER });
  expect(reasonsOf(attackDrawn(line(4), '40  .  .  .  -', none))).toEqual({});
});

test('attackSystem asks of hidden differences of published codes what it asks of withheld counts', () => {
  const bands = shape('overlapping bands in two tables');
  const drawing = '100  70  30  .  .  .';
  expect(reasonsOf(attackDrawn(bands, drawing))).toEqual({});
  expect(reasonsOf(attackDrawn(bands, drawing, { '65+': [28, 30] }))).toEqual({ '60-64': NEVER });
});

/** Total and parts of one line of requests received. */
function requests(parts: number): Table {
  const { system, ...rest } = line(parts);
  const cells = system.cells.map((cell) => ({ ...cell, measure: 'legal-requests-received' }));
  return { ...rest, system: { ...system, cells } };
}

test('attackSystem of counts of requests passes any that are published, and condemns any that were withheld and follow', () => {
  expect(reasonsOf(attackDrawn(requests(2), '10  1  9'))).toEqual({});
  expect(reasonsOf(attackDrawn(requests(2), '10  .  9'))).toEqual({ a1: EXACTLY });
  expect(reasonsOf(attackDrawn(requests(2), '30  .  9'))).toEqual({ a1: EXACTLY });
});

test('attackSystem of counts of requests asks that each can be 0 and 2, however many it holds for certain', () => {
  expect(reasonsOf(attackDrawn(requests(3), '11  .  .  9'))).toEqual({});
  expect(reasonsOf(attackDrawn(requests(3), '10  .  .  9'))).toEqual({ a1: NEVER, a2: NEVER });
  expect(reasonsOf(attackDrawn(requests(3), '39  .  .  9', { a2: [0, 9] }))).toEqual({
    a1: 'it can be shown to hold somebody',
  });
});

test('attackSystem of a count that no table publishes minds that it follows only if it is fewer than k', () => {
  const { system, ...rest } = line(2);
  const cells = system.cells.map((cell) =>
    cell.key === 'a1' ? { ...cell, role: 'unpublished' as const } : cell,
  );
  const table = { ...rest, system: { ...system, cells } };
  expect(attackDrawn(table, '14  -  9').kept).toBe(true);
  expect(attackDrawn(table, '9  -  9').kept).toBe(true);
  expect(reasonsOf(attackDrawn(table, '12  -  9'))).toEqual({ a1: FEW });
});

test('attackSystem names for each cell a world in which it is 0 and one in which it is k or more, where there is one', () => {
  const { blocks } = attackDrawn(shape('two by three'), '36 15 7 14   10 . . .   26 . . .');
  const [block] = blocks;
  expect(block?.findings).toHaveLength(6);
  for (const { key, verdict, zeroWorld, manyWorld } of block?.findings ?? []) {
    const countIn = (world: number | null) =>
      whole(block?.worlds ?? [])[world ?? -1]?.[block?.cells.indexOf(key) ?? -1];
    if (verdict === 'open') expect(countIn(zeroWorld)).toBe(0);
    else expect(zeroWorld).toBeNull();
    expect(countIn(manyWorld)).toBeGreaterThanOrEqual(K);
  }
});

test('attackSystem takes for k or more also a world in which a cell is just k', () => {
  const { blocks } = attackDrawn(line(4), '13  .  .  .  7');
  const [block] = blocks;
  const most = block?.findings.map(({ manyWorld }, at) => whole(block.worlds)[manyWorld ?? -1]?.[at]);
  expect(most).toEqual([K, K, K]);
});

test('attackSystem of requests that no counts explain sets no limits, though the sums would', () => {
  const report = attackDrawn(requests(2), '0  .  .');
  expect(reasonsOf(report)).toEqual({ a1: NO_WORLD, a2: NO_WORLD });
  expect(rangesOf(report)).toEqual({ a1: '0 to null', a2: '0 to null' });
});
