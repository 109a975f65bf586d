/**
 * Rows of `legal-request-totals.csv` whose count is a range. Each stands for one published cell as it is; a sum of ranges and
 * of counts that are hidden would tell of these.
 *
 *   period,instrument,requester,outcome,count
 *   2024-Q1,_T,federal_immigration,received,0-249     of one requester, whatever the instrument
 *   2024-Q1,_T,_T,closed,250-499                      of all that were closed
 */
import { TOTAL } from '../../program/codelist.ts';
import type { Fault, Problem } from '../../reading/problem.ts';
import type { RangeRow } from '../row-reader.ts';

/** `whole`: the outcomes that tell requests apart by nothing. */
export function rangeProblems(
  rows: readonly RangeRow[],
  whole: readonly string[],
  file: string,
  k: number,
): Problem[] {
  return rows.flatMap((row) => {
    const fault = faultOf(row, whole, k);
    return fault === undefined ? [] : [{ file, line: row.line, column: 'count', ...fault }];
  });
}

/** Totals always stand. Of a part nobody may be able to tell that it is of 1 to k-1 requests. */
function faultOf({ codes, least, most }: RangeRow, whole: readonly string[], k: number): Fault | undefined {
  const parts = codes.slice(1).filter((code) => code !== TOTAL && !whole.includes(code));
  if (codes[0] === TOTAL) return NO_PERIOD;
  if (parts.length > 1) return TWO_CODES;
  if (parts.length === 0 || least >= k || (least === 0 && most >= k)) return undefined;
  return {
    code: 'range-tells-few',
    message: `The range tells of requests that they are few, or that there are some and perhaps fewer than ${k}.`,
    fix: `Give a wider one: from 0 to ${k} or more, or from ${k} on. A wider range is as true; or give the count itself, and Daylight hides it where it must.`,
  };
}

const TWO_CODES: Fault = {
  code: 'range-of-two-codes',
  message: 'The range is of requests told apart by two columns at once.',
  fix: 'Ranges stand for what is published: all requests of a period, or those of one instrument, one requester or one outcome. Write _T in the other columns, and give what remains in rows of its own.',
};

const NO_PERIOD: Fault = {
  code: 'range-without-period',
  message: 'The range is of all periods at once.',
  fix: 'Give a range for each period.',
};
