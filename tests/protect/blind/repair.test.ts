// What is added to a pattern of a line until it keeps the promise, k = 5: cell 0 is the total, the parts come after it.
import { describe, expect, test } from 'vitest';
import { repair } from '../../../src/protect/blind/repair.ts';
import type { ProtectTask } from '../../../src/protect/plan.ts';
import { lineTask, solver } from '../plans.ts';

const PRICES = [9, 4, 3, 2, 5];
const LOTS = [0.5, 0.4, 0.3, 0.2, 0.1];

function repaired(
  task: ProtectTask,
  covered: readonly number[],
  { seeds, forced = seeds }: { readonly seeds: readonly number[]; readonly forced?: readonly number[] },
) {
  const draw = { decoys: new Set<number>(), lots: LOTS, prices: PRICES };
  const own = { ...task, costs: PRICES, solver };
  const asked = { task: own, draw, forced: new Set(forced), seeds: new Set(seeds) };
  const choice = repair(asked, new Set(covered));
  return 'withheld' in choice
    ? { withheld: [...choice.withheld].sort() }
    : { unprotected: [...choice.unprotected].sort() };
}

describe('repair', () => {
  test('leaves alone what keeps the promise', () => {
    expect(repaired(lineTask([3, 50, 60, 70]), [1, 2, 3], { seeds: [1] })).toEqual({ withheld: [1, 2, 3] });
  });

  /** Of a1 and a3 alone, 63 people, none can be few where a1 is 0: nothing would explain that they are hidden. */
  test('adds what explains the hiding, for one cell, which often serves all', () => {
    expect(repaired(lineTask([3, 50, 60, 70]), [1, 3], { seeds: [1] })).toEqual({ withheld: [1, 2, 3] });
  });

  test('adds more where one is not enough to be k', () => {
    expect(repaired(lineTask([3, 1, 0, 70]), [1, 2], { seeds: [1, 2] })).toEqual({ withheld: [1, 2, 4] });
  });

  test('leaves a decoy withheld for which there is no room, and says that a forced cell lacks it', () => {
    const published = new Set([0, 2, 3, 4]);
    const task = lineTask([3, 50, 60, 70], { published, publishable: new Set([1]) });
    expect(repaired(task, [1], { seeds: [1] })).toEqual({ unprotected: [1] });
    const large = lineTask([30, 50, 60, 70], { published, publishable: new Set([1]) });
    expect(repaired(large, [1], { seeds: [1], forced: [] })).toEqual({ withheld: [1] });
  });

  test('asks of a decoy what it asks of a small cell, and of others less', () => {
    const task = lineTask([30, 50, 60, 70]);
    expect(repaired(task, [1], { seeds: [] })).toEqual({ withheld: [1] });
    expect(repaired(task, [1], { seeds: [1], forced: [] })).toEqual({ withheld: [1, 2, 3] });
  });
});
