/** Whether a balance sheet adds up, as far as its lines are published (see `balance.ts`). */
import { valueAt } from '../indexes/look-up.ts';
import { cellKey, type PublishedCell } from '../program/cell.ts';
import { TOTAL } from '../program/codelist.ts';
import type { Problem } from '../reading/problem.ts';
import { ALL, LINES, WITH_PAGE } from './balance.ts';

/** A problem for each sum that fails, at the line of the file on which its first term stands. */
export function checkBalance(cells: readonly PublishedCell[], file: string): Problem[] {
  const counts = new Map(cells.map(({ codes, count }) => [cellKey(codes), count]));
  const at = (period: string, by: string, code: string, line: string) =>
    counts.get(cellKey([period, by, code, line])) ?? null;
  const previous = previousPeriods(cells);
  const before = (period: string, by: string, code: string) => {
    const earlier = previous.get(period);
    return earlier === undefined ? null : at(earlier, by, code, 'open_at_end');
  };
  return cells.flatMap(({ codes: [period = '', by = '', code = '', line = ''] }, index): Problem[] => {
    const [start, received, closed, end] = LINES.map((name) => at(period, by, code, name));
    const isStart = line === 'open_at_start';
    const rules = [
      { ...ROW, broken: isStart && differ([start, received, negative(closed)], end) },
      {
        ...CHAIN,
        broken: isStart && differ([start], before(period, by, code)),
      },
      {
        ...PARTS,
        broken: isWhole(by) && partsDiffer(cells, [period, by, line], at(period, by, TOTAL, line)),
      },
    ];
    return rules
      .filter(({ broken }) => broken)
      .map(({ broken: _, ...fault }) => ({ file, line: index + 2, column: 'count', ...fault }));
  });
}

function isWhole(by: string): boolean {
  return by === ALL || by === `${ALL}${WITH_PAGE}`;
}

/** Whether some breakdown of the same requests has this line and does not add up to it. */
function partsDiffer(
  cells: readonly PublishedCell[],
  [period, by, line]: readonly [period: string, by: string, line: string],
  whole: number | null,
): boolean {
  return BREAKDOWNS.some((breakdown) => {
    const parts = cells.filter(
      ({ codes }) => codes[0] === period && codes[1] === by.replace(ALL, breakdown) && codes[3] === line,
    );
    const counts = parts.map(({ count }) => count);
    return parts.length > 0 && differ(counts, whole);
  });
}

/** The period before each of the same length: a quarter before a quarter, a year before a year. */
function previousPeriods(cells: readonly PublishedCell[]): ReadonlyMap<string, string> {
  const periods = [...new Set(cells.map(({ codes }) => valueAt(codes, 0)))];
  return new Map(
    periods.flatMap((period, index) => {
      const before = periods.slice(0, index).findLast(({ length }) => length === period.length);
      return before === undefined ? [] : [[period, before] as const];
    }),
  );
}

function negative(count: number | null | undefined): number | null {
  return count == null ? null : -count;
}

/** Whether the terms are all published and do not add up to the sum. */
function differ(terms: readonly (number | null | undefined)[], sum: number | null | undefined): boolean {
  const known = terms.filter((term) => term != null);
  return (
    sum != null && known.length === terms.length && known.reduce((total, term) => total + term, 0) !== sum
  );
}

const BREAKDOWNS: readonly string[] = ['signature', 'instrument', 'requester', 'outcome', 'left'];

const ROW = {
  code: 'balance',
  message: 'Open at start, received and closed do not give what is open at the end.',
  fix: 'Take the release again; a docket that does not balance is never published.',
};
const CHAIN = {
  code: 'balance',
  message: 'What is open at the start is not what was open at the end of the period before.',
  fix: 'Take the release again; a docket that does not balance is never published.',
};
const PARTS = {
  code: 'balance',
  message: 'The number is not the sum of its parts.',
  fix: 'Take the release again; a docket that does not balance is never published.',
};
