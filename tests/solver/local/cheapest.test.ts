// Columns that cost nothing, in our own simplex method, which puts a small price on them on its way to the answer.

import { describe, expect, onTestFinished, test } from 'vitest';
import { loadSolver } from '../../../src/solver/load-solver.ts';
import { atLeast, changesOf, free, open, STEEP, sum } from './programs.ts';

const solver = await loadSolver();

describe('ask where some columns cost nothing', () => {
  const LENGTH = 200;
  const DEAR = LENGTH + 1;
  /** Column 0 is the sum of column 1 and a dear one; each from 1 on is the one after, and all of these are free. */
  const rows = [sum([0, 1, DEAR]), ...[...Array(LENGTH - 1).keys()].map((row) => sum([row + 1, row + 2]))];
  const leewaysAt = (price: number) => [...Array(DEAR).keys()].map(() => free(0)).concat(free(price));
  const allFree = Object.fromEntries([...Array(DEAR).keys()].map((column) => [column, 1]));

  test('takes free ones, however many, rather than one that is not', () => {
    expect(changesOf(open(rows, leewaysAt(1)).ask([atLeast(0, 1)]))).toEqual(allFree);
    expect(changesOf(open(rows, leewaysAt(0.1)).ask([atLeast(0, 1)]))).toEqual(allFree);
  });

  test('decides nothing where the price that is put on these would make others the cheapest', () => {
    expect(open(rows, leewaysAt(1e-3)).ask([atLeast(0, 1)])).toEqual({ status: 'undecided' });
    const program = solver.openChanges(DEAR + 1, rows, STEEP);
    onTestFinished(() => program.close());
    for (const [column, leeway] of leewaysAt(1e-3).entries()) program.allow(column, leeway);
    const found = program.ask([atLeast(0, 1)]);
    expect(found && changesOf({ status: 'optimal', ...found })).toEqual(allFree);
  });

  test('takes what cost nothing for what it costs by now', () => {
    const program = open([sum([0, 1, 2])], [free(0), free(0), free(3)]);
    expect(changesOf(program.ask([atLeast(0, 1)]))).toEqual({ 0: 1, 1: 1 });
    program.allow(1, free(5));
    expect(changesOf(program.ask([atLeast(0, 1)]))).toEqual({ 0: 1, 2: 1 });
    program.allow(1, free(0));
    expect(changesOf(program.ask([atLeast(0, 1)]))).toEqual({ 0: 1, 1: 1 });
  });
});
