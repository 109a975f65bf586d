/** The files of the docket: what `format` writes, `parse` reads; what `format` would not write, `parse` refuses. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatDocket,
  formatEvents,
  type ListedEvent,
  type ListedRequest,
  parseDocket,
  parseEvents,
} from '../../src/formats/docket-file.ts';
import type { Nature } from '../../src/formats/invented-mark.ts';
import type { Noted } from '../../src/formats/row-file.ts';
import { type CertifiedZero, formatZeros, parseZeros } from '../../src/formats/zeros-file.ts';
import {
  CLOSED_OUTCOMES,
  EVENT_KINDS,
  HOLDERS,
  INSTRUMENTS,
  LEFT,
  OUTCOMES,
  REQUESTERS,
} from '../../src/program/request.ts';

const natures = fc.constantFrom<Nature>('real', 'invented');
const day = fc
  .integer({ min: 0, max: 3000 })
  .map((days) => new Date(days * 86_400_000 * 5).toISOString().slice(0, 10));
const id = fc.stringMatching(/^[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,2}$/);
const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => !/[\r\n]/.test(one));

const note = fc.constantFrom('', 'A clerk read the wrong stamp.');

const requests: fc.Arbitrary<Noted<ListedRequest>> = fc.record({
  request: id,
  received: day,
  requester: fc.constantFrom(...REQUESTERS),
  agency: text,
  instrument: fc.constantFrom(...INSTRUMENTS),
  department: text,
  servedOn: fc.constantFrom(...HOLDERS),
  heldBy: fc.constantFrom(...HOLDERS),
  asksFor: text,
  people: fc.option(fc.nat()),
  due: fc.oneof(day, fc.constant('' as const)),
  documents: fc.array(fc.webUrl()),
  outcome: fc.constantFrom(...OUTCOMES),
  outcomeAsOf: day,
  left: fc.constantFrom(...LEFT),
  daysToAnswer: fc.option(fc.nat()),
  note,
});

const events: fc.Arbitrary<Noted<ListedEvent>> = fc.record({
  request: id,
  date: day,
  kind: fc.constantFrom(...EVENT_KINDS),
  left: fc.option(fc.constantFrom(...LEFT)),
  outcome: fc.option(fc.constantFrom(...CLOSED_OUTCOMES)),
  office: fc.oneof(text, fc.constant('')),
  statement: fc.oneof(text, fc.constant('')),
  source: fc.oneof(text, fc.constant('')),
  note,
});

const zeros: fc.Arbitrary<Noted<CertifiedZero>> = fc.record({
  period: fc.constantFrom('2024-Q1', '2024'),
  instrument: fc.constantFrom('_T' as const, ...INSTRUMENTS),
  requester: fc.constantFrom('_T' as const, ...REQUESTERS),
  signedOn: day,
  signedBy: text,
  expiresOn: day,
  note,
});

describe('requests/*.csv', () => {
  test('parseDocket reads whatever formatDocket wrote', () => {
    fc.assert(
      fc.property(fc.array(requests), natures, (rows, nature) => {
        expect(parseDocket(formatDocket(rows, nature), 'f.csv', nature)).toEqual({ ok: true, value: rows });
      }),
    );
  });

  test('parseEvents reads whatever formatEvents wrote', () => {
    fc.assert(
      fc.property(fc.array(events), natures, (rows, nature) => {
        expect(parseEvents(formatEvents(rows, nature), 'f.csv', nature)).toEqual({ ok: true, value: rows });
      }),
    );
  });

  test('parseZeros reads whatever formatZeros wrote', () => {
    fc.assert(
      fc.property(fc.array(zeros), natures, (rows, nature) => {
        expect(parseZeros(formatZeros(rows, nature), 'f.csv', nature)).toEqual({ ok: true, value: rows });
      }),
    );
  });
});

const LISTED: Noted<ListedRequest> = {
  request: 'border-1',
  received: '2024-01-09',
  requester: 'federal_immigration',
  agency: 'Border Service',
  instrument: 'administrative_subpoena',
  department: 'Clerk',
  servedOn: 'office',
  heldBy: 'vendor',
  asksFor: 'All online applications',
  people: null,
  due: '',
  documents: [],
  outcome: 'declined',
  outcomeAsOf: '2024-02-01',
  left: 'nothing',
  daysToAnswer: 23,
  note: '',
};

describe('parseDocket', () => {
  test.each([
    ['a date in another form', '2024-01-09', '9/1/2024', 'received'],
    ['a day that there is not', '2024-01-09', '2024-02-30', 'received'],
    ['a word of its own for an outcome', 'declined', 'complied', 'outcome'],
    ['people with a leading zero', 'program', '012', 'people'],
    ['fewer people than none', 'program', '-1', 'people'],
    [
      'two spaces between documents',
      ',,declined',
      ',https://a.example  https://b.example,declined',
      'documents',
    ],
    ['days that are not whole', ',23,', ',23.5,', 'days_to_answer'],
  ])('refuses %s, and says where', (_, from, to, column) => {
    const file = formatDocket([LISTED], 'real').replace(from, to);
    const read = parseDocket(file, 'docket.csv', 'real');
    expect(read).toMatchObject({ ok: false, problems: [{ line: 2, column, code: 'form' }] });
  });

  test('refuses an invented request without its mark', () => {
    const read = parseDocket(formatDocket([LISTED], 'real'), 'docket.csv', 'invented');
    expect(read).toMatchObject({ ok: false, problems: [{ line: 2, column: 'note' }] });
  });
});
