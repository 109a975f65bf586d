// What somebody who knows people behind a hidden count could tell of the others, k = 5; tables drawn as in drawings.ts.

import { expect, test } from 'vitest';
import { askings } from '../../src/attack/insiders.ts';
import type { AuditInput } from '../../src/attack/reported.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import { factsFrom } from './drawings.ts';
import { held } from './held.ts';
import { measureInsiders } from './measure-insiders.ts';
import { attackSystem } from './on-this-thread.ts';
import { SHAPES } from './shapes.ts';
import { allCodes, flat, type Table, tableOf } from './tables.ts';
import { watched } from './watched-solver.ts';

const K = 5;
const solver = await loadSolver();

function inputOf(table: Table, drawing: string): AuditInput {
  const facts = factsFrom(table, drawing);
  const report = attackSystem(table.system, facts, { k: K, solver, ranges: false });
  expect(report.kept).toBe(true);
  return { system: table.system, facts, report, k: K, solver };
}

/** By kind of insider: in how many pairs one can be placed, in how many of these the other cell is few, and exact. */
function toldIn(input: AuditInput): Record<string, readonly number[]> {
  const kinds = measureInsiders(input).kinds.map(({ people, alone, placed, few, exact }) => {
    const kind = `${people}${alone ? ' alone' : ''}`;
    return [kind, [placed, few, exact]] as const;
  });
  return Object.fromEntries(kinds);
}

const shape = (name: string) => SHAPES[name] as Table;
const line = (...codes: string[]) => tableOf([flat('a', ...codes)], [[['_T', ...codes]]]);

//          b1  b2  b3  all
//    a1     .   .   .   12     Two cells of a column add up: who knows all people of one knows the other. One of b1
//    a2     .   .   .   19     leaves 5 and two leave 4; one of b2 leaves 4 and two leave 3. In b3 both hold k or more,
//   all     6   5  20   31     so that nobody is one of one or two. Each of the six stands in a pair with each of the five others.
const TWO_BY_THREE = '31 6 5 20   12 . . .   19 . . .';

test('measureInsiders counts the pairs in which the other cell is told to be few, and those in which it is told exactly', () => {
  const input = inputOf(shape('two by three'), TWO_BY_THREE);
  expect(measureInsiders(input)).toMatchObject({ pairs: 30, asked: 30 });
  expect(toldIn(input)).toEqual({
    '1': [30, 0, 0],
    '1 alone': [20, 2, 4],
    '2': [30, 0, 0],
    '2 alone': [20, 4, 4],
  });
});

test('measureInsiders that asks about all pairs has no error: at most as many as were found', () => {
  for (const { few, fewAtMost, exact, exactAtMost } of measureInsiders(
    inputOf(shape('two by three'), TWO_BY_THREE),
  ).kinds)
    expect([fewAtMost, exactAtMost]).toEqual([few, exact]);
});

// Who knows one of the six in a1 leaves five to a2 and a3: either may be 0, 5, or anything between.
test('measureInsiders of three parts of a sum: none of them tells of the others', () => {
  expect(toldIn(inputOf(line('a1', 'a2', 'a3', 'a4'), '13  .  .  .  7'))).toEqual({
    ...{ '1': [6, 0, 0], '1 alone': [6, 0, 0] },
    ...{ '2': [6, 0, 0], '2 alone': [6, 0, 0] },
  });
});

/** Blocks of three hidden cells that make 6, each as the line above: six pairs each. */
function linesOf(count: number): AuditInput {
  const years = flat('year', ...Array.from({ length: count }, (_, at) => `y${at}`));
  const parts = flat('a', 'a1', 'a2', 'a3', 'a4');
  const table = tableOf([years, parts], [[years.codes.map(({ code }) => code), allCodes(parts)]]);
  return inputOf(table, '13 . . . 7   '.repeat(count));
}

test('measureInsiders adds up what is told in each block, of at most 300 pairs of all', () => {
  expect(measureInsiders(linesOf(2))).toMatchObject({ pairs: 12, asked: 12 });
  expect(toldIn(linesOf(2))).toMatchObject({ '1': [12, 0, 0], '2 alone': [12, 0, 0] });
  const { kinds, ...counted } = measureInsiders(linesOf(60));
  expect(counted).toEqual({ pairs: 360, asked: 300 });
  for (const kind of kinds) expect(kind).toMatchObject({ placed: 300, few: 0, fewAtMost: 1, exactAtMost: 1 });
});

test('askings of a block with many pairs are pieces that know no place in common and have all of them', () => {
  const pieces = askings(squareOf(6).report);
  expect(pieces.length).toBeGreaterThan(1);
  const drawn = pieces.flatMap(({ pairs }) => pairs);
  expect(new Set(drawn.map(({ place, other }) => `${place} ${other}`)).size).toBe(300);
  const places = pieces.map(({ pairs }) => new Set(pairs.map(({ place }) => place)));
  expect(places.reduce((sum, { size }) => sum + size, 0)).toBe(
    new Set(places.flatMap((own) => [...own])).size,
  );
});

/** One block: the inside of a square table, of which only the sums of lines are published. */
function squareOf(size: number): AuditInput {
  const codes = (id: string) => flat(id, ...Array.from({ length: size }, (_, at) => `${id}${at}`));
  const [rows, columns] = [codes('r'), codes('c')];
  const table = tableOf([rows, columns], [[allCodes(rows), allCodes(columns)]]);
  const sum = String(3 * size);
  const line = [sum, ...Array.from({ length: size }, () => '.')].join(' ');
  const head = [String(3 * size * size), ...Array.from({ length: size }, () => sum)].join(' ');
  return inputOf(table, [head, ...Array.from({ length: size }, () => line)].join('   '));
}

// 1,260 pairs in a table of six, 4,032 in one of eight: 3.2 times as many, in a block of 1.8 times as many cells.
test('measureInsiders takes work that grows with the block, not with its pairs', () => {
  const workOf = (size: number) => {
    const input = squareOf(size);
    const before = solver.work();
    const { asked, pairs } = measureInsiders(input);
    return { asked, pairs, work: solver.work() - before };
  };
  const [six, eight] = [workOf(6), workOf(8)];
  expect([six, eight]).toMatchObject([
    { pairs: 1260, asked: 300 },
    { pairs: 4032, asked: 300 },
  ]);
  expect(eight.work).toBeLessThan(2 * six.work);
});

/** What insiders are told where these are the worlds of the report, and how often the solver is asked. */
function askedWith(input: AuditInput, worlds?: readonly (readonly number[])[]) {
  const engine = watched(solver, false);
  const blocks = input.report.blocks.map((block) => ({
    ...block,
    worlds: worlds === undefined ? block.worlds : held(worlds),
  }));
  const told = toldIn({ ...input, report: { ...input.report, blocks }, solver: engine.solver });
  return { told, asked: engine.asked() };
}

test('measureInsiders asks the solver nothing of what the worlds of the report show', () => {
  const input = inputOf(line('a1', 'a2', 'a3', 'a4'), '13  .  .  .  7');
  const all = [6, 5, 4, 3, 2, 1, 0].flatMap((one) =>
    [...Array(7 - one).keys()].map((other) => [one, other, 6 - one - other]),
  );
  const holdSome = all.filter((world) => !world.includes(0));
  expect(all).toHaveLength(28);
  expect(askedWith(input, [...holdSome, ...all])).toEqual({ told: toldIn(input), asked: 0 });
  expect(askedWith(input, []).told).toEqual(toldIn(input));
});

test('measureInsiders keeps the worlds that it finds, so that one answer serves several insiders', () => {
  const input = inputOf(shape('three by three'), '60 20 20 20   20 . . .   20 . . .   20 . . .');
  expect(askedWith(input).asked).toBeLessThan(300);
});

test('measureInsiders of a report on other facts is an error of ours', () => {
  const input = inputOf(shape('two by three'), TWO_BY_THREE);
  const other = (drawing: string) => ({ ...input, facts: factsFrom(shape('two by three'), drawing) });
  const message = 'internal error: the attack saw another block';
  expect(() => measureInsiders(other('31 6 5 20   12 3 . .   19 . . .'))).toThrow(message);
  expect(() => measureInsiders(other('31 6 5 20   12 - - -   19 - - -'))).toThrow(message);
});

test('measureInsiders closes every block that it opens, also when the solver fails', () => {
  const input = inputOf(shape('two by three'), TWO_BY_THREE);
  const [sound, failing] = [watched(solver, false), watched(solver, true)];
  measureInsiders({ ...input, solver: sound.solver });
  expect(sound.open()).toBe(0);
  expect(() => measureInsiders({ ...input, solver: failing.solver })).toThrow('stopped');
  expect(failing.open()).toBe(0);
});
