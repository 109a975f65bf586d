/**
 * The rules of channels and of records, as `rules.test.ts` has those of requests: a leak is planted through each that adds to the system
 * and found, and a reader who does not know the rule does not find it; one that adds nothing changes nothing.
 */
import { describe, expect, test } from 'vitest';
import { checkRelations } from '../../src/cube/check-relations.ts';
import { cellKey } from '../../src/program/cell.ts';
import { NO_RECORDS_NOTE, NOT_OPEN_NOTE } from '../../src/program/channel-zeros.ts';
import { parseProgram } from '../../src/program/parse-program.ts';
import type { Program } from '../../src/program/program.ts';
import {
  attackOf,
  CHANNELS,
  channel,
  count,
  counted,
  FOUR,
  LATER_EVENT,
  NONE_ONLINE,
  ONLINE,
  openIn,
  PLAIN,
  programWith,
  publish,
  rangeIn,
  SOUND,
  shapeOf,
  type Tallies,
  toldIn,
} from './ferry.ts';

describe('what a reader concludes from a channel', () => {
  const opened = (day: string) => programWith({ channels: [channel('online', { opened: day })] });
  const tallies = NONE_ONLINE;
  const cellAt = (program: Program, key: string, own: Tallies) => {
    const [, period, code] = key.split('|');
    const measure = counted(program, own).find(({ measure: { id } }) => key.startsWith(id));
    return measure?.cells.find(({ codes }) => cellKey(codes) === `${period}|${code}`);
  };

  test.each(['2024-04-01', '2024-04', '2024-06-30'])(
    'opened %s: nothing can be counted in the first quarter',
    (day) => {
      expect(cellAt(opened(day), ONLINE, tallies)).toMatchObject({ status: 'z', note: NOT_OPEN_NOTE });
      expect(cellAt(opened(day), 'cards-issued|2024-Q2|online', tallies)?.count).toBe(30);
      expect(toldIn(attackOf(opened(day), tallies, FOUR))).toEqual([LATER_EVENT]);
    },
  );

  test.each(['2024', '2024-03-31', '2023-05'])(
    'opened %s: it may have been counted in the first quarter',
    (day) => {
      expect(cellAt(opened(day), ONLINE, tallies)?.status).toBe('');
      expect(toldIn(attackOf(opened(day), tallies, FOUR))).toEqual([]);
    },
  );

  test('a row that was never there is a zero too, and no count that is missing', () => {
    const absent: Tallies = {
      cards: [
        [20, 40, -1],
        [3, 40, 30],
      ],
    };
    expect(cellAt(opened('2024-04'), ONLINE, absent)?.status).toBe('z');
    const missing = { at: { channel: ['online'] }, status: 'x', note: 'Not kept.' };
    const both = programWith({ channels: [channel('online', { opened: '2024-04' })], notes: [missing] });
    expect(cellAt(both, ONLINE, absent)?.status).toBe('z');
  });

  test('a tally that counts somebody before is refused', () => {
    const found = count(opened('2024-04'), {
      cards: [
        [20, 40, 1],
        [30, 40, 20],
      ],
    });
    expect(found.ok ? [] : found.problems.map(({ code, message }) => [code, message])).toContainEqual([
      'count-where-none-can-be',
      expect.stringContaining('in "Cards", 2024-Q1, online, where'),
    ]);
  });

  test('what program.json says of the zero itself stays its note', () => {
    const note = {
      at: { channel: ['online'], period: ['2024-Q1'] },
      status: 'z',
      note: 'The portal was built.',
    };
    const program = programWith({ channels: [channel('online', { opened: '2024-04' })], notes: [note] });
    expect(cellAt(program, ONLINE, tallies)?.note).toBe('The portal was built.');
  });

  test('leaves no records: none are held at any time, so what is hidden beside is told', () => {
    const none = programWith({ channels: [channel('online', { leavesRecords: 'no' })] });
    const held: Tallies = {
      records: tallies.cards?.map(([event = 0, counter = 0]) => [event, counter, 0]) ?? [],
    };
    const hidden = ['event', 'online'].map((code) => `records-held|2024-Q1|${code}`);
    expect(cellAt(none, hidden[1] ?? '', held)).toMatchObject({ status: 'z', note: NO_RECORDS_NOTE });
    expect(openIn(attackOf(none, held, hidden))).toEqual([]);
    expect(openIn(attackOf(PLAIN, held, hidden))).toEqual(hidden);
  });

  test('closed: cards of applications from before may be issued after', () => {
    const closed = programWith({ channels: [channel('online', { closed: '2024-03-31' })] });
    expect(publish(closed, tallies, FOUR)).toEqual(publish(PLAIN, tallies, FOUR));
  });

  test('a code of two channels is zero until the first of them opens', () => {
    const codes = [
      ...CHANNELS.map((code) => ({ code, label: code, parents: { all: code === 'event' ? '_T' : 'desk' } })),
      { code: 'desk', label: 'Desk', level: 'kind' },
    ];
    const program = programWith({
      dimensions: [{ id: 'channel', label: 'Channel', codes }],
      channels: [channel('online', { opened: '2024-05' }), channel('counter', { opened: '2024-04' })],
      tables: SOUND.tables.map((table) => ({ ...table, levels: { period: 'quarter', channel: 'kind' } })),
    });
    const cells =
      counted(program, {
        cards: [
          [7, 0, 0],
          [30, 40, 20],
        ],
      })[0]?.cells ?? [];
    const status = (key: string) => cells.find(({ codes: own }) => cellKey(own) === key)?.status;
    expect([status('2024-Q1|desk'), status('2024-Q2|desk')]).toEqual(['z', '']);
  });

  test('a relation by channel that no table tells is refused: nothing published would say the zero', () => {
    const relation = {
      id: 'same',
      why: 'Each card leaves a record.',
      sense: 'at-most',
      period: 'quarter',
      left: [{ measure: 'cards-issued', codes: { channel: 'online' } }],
      right: [{ measure: 'records-held', codes: { channel: 'online' } }],
    };
    const [cards, records] = SOUND.tables;
    const told = { ...SOUND, relations: [relation], channels: [channel('online', { opened: '2024-04' })] };
    const untold = { ...told, tables: [cards, { ...records, levels: { period: 'quarter' } }] };
    expect(parseProgram(JSON.stringify(told), 'program.json').ok).toBe(true);
    const read = parseProgram(JSON.stringify(untold), 'program.json');
    expect(read.ok ? [] : read.problems.map(({ column, code }) => [column, code])).toEqual([
      ['channels', 'untold-zero'],
    ]);
  });
});

describe('what a reader concludes from rules on records', () => {
  const rules = (years: number | 'never') => ({
    channels: [channel('online')],
    records: {
      validity: [{ age: 'any', label: 'Any', years, accordingTo: 'The clerk.' }],
      groups: [
        { id: 'g', label: 'All', channel: 'online', after: 'expiry', years: 2, accordingTo: 'The clerk.' },
      ],
    },
  });
  const held: Tallies = {
    records: [
      [5, 40, 4],
      [30, 40, 6],
    ],
  };
  const shrinking: Tallies = {
    records: [
      [2, 40, 7],
      [30, 40, 6],
    ],
  };
  const [online = '', ...others] = CHANNELS.toReversed().map((code) => `records-held|2024-Q1|${code}`);
  const hidden = [online, ...others];

  test('never destroyed: held before are at most as many as now', () => {
    expect(rangeIn(attackOf(programWith(rules('never')), held, hidden), online)).toEqual([0, 6]);
    expect(rangeIn(attackOf(PLAIN, held, hidden), online)).toEqual([0, 49]);
  });

  test('never destroyed: a stock that shrinks is refused', () => {
    const program = programWith(rules('never'));
    const found = count(program, shrinking);
    if (!found.ok) throw new Error('the tallies do not fit together');
    expect(checkRelations(shapeOf(program), found.value)).toMatchObject([{ code: 'relation' }]);
  });

  test('destroyed some time: any stock may shrink, and nothing is told', () => {
    const program = programWith(rules(4));
    expect(program.relations).toEqual([]);
    expect(rangeIn(attackOf(program, shrinking, hidden), online)).toEqual([0, 49]);
  });

  test('never destroyed, tables by years of both kinds: held after each shorter period that divides both', () => {
    const table = (level: string) => ({
      id: level,
      measure: 'records-held',
      title: 'Records',
      levels: { period: level, channel: 'channel' },
    });
    const idsOf = (...levels: readonly string[]) =>
      programWith({
        ...rules('never'),
        period: {
          from: '2024-01',
          levels: ['month', 'quarter', 'half-year', 'year', 'fiscal-year'],
          fiscalYearStartMonth: 7,
        },
        tables: levels.map(table),
      }).relations.map(({ id }) => id.replace('records-never-shrink-online-by-', ''));
    expect(idsOf('year', 'fiscal-year')).toEqual(['half-year']);
    expect(idsOf('quarter', 'year', 'fiscal-year')).toEqual(['quarter', 'half-year']);
    expect(idsOf('quarter', 'year')).toEqual(['quarter', 'year']);
  });
});
