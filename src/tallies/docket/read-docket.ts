/**
 * Reads the clerk's docket: `legal-requests.csv`, `legal-request-events.csv` and, where there are certificates,
 * `certified-zeros.csv`. Rows after the end of the release wait for a later one; requests of which an order
 * forbids to speak are checked like all others and then left out of everything.
 */

import type { CertifiedZero } from '../../formats/zeros-file.ts';
import { valueAt } from '../../indexes/look-up.ts';
import { type MonthNumber, monthCode } from '../../program/period.ts';
import { accept, type Checked, type Fault, type Problem, refuse } from '../../reading/problem.ts';
import type { Docket, DocketRequest } from '../../requests/docket.ts';
import { openProblemLogs, type ProblemLog } from '../problem-log.ts';
import { EVENT_COLUMNS, type EventRow, readEvent } from './docket-events.ts';
import { checkEvents } from './docket-machine.ts';
import { REQUEST_COLUMNS, type RequestRow, readRequest } from './docket-requests.ts';
import { type DocketSource, EVENTS_FILE, REQUESTS_FILE, ZEROS_FILE } from './docket-source.ts';
import { readZero, ZERO_COLUMNS, type ZeroContext } from './docket-zeros.ts';

export interface DocketPlace {
  /** The first month that the program counts, and the last that the release closes. */
  readonly from: string;
  readonly end: MonthNumber;
  /** 1 to 12. */
  readonly fiscalYearStartMonth: number;
}

/** The docket, or every problem of every file. What a file at fault cannot show is not asked of the others. */
export async function readDocket(
  source: DocketSource,
  { from, ...place }: DocketPlace,
): Promise<Checked<Docket>> {
  const read = await readRequests(source, `${from}-01`);
  const { requests } = read;
  const { events, problems: eventProblems, isSure } = await readEvents(source, read);
  const machine = openProblemLogs();
  for (const request of requests.values())
    if (isSure(request.request)) checkEvents(request, events.get(request.request) ?? [], machine);
  const { zeros, problems: zeroProblems } = await readZeros(source, {
    requests: [...requests.values()],
    ...place,
  });
  const problems = [...read.problems, ...eventProblems, ...machine.problems(), ...zeroProblems];
  if (problems.length > 0) return refuse(problems);
  return accept({ requests: toldRequests(requests.values(), events, monthCode(place.end)), zeros });
}

interface ReadRequests {
  readonly requests: ReadonlyMap<string, RequestRow>;
  /** The line of every id, of rows at fault too. */
  readonly lines: ReadonlyMap<string, number>;
  readonly problems: readonly Problem[];
  /** Whether every row of the file had its fields. */
  readonly isWhole: boolean;
}

async function readRequests(source: DocketSource, first: string): Promise<ReadRequests> {
  const requests = new Map<string, RequestRow>();
  const lines = new Map<string, number>();
  const streamed = await source.stream(REQUESTS_FILE, REQUEST_COLUMNS, (fields, line, log) => {
    const row = readRequest(fields, line, log, first);
    const id = row?.request ?? valueAt(fields, 0);
    const earlier = lines.get(id);
    if (earlier === undefined) lines.set(id, line);
    else log.report(line, 'request', duplicateId(earlier));
    if (row !== undefined) requests.set(id, row);
  });
  return { requests, lines, ...streamed };
}

interface ReadEvents {
  /** Of each request, oldest first. */
  readonly events: ReadonlyMap<string, EventRow[]>;
  readonly problems: readonly Problem[];
  /** Whether every event of a request could be read. */
  readonly isSure: (request: string) => boolean;
}

async function readEvents(source: DocketSource, { lines, isWhole }: ReadRequests): Promise<ReadEvents> {
  const events = new Map<string, EventRow[]>();
  const faulty = new Set<string>();
  const streamed = await source.stream(EVENTS_FILE, EVENT_COLUMNS, (fields, line, log) => {
    const event = readEvent(fields, line, log);
    if (event === undefined) {
      faulty.add(valueAt(fields, 0));
      return;
    }
    if (isWhole && !lines.has(event.request)) log.report(line, 'request', UNKNOWN_REQUEST);
    const known = events.get(event.request);
    if (known === undefined) events.set(event.request, [event]);
    else known.push(event);
  });
  for (const list of events.values())
    list.sort((one, other) => (one.date < other.date ? -1 : Number(one.date > other.date)));
  const isSure = (request: string) => streamed.isWhole && !faulty.has(request);
  return { events, problems: streamed.problems, isSure };
}

async function readZeros(
  source: DocketSource,
  context: ZeroContext,
): Promise<{ zeros: CertifiedZero[]; problems: readonly Problem[] }> {
  const zeros: CertifiedZero[] = [];
  if (!source.has(ZEROS_FILE)) return { zeros, problems: [] };
  const { problems } = await source.stream(ZEROS_FILE, ZERO_COLUMNS, (fields, line, log: ProblemLog) => {
    const zero = readZero(fields, line, log, context);
    if (zero !== undefined) zeros.push(zero);
  });
  return { zeros, problems };
}

/** What may be told, as it stood at the end of month `end`. */
function toldRequests(
  requests: Iterable<RequestRow>,
  events: ReadonlyMap<string, readonly EventRow[]>,
  end: string,
): DocketRequest[] {
  const told: DocketRequest[] = [];
  for (const { isSilenced, ...request } of requests) {
    if (isSilenced || request.received.slice(0, 7) > end) continue;
    const own = (events.get(request.request) ?? []).filter(({ date }) => date.slice(0, 7) <= end);
    told.push({ ...request, events: own.map(({ line: _, file: __, peopleLeft: ___, ...event }) => event) });
  }
  return told.sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
}

function orderOf({ received, request }: DocketRequest): string {
  return `${received} ${request}`;
}

function duplicateId(line: number): Fault {
  return {
    code: 'duplicate-id',
    message: `The id stands on line ${line} already.`,
    fix: 'Give every request an id of its own.',
  };
}

const UNKNOWN_REQUEST: Fault = {
  code: 'unknown-request',
  message: 'There is no request of this id in legal-requests.csv.',
  fix: 'Correct the id, or enter the request.',
};
