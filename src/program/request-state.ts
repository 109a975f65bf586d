/**
 * Where a request stands, from what happened to it, in order of time:
 *
 *   received, narrowed    received_not_answered        objected               objection_pending
 *   refused               awaiting_requester           court_filing, court_order, appealed    in_court
 *   closed                its outcome                  anything else          leaves it where it is
 *
 * It is answered when the office objects, refuses, discloses or closes; an acknowledgement is no answer.
 */
import { type ClosedOutcome, type EventKind, LEFT, type Left, type Outcome } from './request.ts';

/** What an event tells of the state of its request. Dates are `YYYY-MM-DD`. */
export interface StateEvent {
  readonly date: string;
  readonly kind: EventKind;
  /** Of a disclosure: what left the building; null for all others. */
  readonly left: Left | null;
  /** Of a closure; null for all others. */
  readonly outcome: ClosedOutcome | null;
}

export interface RequestState {
  readonly outcome: Outcome;
  /** The day of the last event, or of receipt where there is none. */
  readonly asOf: string;
  /** The most that has left the building so far. */
  readonly left: Left;
  /** The day on which it was closed; null while it is open. */
  readonly closedOn: string | null;
  /** Days from receipt to the first answer; null where there is none yet. */
  readonly daysToAnswer: number | null;
}

const ANSWERS: readonly EventKind[] = ['objected', 'refused', 'disclosed', 'closed'];

/** `events` are those of one request, oldest first. */
export function requestState(received: string, events: readonly StateEvent[]): RequestState {
  const answer = events.find(({ kind }) => ANSWERS.includes(kind));
  return {
    outcome: outcomesAlong(events).at(-1) ?? UNANSWERED,
    asOf: events.at(-1)?.date ?? received,
    left: events.reduce<Left>((most, { left }) => furthest(most, left ?? 'nothing'), 'nothing'),
    closedOn: closedDay(events),
    daysToAnswer: answer === undefined ? null : daysBetween(received, answer.date),
  };
}

const UNANSWERED: Outcome = 'received_not_answered';

/** Where the request stood after each event: refused, then in court, then handed over. */
export function outcomesAlong(events: readonly Pick<StateEvent, 'kind' | 'outcome'>[]): Outcome[] {
  let outcome = UNANSWERED;
  return events.map((event) => {
    outcome = outcomeAfter(outcome, event);
    return outcome;
  });
}

/** The day on which a request was closed; null while it is open. */
export function closedDay(events: readonly StateEvent[]): string | null {
  return events.find(({ kind }) => kind === 'closed')?.date ?? null;
}

function outcomeAfter(before: Outcome, { kind, outcome }: Pick<StateEvent, 'kind' | 'outcome'>): Outcome {
  switch (kind) {
    case 'received':
    case 'narrowed':
      return 'received_not_answered';
    case 'objected':
      return 'objection_pending';
    case 'refused':
      return 'awaiting_requester';
    case 'court_filing':
    case 'court_order':
    case 'appealed':
      return 'in_court';
    case 'closed':
      return outcome ?? before;
    case 'acknowledged':
    case 'people_notified':
    case 'disclosed':
    case 'withdrawn':
    case 'statement':
      return before;
  }
}

function furthest(one: Left, other: Left): Left {
  return LEFT.indexOf(one) >= LEFT.indexOf(other) ? one : other;
}

const DAY_MS = 86_400_000;

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}
