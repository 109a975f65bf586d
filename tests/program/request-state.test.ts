/** Where a request stands after what happened to it. */
import { describe, expect, test } from 'vitest';
import type { EventKind } from '../../src/program/request.ts';
import { requestState, type StateEvent } from '../../src/program/request-state.ts';

function event(date: string, kind: EventKind, more: Partial<StateEvent> = {}): StateEvent {
  return { date, kind, left: null, outcome: null, ...more };
}

const state = (...events: StateEvent[]) => requestState('2024-02-27', events);

describe('requestState', () => {
  test('of a request to which nothing has happened is received and not answered, as of its receipt', () => {
    expect(state()).toEqual({
      outcome: 'received_not_answered',
      asOf: '2024-02-27',
      left: 'nothing',
      closedOn: null,
      daysToAnswer: null,
    });
  });

  test.each<[EventKind, string]>([
    ['acknowledged', 'received_not_answered'],
    ['people_notified', 'received_not_answered'],
    ['objected', 'objection_pending'],
    ['refused', 'awaiting_requester'],
    ['court_filing', 'in_court'],
    ['court_order', 'in_court'],
    ['appealed', 'in_court'],
    ['narrowed', 'received_not_answered'],
  ])('after "%s" is %s', (kind, outcome) => {
    expect(state(event('2024-03-01', kind)).outcome).toBe(outcome);
  });

  test('counts the days to the first answer over the end of a leap February; an acknowledgement is none', () => {
    const answered = state(event('2024-02-28', 'acknowledged'), event('2024-03-01', 'objected'));
    expect(answered.daysToAnswer).toBe(3);
    expect(state(event('2024-02-28', 'acknowledged')).daysToAnswer).toBeNull();
  });

  test('keeps the most that ever left, and the outcome and day of the closure, through later statements', () => {
    const closed = state(
      event('2024-03-01', 'disclosed', { left: 'document_images' }),
      event('2024-03-02', 'disclosed', { left: 'aggregate_only' }),
      event('2024-03-03', 'closed', { outcome: 'disclosed_in_part' }),
      event('2024-05-01', 'statement'),
    );
    expect(closed).toEqual({
      outcome: 'disclosed_in_part',
      asOf: '2024-05-01',
      left: 'document_images',
      closedOn: '2024-03-03',
      daysToAnswer: 3,
    });
  });
});
