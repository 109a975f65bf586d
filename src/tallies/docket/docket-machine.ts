/**
 * Whether the events of one request can have happened in this order:
 *
 *   received -> (anything) -> closed with one outcome -> statements and notices to people, nothing else
 *
 * What comes after a closure, such as a court order over a request that was declined, is a request of its own.
 */

import { DISCLOSED, type EventKind } from '../../program/request.ts';
import type { Fault } from '../../reading/problem.ts';
import type { ProblemLogs } from '../problem-log.ts';
import type { EventRow } from './docket-events.ts';
import type { RequestRow } from './docket-requests.ts';

type Place = readonly [column: string, fault: Fault];

const AFTER_CLOSURE: readonly EventKind[] = ['statement', 'people_notified', 'closed'];

/** Reports what cannot be. `events` are those of `request`, oldest first, those of one day in the order of the file. */
export function checkEvents(request: RequestRow, events: readonly EventRow[], log: ProblemLogs): void {
  let closed: EventRow | undefined;
  let hasLeft = false;
  for (const event of events) {
    for (const [column, fault] of [...eventFaults(event, request), ...orderFaults(event, closed, hasLeft)])
      log.report(event.file, event.line, column, fault);
    if (event.kind === 'disclosed') hasLeft = true;
    if (event.kind === 'closed') closed ??= event;
  }
}

/** What an event says by itself, and of its request. */
function eventFaults(event: EventRow, { received, people }: RequestRow): Place[] {
  const { kind, date, left, outcome, peopleLeft, office, statement, source } = event;
  const says = statement !== '' || kind === 'statement';
  const rules: readonly (readonly [boolean, ...Place])[] = [
    [date < received, 'date', FAULTS.beforeReceipt],
    [kind === 'received' && date > received, 'date', FAULTS.receivedTwice],
    [kind === 'closed' && outcome === null, 'outcome', FAULTS.closureWithoutOutcome],
    [kind !== 'closed' && outcome !== null, 'outcome', FAULTS.outcomeWithoutClosure],
    [kind === 'disclosed' && (left === null || left === 'nothing'), 'what_left', FAULTS.nothingLeft],
    [kind !== 'disclosed' && left !== null, 'what_left', FAULTS.leftWithoutDisclosure],
    [kind !== 'disclosed' && peopleLeft !== null, 'people_left', FAULTS.leftWithoutDisclosure],
    [
      left !== null && peopleLeft !== null && isAboutPeople(left) === (peopleLeft === 0),
      'people_left',
      FAULTS.peopleAndKind,
    ],
    [typeof people === 'number' && (peopleLeft ?? 0) > people, 'people_left', FAULTS.morePeople],
    [kind === 'statement' && statement === '', 'statement', FAULTS.emptyStatement],
    [says && office === '', 'office', FAULTS.statementWithoutOffice],
    [says && source === '', 'source', FAULTS.statementWithoutSource],
  ];
  return rules.flatMap(([holds, column, fault]) => (holds ? [[column, fault] as const] : []));
}

function isAboutPeople(left: string): boolean {
  return left === 'application_data' || left === 'document_images';
}

/** What an event says after those before it. */
function orderFaults(
  { file, kind, outcome }: EventRow,
  closed: EventRow | undefined,
  hasLeft: boolean,
): Place[] {
  if (closed !== undefined && kind === 'closed') return [['kind', secondClosure(placeOf(closed, file))]];
  if (closed !== undefined && !AFTER_CLOSURE.includes(kind))
    return [['kind', afterClosure(placeOf(closed, file))]];
  if (kind !== 'closed' || outcome === null) return [];
  const disclosed = DISCLOSED.includes(outcome);
  return disclosed === hasLeft
    ? []
    : [['outcome', disclosed ? FAULTS.noDisclosure : FAULTS.hiddenDisclosure]];
}

/** The line, with its file where that is another one. */
function placeOf({ file, line }: EventRow, here: string): string {
  return file === here ? `line ${line}` : `line ${line} of ${file}`;
}

function secondClosure(place: string): Fault {
  return {
    code: 'second-closure',
    message: `The request was closed on ${place} already.`,
    fix: 'Keep the closure that holds; what the office said later is a statement.',
  };
}

function afterClosure(place: string): Fault {
  return {
    code: 'after-closure',
    message: `The request was closed on ${place}; after that there are statements and notices to people alone.`,
    fix: 'Correct the dates, or enter what came later (an order of a court) as a request of its own.',
  };
}

const FAULTS = {
  beforeReceipt: {
    code: 'event-before-receipt',
    message: 'The event lies before the day on which the request was received.',
    fix: 'Correct the date of the event, or "received_on" in legal-requests.csv.',
  },
  receivedTwice: {
    code: 'received-on',
    message: 'The request was received on another day, according to legal-requests.csv.',
    fix: 'Give both the same day, or leave the event out.',
  },
  closureWithoutOutcome: {
    code: 'closure-without-outcome',
    message: 'The request is closed, but there is no outcome.',
    fix: 'Say in "outcome" what came of it.',
  },
  outcomeWithoutClosure: {
    code: 'outcome-without-closure',
    message: 'The event has an outcome, but it is no closure.',
    fix: 'Leave "outcome" empty, or let "kind" be closed.',
  },
  nothingLeft: {
    code: 'disclosure-of-nothing',
    message: 'Something was disclosed, but nothing left the building.',
    fix: 'Say in "what_left" what left, or choose another kind of event.',
  },
  leftWithoutDisclosure: {
    code: 'left-without-disclosure',
    message: 'Something left the building, but the event is no disclosure.',
    fix: 'Leave the field empty, or let "kind" be disclosed.',
  },
  peopleAndKind: {
    code: 'people-left',
    message: 'What left the building and the number of people whose data left do not fit together.',
    fix: 'Data of applications and images of documents are of at least one person; counts alone are of nobody.',
  },
  morePeople: {
    code: 'more-people-than-asked',
    message: 'The data of more people left than the request asks about.',
    fix: 'Correct "people_left", or "people_asked_about" in legal-requests.csv.',
  },
  emptyStatement: {
    code: 'empty-statement',
    message: 'The event is a statement and says nothing.',
    fix: 'Write in your words what was said.',
  },
  statementWithoutOffice: {
    code: 'statement-without-office',
    message: 'Nobody is named who made the statement.',
    fix: 'Name the office; never a person.',
  },
  statementWithoutSource: {
    code: 'statement-without-source',
    message: 'The statement has no source.',
    fix: 'Say where it was made or printed; what has no source is not published.',
  },
  noDisclosure: {
    code: 'outcome-without-disclosure',
    message: 'The outcome says that something was disclosed, but no event before it does.',
    fix: 'Enter the disclosure with what left, or correct the outcome.',
  },
  hiddenDisclosure: {
    code: 'outcome-hides-disclosure',
    message: 'Something was disclosed before, but the outcome does not say so.',
    fix: 'Close it as disclosed_in_full or disclosed_in_part.',
  },
} as const satisfies Readonly<Record<string, Fault>>;
