/**
 * The numbers of `requests/*.csv` under the addresses by which pages name them, beside the cells of cubes:
 *
 *   balance|2024-Q1|instrument|search_warrant|received     docket|border|people     docket|border|days_to_answer
 */

import type { ListedRequest } from '../formats/docket-file.ts';
import { cellKey, type PublishedCell } from '../program/cell.ts';
import type { ReleasedRequests } from './release.ts';

/** What stands first in the address of a line of the balance sheet, where a cell of a cube has its measure. */
export const BALANCE_MEASURE = 'balance';

export function balanceAddress(period: string, by: string, code: string, line: string): string {
  return cellKey([BALANCE_MEASURE, period, by, code, line]);
}

export function docketAddress(request: string, field: 'people' | 'days_to_answer'): string {
  return cellKey(['docket', request, field]);
}

/** All of them; none where the release keeps no docket. */
export function requestCells(requests: ReleasedRequests | null): [address: string, PublishedCell][] {
  if (requests === null) return [];
  const lines = requests.balance.map((cell): [string, PublishedCell] => [
    cellKey([BALANCE_MEASURE, ...cell.codes]),
    cell,
  ]);
  return [...lines, ...requests.docket.flatMap(cellsOf)];
}

/** A number that nobody has, such as of people where a request asks about the whole program, is not available. */
function cellsOf({ request, people, daysToAnswer }: ListedRequest): [string, PublishedCell][] {
  const cell = (count: number | null): PublishedCell => ({
    codes: [],
    count,
    status: count === null ? 'x' : '',
    note: '',
  });
  return [
    [docketAddress(request, 'people'), cell(people)],
    [docketAddress(request, 'days_to_answer'), cell(daysToAnswer)],
  ];
}
