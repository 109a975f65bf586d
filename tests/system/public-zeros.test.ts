// Zeros that program.json says, of cells that no table has: which cells, and that tables which tell them are believed.
import { expect, test } from 'vitest';
import { cellNotes } from '../../src/program/channel-zeros.ts';
import { declare } from '../../src/program/declaration.ts';
import { parseProgram } from '../../src/program/parse-program.ts';
import { lastMonth } from '../../src/program/period.ts';
import { type Program, programCodelists } from '../../src/program/program.ts';
import { publicZeros } from '../../src/system/public-zeros.ts';
import type { ReleaseShape } from '../../src/system/shape.ts';

const ID = '2025-Q2';
const codes = (...all: readonly string[]) => all.map((code) => ({ code, label: code }));
const channel = (id: string, more: object = {}) => ({ id, label: id, accordingTo: 'Clerk', ...more });
const measure = (id: string, kind: string, ...dimensions: readonly string[]) => ({
  ...{ id, label: id, unit: 'cards', kind, dimensions },
  absentRows: 'zero',
});
const table = (of: string, period: string, ...by: readonly string[]) => ({
  ...{ id: [of, period, ...by].join('-by-'), measure: of, title: 'Made for tests' },
  levels: { period, ...Object.fromEntries(by.map((one) => [one, one])) },
});
const BY_AGE_TOO = measure('cards-issued', 'flow', 'channel', 'age');

/** `online` opened in November 2024, in the middle of a quarter, and nothing is kept of events. */
function programOf(tables: readonly object[], more: object = {}): Program {
  const program = parseProgram(
    JSON.stringify({
      ...{ id: 'town', name: 'Card', city: 'Town', nature: 'invented', standing: 'Invented.' },
      ...{ summary: 'A card.', tallies: 'public', k: 5 },
      licence: { name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
      period: { from: '2023-01', levels: ['month', 'quarter', 'year'] },
      dimensions: [
        { id: 'channel', label: 'Channel', codes: codes('event', 'online') },
        { id: 'age', label: 'Age', codes: codes('young', 'old') },
      ],
      channels: [channel('event', { leavesRecords: 'no' }), channel('online', { opened: '2024-11-04' })],
      measures: [BY_AGE_TOO],
      tables,
      ...more,
    }),
    'program.json',
  );
  if (!program.ok) throw new Error(JSON.stringify(program.problems));
  return program.value;
}

function shapeOf(program: Program): ReleaseShape {
  const codelists = programCodelists(program, lastMonth(ID));
  return { release: ID, declaration: declare(program), codelists };
}

function zerosOf(
  tables: readonly object[],
  more: object = {},
  earlier: readonly ReleaseShape[] = [],
): string[] {
  const program = programOf(tables, more);
  return publicZeros(program, shapeOf(program), earlier);
}

test('before a way opened nothing is counted of it, up to the month before', () => {
  const tables = [table('cards-issued', 'month'), table('cards-issued', 'year', 'channel')];
  expect(zerosOf(tables)).toEqual(['cards-issued|..2024-10|online|_T']);
});

test('a table by way says it itself where its periods make up all time before; years and quarters do not', () => {
  expect(zerosOf([table('cards-issued', 'month', 'channel')])).toEqual([]);
  expect(zerosOf([table('cards-issued', 'quarter', 'channel')])).toHaveLength(1);
  expect(zerosOf([table('cards-issued', 'month', 'channel'), table('cards-issued', 'quarter')])).toEqual([]);
});

test('a way that opened before the counts begin says nothing', () => {
  const channels = [channel('event'), channel('online', { opened: '2023-01' })];
  expect(zerosOf([table('cards-issued', 'year', 'channel')], { channels })).toEqual([]);
});

test('a way that has not opened by the end of the release has nothing to date', () => {
  const channels = [channel('event'), channel('online', { opened: '2026' })];
  const tables = [table('cards-issued', 'month', 'age')];
  expect(zerosOf(tables, { channels })).toEqual(['cards-issued|..2025-06|online|_T']);
});

test('a stock is zero as of the ends of the periods of its tables', () => {
  const measures = [measure('records-held', 'stock', 'channel')];
  const tables = [table('records-held', 'quarter'), table('records-held', 'year', 'channel')];
  const zeros = zerosOf(tables, { measures });
  expect(zeros).toContain('records-held|2024-Q3|online');
  expect(zeros).not.toContain('records-held|2024-Q4|online');
  expect(zeros).not.toContain('records-held|2023|online');
  // Of events nothing is ever kept.
  expect(zeros).toContain('records-held|2025-Q2|event');
});

test('a stock is zero in the periods of relations too, of those of an earlier release as well', () => {
  const relation = {
    ...{ id: 'held', why: 'Each card leaves a record.', sense: 'at-most', period: 'month', by: {} },
    ...{ left: [{ measure: 'cards-issued' }], right: [{ measure: 'records-held' }] },
  };
  const measures = [BY_AGE_TOO, measure('records-held', 'stock', 'channel')];
  const tables = [table('records-held', 'quarter')];
  const monthly = (zeros: readonly string[]) => zeros.filter((key) => key.includes('|2024-05|'));
  expect(monthly(zerosOf(tables, { measures, relations: [relation] }))).toEqual([
    'records-held|2024-05|online',
    'records-held|2024-05|event',
  ]);
  expect(monthly(zerosOf(tables, { measures }))).toEqual([]);
  const before = { measures, relations: [relation] };
  expect(monthly(zerosOf(tables, { measures }, [shapeOf(programOf(tables, before))]))).toHaveLength(2);
  const at = { channel: ['online'], period: ['2024-05'] };
  const noted = { measures, relations: [relation], channels: [], notes: [{ at, status: 'z', note: 'None' }] };
  expect(zerosOf(tables, noted)).toContain('records-held|2024-05|online');
});

test('a note on the month that a quarter ends with says it of the stock of that quarter, and of no other', () => {
  const notes = [{ at: { channel: ['online'], period: ['2024-03'] }, status: 'z', note: 'None' }];
  const measures = [measure('records-held', 'stock', 'channel')];
  const tables = [table('records-held', 'quarter', 'channel')];
  const period = { from: '2023-01', levels: ['quarter'] };
  const program = programOf(tables, { measures, notes, period, channels: [] });
  const marked = cellNotes(program, shapeOf(program).codelists).flatMap(({ at }) => at.period ?? []);
  expect(marked).toEqual(['2024-03', '2024-Q1']);
  expect(publicZeros(program, shapeOf(program))).toEqual([]);
});

test('a note on all periods together names the total to the end of the release', () => {
  const notes = [{ at: { channel: ['online'], period: ['_T'] }, status: 'z', note: 'Never' }];
  const tables = [table('cards-issued', 'quarter')];
  expect(zerosOf(tables, { notes, channels: [] })).toEqual(['cards-issued|..2025-06|online|_T']);
});

test('a note of status z is known of cells that no table has, and of its periods where it names some', () => {
  const note = (at: object) => ({ notes: [{ at, status: 'z', note: 'Never' }], channels: [] });
  const tables = [table('cards-issued', 'quarter', 'channel'), table('cards-issued', 'quarter', 'age')];
  const at = { channel: ['online'], age: ['young'] };
  expect(zerosOf(tables, note(at))).toEqual(['cards-issued|..2025-06|online|young']);
  expect(zerosOf(tables, note({ ...at, period: ['2023', '2024-Q1'] }))).toEqual([
    'cards-issued|2023|online|young',
    'cards-issued|2024-Q1|online|young',
  ]);
  expect(zerosOf(tables, note({ age: ['young'] }))).toEqual([]);
  expect(zerosOf([...tables, table('cards-issued', 'quarter', 'channel', 'age')], note(at))).toEqual([]);
});
