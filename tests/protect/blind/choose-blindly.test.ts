import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseBlindly, coverAll } from '../../../src/protect/blind/choose-blindly.ts';
import { openCoverer } from '../../../src/protect/blind/covering-moves.ts';
import type { Draw } from '../../../src/protect/blind/draw.ts';
import { isSmallCell } from '../../../src/protect/must-hide.ts';
import type { ProtectTask } from '../../../src/protect/task.ts';
import { drawLots } from '../../../src/run/lottery/lots.ts';
import { protectInRounds } from '../../../src/run/protect/rounds.ts';
import { openPool } from '../../../src/run/workers/pool.ts';
import { SENSITIVE_SHAPES, SHAPES } from '../../attack/shapes.ts';
import { listOf, type Table, tableOf } from '../../attack/tables.ts';
import { watched } from '../../attack/watched-solver.ts';
import { inputOf, lineTask, solver, taskOf } from '../plans.ts';
import { drawnBy, keyNames } from './drawn.ts';

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
    const task = lineTask([a1, 30, 20], { publishable: new Set([0, 2, 3]), inherited: new Set([1]) });
    const choice = chooseBlindly(task, evenDraw(4, decoys), solver);
    return 'withheld' in choice ? [...choice.withheld].sort() : undefined;
  };
  expect(withheldFor(3, [])).toEqual([0, 1, 3]);
  expect(withheldFor(40, [1])).toEqual([0, 1, 3]);
  expect(withheldFor(40, [])).toEqual([1]);
});

function withheldBy(task: ProtectTask, draw: Draw): number[] | undefined {
  const choice = chooseBlindly(task, draw, solver);
  return 'withheld' in choice ? [...choice.withheld].sort((one, other) => one - other) : undefined;
}

const ANY = Number.POSITIVE_INFINITY;

test('coverAll goes by the lots, not by the order of the cells', () => {
  const asked: number[] = [];
  const cover = (cell: number) => {
    asked.push(cell);
    return [cell];
  };
  coverAll(lineTask([1, 50, 60]), { lots: [0.4, 0.2, 0.3, 0.1] }, new Set([1, 2, 3]), { cover });
  expect(asked).toEqual([3, 1, 2]);
});

describe('chooseBlindly hides', () => {
  /** The record says that there is somebody. */
  test('no small cell of which no table and no difference of published cells speaks', () => {
    const table = SHAPES['calendar and fiscal years without halves'] as Table;
    const small = cellOf(table, 'h1');
    const lower = table.system.cells.map((_, cell) => Number(cell === small));
    const task = taskOf(table, leavesOf(table, { h1: 3, h2: 60, h3: 70, h4: 80 }), { lower });
    expect(isSmallCell(task, small) && !task.publishable.has(small)).toBe(true);
    expect(withheldBy(task, evenDraw(task.world.length))).toEqual([]);
  });

  test('a category of nobody, though it is no small count', () => {
    const table = SENSITIVE_SHAPES['one group in three categories'] as Table;
    const task = taskOf(table, [0, 30, 20]);
    expect(withheldBy(task, evenDraw(task.world.length))).toContain(cellOf(table, 'a1'));
  });

  test('what lets a difference be more than nobody, in a sensitive dimension alone', () => {
    const bands = { '0-13': 30, '14-59': 40, '60-64': 0, '65+': 50 };
    const [sensitive, plain] = [
      SENSITIVE_SHAPES['categories that overlap'],
      SHAPES['overlapping bands in two tables'],
    ];
    const hidden = [sensitive, plain].map((table) => {
      const task = taskOf(table as Table, leavesOf(table as Table, bands));
      return withheldBy(task, evenDraw(task.world.length)) ?? [];
    });
    expect(hidden[0]).not.toEqual([]);
    expect(hidden[1]).toEqual([]);
  });

  test('only what may be hidden, where a difference is small', () => {
    const table = SHAPES['overlapping bands in two tables'] as Table;
    const task = taskOf(table, leavesOf(table, { '0-13': 30, '14-59': 40, '60-64': 3, '65+': 50 }));
    const withheld = withheldBy(task, evenDraw(task.world.length)) ?? [];
    expect(withheld).not.toEqual([]);
    expect(withheld.filter((cell) => !task.publishable.has(cell))).toEqual([]);
  });
});

test('chooseBlindly names a small cell on no covering move as one that nothing protects', () => {
  const task = lineTask([3, 50, 60], { publishedBefore: new Set([0, 2, 3]), publishable: new Set([1]) });
  expect(chooseBlindly(task, evenDraw(4), solver)).toEqual({ unprotected: new Set([1]) });
  expect(chooseBlindly(task, evenDraw(4, [1]), solver)).toEqual({ unprotected: new Set([1]) });
});

describe('chooseBlindly drops', () => {
  /** No more than 4 people are in a4, says the record, so it can be no decoy; a2 can. */
  test('a decoy that cannot be k or more, and keeps the others', () => {
    const task = lineTask([3, 50, 60, 0], { upper: [ANY, ANY, ANY, ANY, 4] });
    const withheld = withheldBy(task, { ...evenDraw(5, [2, 4]), prices: [9, 1, 7, 2, 8] });
    expect(withheld).toContain(2);
    expect(withheld).not.toContain(4);
  });

  /** The covering move of a1 takes a2, which is 0 and can be no more than 4. */
  test('all decoys where a cell beside them cannot be hidden', () => {
    const task = lineTask([30, 0, 50], { upper: [ANY, ANY, 4, ANY] });
    expect(withheldBy(task, { ...evenDraw(4, [1]), prices: [9, 9, 1, 9] })).toEqual([]);
  });
});

test('chooseBlindly does not go by the numbers that cells have', () => {
  const tables = ['two by three', 'two by a hierarchy', 'a path of tables'].map(
    (name) => SHAPES[name] as Table,
  );
  fc.assert(
    fc.property(
      fc
        .constantFrom(...tables)
        .chain((table) => fc.record({ table: fc.constant(table), leaves: leavesAt(table) })),
      keyNames,
      ({ table, leaves }, name) => {
        const turned = backwards(table);
        const [here, there] = [table, turned].map((each) => {
          const task = taskOf(each, leaves);
          const draw = drawLots(task, drawnBy(name, 1, task.world.length), new Set());
          const withheld = withheldBy(task, draw);
          return withheld?.map((cell) => each.system.cells[cell]?.key).sort();
        });
        expect(there).toEqual(here);
      },
    ),
    { numRuns: 40, seed: 20_261_130 },
  );
});

test('chooseBlindly leaves no model of the solver open, even where the solver fails', () => {
  for (const fails of [false, true]) {
    const watching = watched(solver, fails);
    const choose = () => chooseBlindly(lineTask([3, 50, 60, 70]), evenDraw(5, [2]), watching.solver);
    if (fails) expect(choose).toThrow('stopped');
    else choose();
    expect(watching.open()).toBe(0);
  }
});

/**
 * Two ways to roll up one dimension, of which one leaves out a4:   75 = a0 + a1      96 = a0 + a1 + a4
 * So a4 = 21 follows, whatever is hidden of a0 and a1.
 */
const rollups = listOf('a', { one: { _T: ['a0', 'a1', 'a4'] }, other: { _T: ['p', 'a4'], p: ['a0', 'a1'] } });

test('lots leave published what follows from published cells and stands for k or more', async () => {
  const table: Table = tableOf([rollups], [[['_T', 'p', 'a0', 'a1', 'a4']]]);
  const counts = leavesOf(table, { a0: 3, a1: 72, a4: 21 });
  const task = taskOf(table, counts);
  const input = inputOf(table, task.counts as number[], { k: 5, costs: task.costs });
  const pool = await openPool(1);
  const cell = (code: string) => table.system.cells.findIndex(({ codes }) => codes[0] === code);
  for (let key = 0; key < 10; key += 1) {
    const how = { workLimit: 0, blindly: drawnBy(`key ${key}`, 0, input.counts.length) };
    const { withheld } = await protectInRounds({ ...input, system: table.system }, pool, how);
    const isWhole = withheld.has(cell('p')) || withheld.has(cell('_T'));
    expect(withheld.has(cell('a4')) && !isWhole).toBe(false);
    expect([...withheld]).toEqual(expect.arrayContaining([cell('a0')]));
  }
});

function cellOf({ system }: Table, code: string): number {
  const cell = system.cells.findIndex(({ codes }) => codes[0] === code);
  if (cell < 0) throw new Error(`no cell ${code}`);
  return cell;
}

function leavesAt({ leafCount }: Table): fc.Arbitrary<number[]> {
  return fc.array(fc.integer({ min: 0, max: 30 }), { minLength: leafCount, maxLength: leafCount });
}

/** The same table, its cells counted from the other end. */
function backwards(table: Table): Table {
  const { system, members } = table;
  const last = system.cells.length - 1;
  const cells = system.cells.toReversed();
  const turn = (cell: number) => last - cell;
  return {
    ...table,
    members: members.toReversed(),
    system: {
      cells,
      index: new Map(cells.map(({ key }, at) => [key, at])),
      rows: system.rows.map((row) => ({ ...row, cells: row.cells.map(turn) })),
      parts: system.parts.map(turn),
    },
  };
}

function leavesOf(table: Table, counts: Readonly<Record<string, number>>): number[] {
  const found = new Array<number>(table.leafCount).fill(0);
  for (const [at, { codes }] of table.system.cells.entries()) {
    const members = table.members[at] ?? [];
    const count = counts[codes[0] as string];
    if (members.length === 1 && count !== undefined) found[members[0] as number] = count;
  }
  return found;
}
