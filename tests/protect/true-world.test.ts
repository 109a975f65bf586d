// What the office does not count, filled in: a hierarchy of a total, two districts and two areas of each.

import { describe, expect, test } from 'vitest';
import { ProtectionError } from '../../src/protect/task.ts';
import { completeWorld } from '../../src/protect/true-world.ts';
import { SHAPES } from '../attack/shapes.ts';
import { watched } from '../attack/watched-solver.ts';
import { taskOf } from './plans.ts';

const table = SHAPES['a hierarchy'];
if (table === undefined) throw new Error('no such shape');
const { system } = table;
/** `_T` 21, `d1` 10, `d2` 11, `x1` to `x4` 3, 7, 5, 6. */
const full = taskOf(table, [3, 7, 5, 6]);
const of = (key: string) => system.index.get(key) ?? -1;

function without(...keys: string[]) {
  return {
    ...full,
    counts: full.counts.map((count, cell) => (keys.some((key) => of(key) === cell) ? undefined : count)),
  };
}

function refusalOf(input: Parameters<typeof completeWorld>[0]): ProtectionError {
  try {
    completeWorld(input);
  } catch (error) {
    if (error instanceof ProtectionError) return error;
    throw error;
  }
  throw new Error('It was completed.');
}

describe('completeWorld', () => {
  test('of all counts gives them', () => {
    expect(completeWorld(full)).toEqual(full.world);
  });

  test('fills in what follows', () => {
    expect(completeWorld(without('x1', 'd2', '_T'))).toEqual(full.world);
  });

  test('fills in what does not follow so that all adds up, within what is on the record', () => {
    const open = without('x1', 'x2', 'x3', 'x4');
    const world = completeWorld(open);
    const at = (key: string) => world[of(key)] ?? Number.NaN;
    expect([at('x1') + at('x2'), at('x3') + at('x4')]).toEqual([10, 11]);
    const bounded = {
      ...open,
      lower: open.lower.with(of('x1'), 4).with(of('x3'), 2),
      upper: open.upper.with(of('x2'), 6).with(of('x3'), 2),
    };
    expect(completeWorld(bounded)[of('x1')]).toBeGreaterThanOrEqual(4);
    expect(completeWorld(bounded)[of('x3')]).toBe(2);
    expect(completeWorld(bounded)[of('x4')]).toBe(9);
  });

  test('fills in no less than the record says, where nothing else holds', () => {
    const open = without('x1', 'x2', 'x3', 'x4');
    for (const key of ['x1', 'x2'])
      expect(completeWorld({ ...open, lower: open.lower.with(of(key), 10) })[of(key)]).toBe(10);
  });

  test('closes every block that it opens, also when the solver fails', () => {
    const open = without('x1', 'x2', 'x3', 'x4');
    const [sound, failing] = [watched(open.solver, false), watched(open.solver, true)];
    completeWorld({ ...open, solver: sound.solver });
    expect(sound.open()).toBe(0);
    expect(() => completeWorld({ ...open, solver: failing.solver })).toThrow('stopped');
    expect(failing.open()).toBe(0);
  });

  test('of counts that do not add up names a cell of each row that does not', () => {
    const { message, cells } = refusalOf({
      ...full,
      counts: full.counts.with(of('x1'), 4).with(of('_T'), 22),
    });
    expect(message).toBe('No counts explain the tallies around these cells.');
    expect(cells.toSorted()).toEqual(['_T', 'd1']);
  });

  test('of counts that nothing within the record completes names the cells that are missing', () => {
    const open = without('x1', 'x2');
    const refused = refusalOf({ ...open, upper: open.upper.with(of('x1'), 2).with(of('x2'), 2) });
    expect(refused.message).toBe('No counts explain the tallies around these cells.');
    expect(refused.cells.toSorted()).toEqual(['x1', 'x2']);
  });
});
