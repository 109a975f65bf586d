// Arbitrary counts of tiny tables to protect, and whether a choice of cells keeps the promise, by brute force.

import fc from 'fast-check';
import { withGroups } from '../../src/protect/groups.ts';
import { isSmallCell } from '../../src/protect/must-hide.ts';
import {
  type ProtectInput,
  type Protection,
  ProtectionError,
  type ProtectTask,
} from '../../src/protect/task.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import type { Facts } from '../../src/verify/facts.ts';
import { judge } from '../attack/brute-force.ts';
import { countsOf, flat, publishedCells, type Table, tableOf } from '../attack/tables.ts';
import { leafCounts, limitsOf, recordTrials } from '../attack/trials.ts';
import { protect } from './protect.ts';

export const solver = await loadSolver();

/** A table and what is asked of the protection, with the true count of every cell. */
export interface Plan {
  readonly table: Table;
  readonly counts: readonly number[];
  readonly input: ProtectInput;
}

/** Tables of at most `most` people; withholding a cell costs its people or some arbitrary amount. */
export function plans(table: Table, most: number): fc.Arbitrary<Plan> {
  const size = table.system.cells.length;
  return fc
    .record({
      k: fc.integer({ min: 2, max: 3 }),
      leaves: leafCounts(table, most),
      record: recordTrials,
      prices: fc.option(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: size, maxLength: size })),
    })
    .map(({ k, leaves, record, prices }) => {
      const counts = countsOf(table, leaves);
      const costs = prices ?? counts.map((count) => Math.max(1, count));
      return { table, counts, input: inputOf(table, counts, { k, costs, ...limitsOf(counts, record) }) };
    });
}

/** Nothing was published before and nothing is on the record, unless `more` says so. */
export function inputOf(
  table: Table,
  counts: readonly number[],
  more: Pick<ProtectInput, 'k' | 'costs'> & Partial<ProtectInput>,
): ProtectInput {
  return {
    system: table.system,
    counts,
    people: counts,
    publishable: new Set(publishedCells(table)),
    publishedBefore: new Set(),
    inherited: new Set(),
    lower: counts.map(() => 0),
    upper: counts.map(() => Number.POSITIVE_INFINITY),
    solver,
    ...more,
  };
}

/** What the protection works on, k = 5: a table of these leaves, each cell at what withholding its people costs. */
export function taskOf(
  table: Table,
  leaves: readonly number[],
  more: Partial<ProtectInput> = {},
): ProtectTask {
  const counts = countsOf(table, leaves);
  const costs = counts.map((count) => Math.max(1, count));
  return withGroups(inputOf(table, counts, { k: 5, costs, ...more }), counts);
}

/** The same of a line, of which cell 0 is the total. */
export function lineTask(leaves: readonly number[], more: Partial<ProtectInput> = {}): ProtectTask {
  const codes = leaves.map((_, part) => `a${part + 1}`);
  return taskOf(tableOf([flat('a', ...codes)], [[['_T', ...codes]]]), leaves, more);
}

/** Undefined where the protection says that nothing protects some cells. */
export function protectOrRefuse(input: ProtectInput): Protection | undefined {
  try {
    return protect(input);
  } catch (error) {
    if (error instanceof ProtectionError) return undefined;
    throw error;
  }
}

/** What a reader knows when the withheld cells are not published. */
export function readerOf({ counts, input }: Plan, withheld: ReadonlySet<number>): Facts {
  const { publishable, publishedBefore: published, lower, upper } = input;
  const isShown = (cell: number) => (publishable.has(cell) || published.has(cell)) && !withheld.has(cell);
  return {
    given: counts.map((count, cell) => (isShown(cell) ? count : undefined)),
    withheld,
    lower,
    upper,
    contradictions: [],
  };
}

/**
 * What readers come to by brute force: nothing that they should not (`safe`), too much (`told`), or that a cell
 * is k or more that is not (`misled`), which nobody can see from what is published. Undefined where the tables
 * are too many to go through.
 */
export function outcomeOf(plan: Plan, withheld: ReadonlySet<number>): 'safe' | 'told' | 'misled' | undefined {
  const { k } = plan.input;
  const judgement = judge(plan.table, readerOf(plan, withheld), k);
  if (judgement === undefined) return undefined;
  if (!judgement.kept) return 'told';
  const raised = [...judgement.verdicts].filter(([, verdict]) => verdict === 'k-or-more');
  return raised.every(([cell]) => (plan.counts[cell] ?? 0) >= k) ? 'safe' : 'misled';
}

/** The small cells, those that tell of everybody in a group, and those withheld before. */
export function forcedCells(plan: Plan): Set<number> {
  const { input } = plan;
  const disclosing = disclosingCells(plan);
  return new Set([
    ...[...input.publishable].filter((cell) => disclosing.includes(cell) || isSmallCell(input, cell)),
    ...input.inherited,
  ]);
}

/** Publishable categories that hold nobody or everybody of a group that has people. */
export function disclosingCells({ table: { system }, counts, input }: Plan): number[] {
  return [...input.publishable].filter((cell) =>
    (system.cells[cell]?.groups ?? []).some((key) => {
      const group = counts[system.index.get(key) ?? -1] ?? 0;
      return group > 0 && (counts[cell] === 0 || counts[cell] === group);
    }),
  );
}
