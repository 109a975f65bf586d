/**
 * Requests with a page of their own in the cells that count requests. Everybody knows them, from `requests/docket.csv`
 * and `requests/events.csv` of the same release, so every published count holds them and no unknown of the system does:
 *
 *   received, FY2024     published  =  listed  +  without a page of their own
 *   press                        1          1     0
 *   state                        .          1     0, or 2 and more, for all that is published
 *
 * They are added once, when a release is staged (`addListed`), and taken off once, when published counts become
 * facts (`takeOffListed`). A release knows each listed request up to its own end, and so the state of each at the end
 * of every period that it counts.
 */

import type { ListedEvent, ListedRequest } from '../formats/docket-file.ts';
import { valueAt } from '../indexes/look-up.ts';
import { TOTAL } from '../program/codelist.ts';
import {
  CLOSED,
  countsRequests,
  keepsDocket,
  listsRequests,
  OPEN,
  RECEIVED,
  requestDimensions,
  signatureOf,
} from '../program/docket-plan.ts';
import { monthCode, periodMonths } from '../program/period.ts';
import { closedDay, type StateEvent } from '../program/request-state.ts';
import type { ReleaseShape } from './shape.ts';

/** Requests that are listed by name, in order of receipt, and what happened to each. */
export interface Listing {
  readonly docket: readonly ListedRequest[];
  readonly events: readonly ListedEvent[];
}

/** What of them decides which cells count them. */
export interface CountedListing {
  readonly docket: readonly Pick<
    ListedRequest,
    'request' | 'received' | 'instrument' | 'requester' | 'outcome' | 'left'
  >[];
  readonly events: readonly (StateEvent & Pick<ListedEvent, 'request'>)[];
}

/** How many listed requests a cell counts; none in a cell that counts anything else. */
export type CountListed = (measure: string, codes: readonly string[]) => number;

/** A release that may list requests; null or left out where it keeps no docket. */
export type Listed = Pick<ReleaseShape, 'declaration'> & { readonly requests?: CountedListing | null };

/** Throws where a release lists requests and does not say which. */
export function countListed({ declaration, requests }: Listed): CountListed {
  if (!listsRequests(declaration)) return () => 0;
  if (requests == null) throw new Error('internal error: a docket without its list of requests');
  const own = Map.groupBy(requests.events, ({ request }) => request);
  const listed = requests.docket.map((request) => ({
    request,
    closedOn: closedDay(own.get(request.request) ?? []),
  }));
  const start = declaration.period?.fiscalYearStartMonth ?? 1;
  return (measure, [period = '', ...codes]) => {
    if (!countsRequests(measure)) return 0;
    const dimensions = requestDimensions(measure);
    const span = spanOf(period, start);
    return listed.filter(
      ({ request, closedOn }) =>
        isCountedIn(measure, span, request.received, closedOn) &&
        dimensions.every((dimension, at) => isOfCode(request, dimension, valueAt(codes, at))),
    ).length;
  };
}

/** The first and last month, both included. To date: all that a release lists, or up to a month that the code names. */
function spanOf(period: string, fiscalYearStartMonth: number): readonly [from: string, to: string] {
  if (period === TOTAL) return ['', LAST_MONTH];
  if (period.startsWith('..')) return ['', period.slice(2)];
  const months = periodMonths(period, fiscalYearStartMonth);
  if (months === undefined) throw new Error(`internal error: "${period}" is no period`);
  return [monthCode(months[0]), monthCode(months[1])];
}

/** After every month that there is. */
const LAST_MONTH = '9999-12';

function isCountedIn(
  measure: string,
  [from, to]: readonly [string, string],
  received: string,
  closedOn: string | null,
): boolean {
  const isIn = (day: string) => day.slice(0, 7) >= from && day.slice(0, 7) <= to;
  switch (measure) {
    case RECEIVED:
      return isIn(received);
    case CLOSED:
      return closedOn !== null && isIn(closedOn);
    case OPEN:
      return received.slice(0, 7) <= to && (closedOn === null || closedOn.slice(0, 7) > to);
    default:
      throw new Error(`internal error: "${measure}" counts no requests`);
  }
}

function isOfCode(
  request: CountedListing['docket'][number],
  dimension: ReturnType<typeof requestDimensions>[number],
  code: string,
): boolean {
  return (
    code === TOTAL ||
    request[dimension] === code ||
    (dimension === 'instrument' && signatureOf(request.instrument) === code)
  );
}

interface Cell {
  readonly codes: readonly string[];
  readonly count: number | null;
}

type Cubes<T extends Cell> = ReadonlyMap<string, readonly T[]>;

/** Counts of requests without a page, with the listed ones added: as they are published. */
export function addListed<T extends Cell>(release: Listed, cubes: Cubes<T>): Cubes<T> {
  return shiftCounts(release, cubes, 1);
}

/** Counts as published, without the requests that are listed: as the system knows them. */
export function takeOffListed<T extends Cell>(release: Listed, cubes: Cubes<T>): Cubes<T> {
  return shiftCounts(release, cubes, -1);
}

function shiftCounts<T extends Cell>(release: Listed, cubes: Cubes<T>, sign: 1 | -1): Cubes<T> {
  if (!keepsDocket(release.declaration)) return cubes;
  const listed = countListed(release);
  return new Map(
    [...cubes].map(([measure, cells]) => [
      measure,
      countsRequests(measure)
        ? cells.map((cell) => shiftCell(cell, sign * listed(measure, cell.codes)))
        : cells,
    ]),
  );
}

function shiftCell<T extends Cell>(cell: T, by: number): T {
  if (cell.count === null) return cell;
  const count = cell.count + by;
  if (count < 0) throw new Error('internal error: fewer requests are counted than listed');
  return { ...cell, count };
}
