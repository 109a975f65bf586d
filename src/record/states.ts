/**
 * What became of a request, as dated states in the words of the docket: refused, then ordered by a court, then disclosed.
 * Its outcome is what the last of them leaves (`src/program/request-state.ts`). One closure does not end a request here: a
 * judge may rule on one that was declined.
 *
 *   states.csv     2020-01 received      received_not_answered
 *                  2020-01 closed        declined
 *                  2020-02-06 court_filing      in_court
 *                  2020-04-20 court_order       in_court
 *                  2020-05 closed        disclosed_in_part          the outcome, as of May 2020
 */
import { z } from 'astro/zod';
import { CLOSED_OUTCOMES, EVENT_KINDS, LEFT, type Left, type Outcome } from '../program/request.ts';
import { outcomesAlong, requestState } from '../program/request-state.ts';
import type { Fault, Problem } from '../reading/problem.ts';
import * as field from './fields.ts';
import type { RecordFile } from './read-record-file.ts';

/** `states.csv` */
export const stateSchema = z.object({
  /** The request, by its id. */
  request: field.idText,
  /** As far as it is known. States of one request stand in the order of time. */
  date: field.date,
  kind: field.oneOf(EVENT_KINDS),
  /** Of a closure; empty for all others. */
  outcome: field.oneOf(['', ...CLOSED_OUTCOMES]),
  /** Of a disclosure, if a source says what left; empty for all others. */
  left: field.oneOf(['', ...LEFT]),
  /** What happened, in our words; empty where the kind says it all. */
  what: field.anyText,
  /** How certain it is, and where sources differ. */
  note: field.anyText,
  sourceTitle: field.sourceTitle,
  sourceUrl: field.sourceUrl,
  howRead: field.someText,
});
export type RecordedState = z.infer<typeof stateSchema>;

/** What the states of a request come to. */
export interface Standing {
  /** In the order of time. */
  readonly states: readonly RecordedState[];
  readonly outcome: Outcome;
  /** The day, month or year of the last state; that of receipt where there is none. */
  readonly outcomeAsOf: string;
  /** The most that has left the building, as far as a source says. */
  readonly left: Left;
}

/**
 * Every outcome that a request has had, the last included: one that was refused first and ordered later was declined. What a court set
 * aside was in court, whether a source tells of the filing or not.
 */
export function outcomesHad({ states, outcome }: Pick<Standing, 'states' | 'outcome'>): readonly Outcome[] {
  const along = outcomesAlong(
    states.map((state) => ({ kind: state.kind, outcome: state.outcome === '' ? null : state.outcome })),
  );
  const refused: Outcome[] = states.some(({ kind }) => kind === 'refused') ? ['declined'] : [];
  const had = [...refused, ...along, outcome];
  const tried: Outcome[] = had.includes('set_aside_by_court') ? ['in_court'] : [];
  return [...new Set([...tried, ...had])];
}

/** The last state that is more than something said, by which it stands as it does; undefined where nothing came of it yet. */
export function standingState({ states }: Pick<Standing, 'states'>): RecordedState | undefined {
  return states.findLast(({ kind }) => kind !== 'statement');
}

/** When it came to stand as it does: that of receipt where nothing came of it yet. */
export function stoodSince(standing: Pick<Standing, 'states' | 'outcomeAsOf'>): string {
  return standingState(standing)?.date ?? standing.outcomeAsOf;
}

/** Where the request `id`, received on `received`, stands by those of the states that are its own. */
export function standingOf(id: string, received: string, states: readonly RecordedState[]): Standing {
  const own = states.filter(({ request }) => request === id);
  const { outcome, asOf, left } = requestState(
    received,
    own.map((state) => ({
      date: state.date,
      kind: state.kind,
      outcome: state.outcome === '' ? null : state.outcome,
      left: state.left === '' ? null : state.left,
    })),
  );
  return { states: own, outcome, outcomeAsOf: asOf, left };
}

type Requests = RecordFile<{ readonly id: string; readonly received: string }>;

/** Every state that cannot be, with its line and column; of its request only once requests could be read. */
export function stateProblems(states: RecordFile<RecordedState>, requests: Requests): Problem[] {
  const received = new Map(requests.rows.map(({ row }) => [row.id, row.received]));
  const last = new Map<string, string>();
  return states.rows.flatMap(({ line, row }) => {
    const start = received.get(row.request);
    const before = last.get(row.request) ?? start;
    last.set(row.request, row.date);
    const faults: readonly (readonly [boolean, string, Fault])[] = [
      [start === undefined && requests.problems.length === 0, 'request', FAULTS.unknownRequest],
      [before !== undefined && isBefore(row.date, before), 'date', FAULTS.order],
      [row.kind === 'closed' && row.outcome === '', 'outcome', FAULTS.closureWithoutOutcome],
      [row.kind !== 'closed' && row.outcome !== '', 'outcome', FAULTS.outcomeWithoutClosure],
      [row.kind !== 'disclosed' && row.left !== '', 'left', FAULTS.leftWithoutDisclosure],
    ];
    return faults
      .filter(([holds]) => holds)
      .map(([, column, fault]) => ({ file: states.path, line, column, ...fault }));
  });
}

/** Dates are compared as far as both are known: 2025-06 is not before 2025-06-10, nor after it. */
export function isBefore(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) < other.slice(0, length);
}

const FAULTS = {
  unknownRequest: {
    code: 'unknown-request',
    message: 'There is no request of this id in requests.csv.',
    fix: 'Correct the id.',
  },
  order: {
    code: 'state-order',
    message: 'The state lies before one above it, or before the request was received.',
    fix: 'Put the states of a request in the order of time, or correct the date.',
  },
  closureWithoutOutcome: {
    code: 'closure-without-outcome',
    message: 'The request is closed, but there is no outcome.',
    fix: 'Say in "outcome" what came of it.',
  },
  outcomeWithoutClosure: {
    code: 'outcome-without-closure',
    message: 'The state has an outcome, but it is no closure.',
    fix: 'Leave "outcome" empty, or let "kind" be closed.',
  },
  leftWithoutDisclosure: {
    code: 'left-without-disclosure',
    message: 'Something left the building, but the state is no disclosure.',
    fix: 'Leave "left" empty, or let "kind" be disclosed.',
  },
} as const satisfies Readonly<Record<string, Fault>>;
