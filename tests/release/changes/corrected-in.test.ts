import { expect, test } from 'vitest';
import { correctedIn } from '../../../src/release/changes/corrected-in.ts';

const cell = (codes: readonly string[], count: number | null) =>
  ({ codes, count, status: '', note: '' }) as const;
const said = {
  cubes: new Map([['cards', [cell(['2024-01', 'online'], 20), cell(['2024-02', 'online'], null)]]]),
  requests: {
    docket: [{ request: 'heron' }],
    events: [],
    zeros: [{ period: '2024', instrument: '_T', requester: 'state', signedOn: '2025-01-02' }],
    balance: [cell(['2024-Q1', '_T', 'received'], 3)],
  },
};
const after = (release: string, ...changed: (readonly [measure: string, cell: string])[]) => ({
  release,
  changes: changed.map(([measure, one]) => ({ measure, cell: one, before: '', after: '', reason: '' })),
});

test.each<[what: string, measure: string, cell: string]>([
  ['a figure', 'cards', '2024-01|online'],
  ['a field of a request', 'requests/docket', 'heron|agency'],
  ['a request as a whole', 'requests/docket', 'heron'],
  ['what happened to a request', 'requests/events', 'heron|2024-02-20|closed|outcome'],
  ['a field of a certificate', 'requests/certified-zeros', '2024|_T|state|2025-01-02|signed_by'],
  ['a line of the balance sheet', 'requests/balance', '2024-Q1|_T|received'],
])('correctedIn finds the last release that corrected %s', (_, measure, place) => {
  const later = [after('r1', [measure, place]), after('r2', [measure, place]), after('r3')];
  expect(correctedIn(said as never, later)).toBe('r2');
});

test.each<[what: string, measure: string, cell: string]>([
  ['a figure of a later period', 'cards', '2024-03|online'],
  ['a figure of another measure', 'applications', '2024-01|online'],
  ['a figure that was hidden', 'cards', '2024-02|online'],
  ['a request that was not listed', 'requests/docket', 'wren|agency'],
])('correctedIn passes over %s', (_, measure, place) => {
  expect(correctedIn(said as never, [after('r1', [measure, place])])).toBeUndefined();
});
