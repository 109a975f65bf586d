// A town with a way of applying that opened within a year of which tables have no part.
import { PROGRAM } from '../town.ts';

export const WAYS = ['counter', 'event', 'online'];
const YEARS = ['2023', '2024', '2025'];
export const ID = '2025-Q4';
export const OPENED = { opened: '2024-10-01' };

/** Totals by quarter, and years by way; `online`: what program.json says of it beside its name. */
export const townOf = (online: object) => ({
  ...PROGRAM,
  k: 11,
  notes: [],
  relations: [],
  period: { from: '2023-01', levels: ['quarter', 'year'] },
  dimensions: [{ id: 'channel', label: 'Channel', codes: WAYS.map((code) => ({ code, label: code })) }],
  channels: WAYS.map((id) => ({
    ...{ id, label: id, accordingTo: 'Clerk' },
    ...(id === 'online' ? online : {}),
  })),
  measures: [
    {
      ...{ id: 'cards-issued', label: 'Cards', unit: 'cards', kind: 'flow' },
      ...{ dimensions: ['channel'], absentRows: 'zero' },
    },
  ],
  tables: [
    { id: 'quarters', measure: 'cards-issued', title: 'Quarters', levels: { period: 'quarter' } },
    { id: 'ways', measure: 'cards-issued', title: 'Ways', levels: { period: 'year', channel: 'channel' } },
  ],
});
const COUNTS: Readonly<Record<string, readonly number[]>> = {
  counter: [10, 6, 11, 10, 7, 7, 10, 8, 7, 6, 6, 10],
  event: [40, 90, 40, 60, 50, 60, 80, 3, 70, 80, 80, 50],
  online: [0, 0, 0, 0, 0, 0, 0, 3, 3, 4, 4, 4],
};
export const TALLIES = {
  'cards-issued.csv': [
    'period,channel,count',
    ...Object.entries(COUNTS).flatMap(([way, own]) =>
      own.map((count, at) => `${YEARS[Math.floor(at / 4)]}-Q${(at % 4) + 1},${way},${count}`),
    ),
  ].join('\n'),
};
