/**
 * From the docket to counts: for every quarter, how many requests without a page of their own came in, were
 * closed, were open at its end, by each dimension alone; and how many people they ask about. A request of which
 * nobody knows about how many people it asks stands for one person, the fewest that it can be.
 *
 *   bulk subpoena (300 people, a page)   warrant (2 people)        received, 2024-Q1, federal
 *   -> listed by name                    -> counted                count 1, people 2: small
 *
 * Were the bulk request counted with the other, the cell would stand for 302 people and look safe, while every
 * reader can take the listed request off again.
 */

import { valueAt } from '../indexes/look-up.ts';
import { type Codelist, codesAtLevel, codesOfLevel, TOTAL } from '../program/codelist.ts';
import { CLOSED, OPEN, RECEIVED } from '../program/docket-plan.ts';
import { monthCode, monthsOf } from '../program/period.ts';
import type { Measure } from '../program/program.ts';
import { requestState } from '../program/request-state.ts';
import { gridIndex, type MeasureTallies, type TallyGrid } from '../program/tally.ts';
import type { Docket, DocketRequest } from './docket.ts';
import { hasPage } from './list-requests.ts';

/** A request as its cells see it. */
interface Counted {
  readonly people: number;
  /** Its code in each dimension of requests. */
  readonly codes: Readonly<Record<string, string>>;
  /** Quarters by their place: in which it came in, in which it was closed; past the last one while it is open. */
  readonly received: number;
  readonly closed: number;
}

/** The tallies of the three measures of requests, one grid per dimension. Confidential. */
export function countRequests(
  docket: Docket,
  measures: readonly Measure[],
  codelists: readonly Codelist[],
  k: number,
): MeasureTallies[] {
  const quarters = codesOfLevel(codelists, 'period', 'quarter');
  const places = placesByMonth(quarters);
  const requests = docket.requests
    .filter((request) => !hasPage(request, k))
    .map((request) => asCounted(request, places, quarters.length));
  return measures.map(({ id, dimensions }) => ({
    measure: id,
    grids: dimensions.map((dimension) => {
      const grid = emptyGrid(dimensions, dimension, codelists, quarters);
      for (const request of requests) addRequest(grid, id, dimension, request);
      return grid;
    }),
  }));
}

/** The place of the quarter that holds each month. */
function placesByMonth(quarters: readonly string[]): ReadonlyMap<string, number> {
  return new Map(
    quarters.flatMap((quarter, place) => {
      const [first] = monthsOf(quarter, 1);
      return [0, 1, 2].map((month) => [monthCode(first + month), place] as const);
    }),
  );
}

function asCounted(
  { received, people, instrument, requester, events }: DocketRequest,
  places: ReadonlyMap<string, number>,
  open: number,
): Counted {
  const { outcome, left, closedOn } = requestState(received, events);
  const placeOf = (day: string) => places.get(day.slice(0, 7)) ?? open;
  return {
    people: typeof people === 'number' ? people : 1,
    codes: { instrument, requester, outcome, left },
    received: placeOf(received),
    closed: closedOn === null ? open : placeOf(closedOn),
  };
}

function emptyGrid(
  dimensions: readonly string[],
  divided: string,
  codelists: readonly Codelist[],
  quarters: readonly string[],
): TallyGrid {
  const codesOf = (dimension: string) =>
    codelists.filter((list) => list.dimension === dimension).flatMap((list) => codesAtLevel(list, dimension));
  const codes = [
    quarters,
    ...dimensions.map((dimension) => (dimension === divided ? codesOf(dimension) : [TOTAL])),
  ];
  const size = codes.reduce((product, list) => product * list.length, 1);
  const levels = ['quarter', ...dimensions.map((dimension) => (dimension === divided ? dimension : TOTAL))];
  return { levels, codes, counts: new Int32Array(size), people: new Int32Array(size) };
}

function addRequest(grid: TallyGrid, measure: string, dimension: string, request: Counted): void {
  const { received, closed, people, codes } = request;
  const [quarters = [], ...others] = grid.codes;
  const divided = others.find(([first]) => first !== TOTAL);
  const code = divided === undefined ? 0 : divided.indexOf(String(codes[dimension]));
  const [from, to] = spanIn(measure, received, closed);
  for (let quarter = from; quarter <= Math.min(to, quarters.length - 1); quarter += 1) {
    if (code < 0) throw new Error('internal error: a request of a code that its grid lacks');
    const index = gridIndex(grid, [quarter, ...others.map((list) => (list === divided ? code : 0))]);
    grid.counts[index] = valueAt(grid.counts, index) + 1;
    if (grid.people !== null) grid.people[index] = valueAt(grid.people, index) + people;
  }
}

/** The first and last quarter in which a measure counts a request; the last may come before the first: never. */
function spanIn(measure: string, received: number, closed: number): readonly [number, number] {
  switch (measure) {
    case RECEIVED:
      return [received, received];
    case CLOSED:
      return [closed, closed];
    case OPEN:
      return [received, closed - 1];
    default:
      throw new Error(`internal error: "${measure}" counts no requests`);
  }
}
