/** What is counted of a docket, and which counts are small. */
import { describe, expect, test } from 'vitest';
import { checkRelations } from '../../src/cube/check-relations.ts';
import { countCells } from '../../src/cube/count-cells.ts';
import { type CountedCell, cellKey, isSmall } from '../../src/program/cell.ts';
import { CLOSED, OPEN, RECEIVED } from '../../src/program/docket-plan.ts';
import { countRequests } from '../../src/requests/count-requests.ts';
import type { Docket } from '../../src/requests/docket.ts';
import { docketOf, event, K, PORT, request, SHAPE } from './port.ts';

/** Every cell of a docket by measure and codes. */
function cellsOf(docket: Docket) {
  const counted = countCells(PORT, SHAPE, countRequests(docket, PORT.measures, SHAPE.codelists, K));
  if (!counted.ok) throw new Error(JSON.stringify(counted.problems));
  expect(checkRelations(SHAPE, counted.value)).toEqual([]);
  const cells = new Map<string, CountedCell>(
    counted.value.flatMap(({ measure, cells: own }) =>
      own.map((cell) => [`${measure.id}|${cellKey(cell.codes)}`, cell] as const),
    ),
  );
  return (measure: string, ...codes: string[]) => {
    const found = cells.get(`${measure}|${cellKey(codes)}`);
    if (found === undefined) throw new Error(`there is no cell ${codes.join()}`);
    return { count: found.count, small: isSmall(found, K) };
  };
}

describe('countRequests', () => {
  test('the classic trap: beside a bulk request in the same cell, one about two people stays small', () => {
    const cell = cellsOf(docketOf(request('bulk', '2024-02-01', 300), request('two', '2024-03-01', 2)));
    expect(cell(RECEIVED, '2024-Q1', 'search_warrant', '_T')).toEqual({ count: 1, small: true });
    expect(cell(RECEIVED, '2024-Q1', '_T', 'state')).toEqual({ count: 1, small: true });
    expect(cell(RECEIVED, '2024', 'search_warrant', '_T')).toEqual({ count: 1, small: true });
    expect(cell(RECEIVED, '2024-Q1', '_T', '_T')).toEqual({ count: 1, small: false });
  });

  test('counts no request with a page: about k people or about the program as a whole', () => {
    const cell = cellsOf(docketOf(request('k', '2024-02-01', K), request('all', '2024-02-01', 'program')));
    expect(cell(RECEIVED, '2024-Q1', '_T', '_T').count).toBe(0);
    expect(
      cellsOf(docketOf(request('few', '2024-02-01', K - 1)))(RECEIVED, '2024-Q1', '_T', '_T').count,
    ).toBe(1);
  });

  test('takes a request about nobody knows how many people for one about few', () => {
    const unknown = cellsOf(docketOf(request('unknown', '2024-02-01', null)));
    expect(unknown(RECEIVED, '2024-Q1', 'search_warrant', '_T')).toEqual({ count: 1, small: true });
  });

  test('adds up the people of the requests of a cell: from k on it is not small', () => {
    const six = (people: number) =>
      cellsOf(docketOf(request('a', '2024-02-01', 6), request('b', '2024-05-01', people)));
    expect(six(4)(RECEIVED, '2024', 'search_warrant', '_T')).toEqual({ count: 2, small: true });
    expect(six(5)(RECEIVED, '2024', 'search_warrant', '_T')).toEqual({ count: 2, small: false });
    expect(six(5)(RECEIVED, '2024-Q1', 'search_warrant', '_T')).toEqual({ count: 1, small: true });
  });

  test('counts a request as open from its quarter to the one before its closure, and closed by what came of it', () => {
    const closing = event('2024-08-20', 'closed', { outcome: 'declined' });
    const cell = cellsOf(docketOf(request('a', '2024-01-31', 3, { events: [closing] })));
    const open = ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2024'];
    expect(open.map((period) => cell(OPEN, period, '_T', '_T').count)).toEqual([1, 1, 0, 0, 0]);
    expect(cell(CLOSED, '2024-Q3', '_T', '_T', 'declined', '_T')).toEqual({ count: 1, small: true });
    expect(cell(CLOSED, '2024-Q3', '_T', '_T', '_T', 'nothing').count).toBe(1);
    expect(cell(CLOSED, '2024', '_T', '_T', '_T', 'application_data').count).toBe(0);
  });

  test('counts the same whatever happened in between, and in whatever order', () => {
    const end = [
      event('2024-08-20', 'disclosed', { left: 'application_data' }),
      event('2024-08-20', 'closed', { outcome: 'disclosed_in_part' }),
    ];
    const between = [
      event('2024-02-05', 'objected'),
      event('2024-05-05', 'court_filing'),
      event('2024-07-01', 'refused'),
    ];
    const [plain, long, other] = [[], between, between.toReversed()].map((events) =>
      countRequests(
        docketOf(request('a', '2024-01-31', 3, { events: [...events, ...end] })),
        PORT.measures,
        SHAPE.codelists,
        K,
      ),
    );
    expect([long, other]).toEqual([plain, plain]);
  });
});
