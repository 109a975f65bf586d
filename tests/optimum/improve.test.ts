// The search for a cheaper choice and for a bound, k = 5: a total of 40, and 3, 20, 9, 8; cell 1 must be withheld.

import { expect, onTestFinished, test } from 'vitest';
import { improve, type Referee } from '../../src/optimum/improve.ts';
import { openPatternAudit } from '../../src/protect/audit/pattern-audit.ts';
import type { ProtectTask } from '../../src/protect/task.ts';
import { lineTask } from '../protect/plans.ts';

const line = lineTask([3, 20, 9, 8]);
/** The cheapest that keeps the promise, at 17: 9 and 8. */
const LEAST = new Set([1, 3, 4]);

/** Makes a choice safe by withholding all cells, if it is not. */
function refereeOf(task: ProtectTask, more: Partial<Referee> = {}): Referee {
  const audit = openPatternAudit(task);
  onTestFinished(() => audit.close());
  return {
    costOf: (withheld) =>
      [...withheld].reduce((sum, cell) => sum + (cell === 1 ? 0 : (task.costs[cell] ?? 1)), 0),
    brokenBlocks: audit.brokenBlocks,
    isSafe: audit.isSafe,
    exchange: (safe) => safe,
    makeSafe: (withheld) => (audit.isSafe(withheld) ? withheld : new Set([0, 1, 2, 3, 4])),
    ...more,
  };
}

test('improve finds the cheapest choice, and proves that none is cheaper', () => {
  for (const start of [undefined, new Set([0, 1, 2, 3, 4])]) {
    const { withheld, bound } = improve(line, start, refereeOf(line), () => true);
    expect(withheld).toEqual(LEAST);
    expect(bound).toBeCloseTo(17, 6);
  }
});

test('improve keeps what it is given where that is the cheapest already, and proves it', () => {
  const { withheld, bound } = improve(line, LEAST, refereeOf(line), () => true);
  expect(withheld).toBe(LEAST);
  expect(bound).toBeCloseTo(17, 6);
});

test('improve excludes a choice that is not safe though every block of it is', () => {
  const isSafe = (withheld: ReadonlySet<number>) => withheld.has(2) && withheld.size > 2;
  const { withheld } = improve(
    line,
    undefined,
    refereeOf(line, {
      isSafe,
      brokenBlocks: () => [],
      makeSafe: (chosen) => (isSafe(chosen) ? chosen : undefined),
    }),
    () => true,
  );
  expect(withheld).toEqual(new Set([1, 2, 4]));
});

test('improve that may not go on keeps what it is given, with the bound that it has', () => {
  const all = new Set([0, 1, 2, 3, 4]);
  const { withheld, bound } = improve(line, all, refereeOf(line), () => false);
  expect(withheld).toBe(all);
  expect(bound).toBeGreaterThanOrEqual(0);
  expect(bound).toBeLessThanOrEqual(17);
});

test('improve of a table in which nothing is safe finds nothing, and no bound', () => {
  const nothing = { isSafe: () => false, brokenBlocks: () => [], makeSafe: () => undefined };
  const found = improve(line, undefined, refereeOf(line, nothing), () => true);
  expect(found).toEqual({ withheld: undefined, bound: Number.POSITIVE_INFINITY });
});

test('improve without a choice gives back what it is given', () => {
  const fixed = lineTask([3, 2], { publishable: new Set([1, 2]), publishedBefore: new Set([0]) });
  const start = new Set([1, 2]);
  expect(improve(fixed, start, refereeOf(fixed), () => true)).toEqual({ withheld: start, bound: 0 });
});
