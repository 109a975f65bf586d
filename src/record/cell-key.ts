/** Whether the cell that a figure on the record names is one that the program declares. */

import { valueAt } from '../indexes/look-up.ts';
import { TOTAL } from '../program/codelist.ts';
import { firstMonth, monthNumber, periodCodelist, periodMonths } from '../program/period.ts';
import type { Program } from '../program/program.ts';
import type { Fault } from '../reading/problem.ts';

/** The parts of `program.json` that say which cells there are. */
export type CellSpace = Pick<Program, 'period' | 'dimensions' | 'measures'>;

/** What is wrong with `measure|period|code|...`; a total to date is `..2025-06`, as in the system of relations. */
export function cellFault(cell: string, program: CellSpace): Fault | undefined {
  const [id = '', period = '', ...codes] = cell.split('|');
  const measure = program.measures.find((other) => other.id === id);
  if (measure === undefined)
    return fault('The cell names a measure that is not declared.', measuresOf(program));
  if (codes.length !== measure.dimensions.length) {
    return fault(
      'The cell does not have one code for each dimension.',
      `Write ${[id, 'period', ...measure.dimensions].join('|')}, with ${TOTAL} for totals.`,
    );
  }
  if (!isPeriod(period, program, measure.kind)) {
    return fault(
      'The cell names a period that the program does not have.',
      'Use a period of a level in program.json; a total to date is ..2025-06, its last month.',
    );
  }
  const wrong = measure.dimensions.findIndex(
    (dimension, index) => !isCode(valueAt(codes, index), dimension, program),
  );
  if (wrong < 0) return undefined;
  return fault(
    `What the cell names in the place of "${measure.dimensions[wrong]}" is none of its codes.`,
    `Correct the code, or write ${TOTAL} for the total.`,
  );
}

function fault(message: string, fix: string): Fault {
  return { code: 'unknown-cell', message, fix };
}

function measuresOf({ measures }: CellSpace): string {
  if (measures.length === 0) return 'The program declares no measures: leave the cell empty.';
  return `Use one of: ${measures.map(({ id }) => id).join(', ')}; or leave the cell empty.`;
}

function isPeriod(code: string, { period: plan }: CellSpace, kind: 'flow' | 'stock'): boolean {
  if (plan === undefined) return false;
  const toDate = code.startsWith('..') ? monthNumber(code.slice(2)) : undefined;
  if (toDate !== undefined) return kind === 'flow' && toDate >= firstMonth(plan);
  const months = periodMonths(code, plan.fiscalYearStartMonth);
  return months !== undefined && periodCodelist(plan, months[1]).codes.some((other) => other.code === code);
}

function isCode(code: string, dimension: string, { dimensions }: CellSpace): boolean {
  return (
    code === TOTAL ||
    dimensions.some(({ id, codes }) => id === dimension && codes.some((other) => other.code === code))
  );
}
