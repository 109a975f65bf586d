import { expect, test } from 'vitest';
import { chooseBlindly, coverAll } from '../../../src/protect/blind/choose-blindly.ts';
import { openCoverer } from '../../../src/protect/blind/covering-moves.ts';
import type { Draw } from '../../../src/protect/blind/draw.ts';
import { protectSets } from '../../../src/run/protect/hide-sets.ts';
import { openPool } from '../../../src/run/workers/pool.ts';
import { listOf, type Table, tableOf } from '../../attack/tables.ts';
import { inputOf, lineTask, solver, taskOf } from '../plans.ts';
import { drawnBy } from './drawn.ts';

/** Lots in the order of the cells, at one price. */
function evenDraw(size: number, decoys: readonly number[] = []): Draw {
  const cells = Array.from({ length: size }, (_, cell) => cell);
  return {
    decoys: new Set(decoys),
    lots: cells,
    prices: cells.map((cell) => 1 + cell / 100),
  };
}

test('cover of a cell of a line is the cell and the cheapest other one', () => {
  const task = lineTask([1, 50, 60]);
  const coverer = openCoverer(task, evenDraw(task.world.length), solver);
  expect(coverer.cover(2, new Set())).toEqual(expect.arrayContaining([2]));
  expect(coverer.cover(2, new Set())).toHaveLength(2);
  coverer.close();
});

test('coverAll passes over a cell that an earlier move covers', () => {
  const task = lineTask([1, 50, 60]);
  const asked: number[] = [];
  const cover = (cell: number) => {
    asked.push(cell);
    return [1, 2];
  };
  expect([...coverAll(task, evenDraw(4), new Set([1, 2]), { cover })]).toEqual([1, 2]);
  expect(asked).toEqual([1]);
});

/** Of a line, a1 was withheld before; now a2, a3 and the total come out, from which it would follow. */
test('chooseBlindly keeps open what an earlier release hid by lot, as it keeps what is small', () => {
  const withheldFor = (a1: number, decoys: readonly number[]) => {
    const task = lineTask([a1, 30, 20], { publishable: new Set([0, 2, 3]), withheld: new Set([1]) });
    const choice = chooseBlindly(task, evenDraw(4, decoys), solver);
    return 'withheld' in choice ? [...choice.withheld].sort() : undefined;
  };
  expect(withheldFor(3, [])).toEqual([0, 1, 3]);
  expect(withheldFor(40, [1])).toEqual([0, 1, 3]);
  expect(withheldFor(40, [])).toEqual([1]);
});

/**
 * Two ways to roll up one dimension, of which one leaves out a4:   75 = a0 + a1      96 = a0 + a1 + a4
 * So a4 = 21 follows, whatever is hidden of a0 and a1.
 */
const rollups = listOf('a', { one: { _T: ['a0', 'a1', 'a4'] }, other: { _T: ['p', 'a4'], p: ['a0', 'a1'] } });

test('lots leave published what follows from published cells and stands for k or more', async () => {
  const table: Table = tableOf([rollups], [[['_T', 'p', 'a0', 'a1', 'a4']]]);
  const counts = leafOrder(table, { a0: 3, a1: 72, a4: 21 });
  const task = taskOf(table, counts);
  const input = inputOf(table, task.counts as number[], { k: 5, costs: task.costs });
  const pool = await openPool(1);
  const cell = (code: string) => table.system.cells.findIndex(({ codes }) => codes[0] === code);
  for (let key = 0; key < 10; key += 1) {
    const how = { workLimit: 0, blindly: drawnBy(`key ${key}`, 0, input.counts.length) };
    const { withheld } = await protectSets({ ...input, system: table.system }, pool, how);
    const isWhole = withheld.has(cell('p')) || withheld.has(cell('_T'));
    expect(withheld.has(cell('a4')) && !isWhole).toBe(false);
    expect([...withheld]).toEqual(expect.arrayContaining([cell('a0')]));
  }
});

function leafOrder(table: Table, counts: Readonly<Record<string, number>>): number[] {
  const found = new Array<number>(table.leafCount).fill(0);
  for (const [at, { codes }] of table.system.cells.entries()) {
    const members = table.members[at] ?? [];
    const count = counts[codes[0] as string];
    if (members.length === 1 && count !== undefined) found[members[0] as number] = count;
  }
  return found;
}
