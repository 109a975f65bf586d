/**
 * The rules of tallies, as `rules.test.ts` has those of requests: a leak is planted through each that adds to the system
 * and found, and a reader who does not know the rule does not find it; one that adds nothing changes nothing.
 */
import { describe, expect, test } from 'vitest';
import { cellKey } from '../../src/program/cell.ts';
import {
  attackOf,
  counted,
  EVENT,
  FOUR,
  keysOf,
  LATER_EVENT,
  NONE_ONLINE,
  ONLINE,
  PLAIN,
  programWith,
  publish,
  SOUND,
  toldIn,
} from './ferry.ts';

describe('what a reader concludes from a rule of tallies', () => {
  test('sums: one hidden part is the total less the others; four may be anything', () => {
    expect(toldIn(attackOf(PLAIN, NONE_ONLINE, [LATER_EVENT]))).toEqual([LATER_EVENT]);
    expect(toldIn(attackOf(PLAIN, NONE_ONLINE, FOUR))).toEqual([]);
  });

  test('whole counts: two hidden counts that add up to fewer than k cannot be k', () => {
    const cards = [
      [2, 40, 1],
      [30, 40, 20],
    ];
    expect(keysOf(attackOf(PLAIN, { cards }, FOUR))).toEqual(expect.arrayContaining([EVENT, ONLINE]));
  });

  test('declared relations: a hidden count that another measure publishes is told, and what it tells', () => {
    const held = (measure: string) => ({ measure, codes: { channel: 'online' } });
    const relation = {
      id: 'same',
      why: 'Each card that was made online leaves a record.',
      sense: 'equal',
      period: 'quarter',
      left: [held('cards-issued')],
      right: [held('records-held')],
    };
    const tallies = { ...NONE_ONLINE, records: [30, 40].map((more, at) => [more, 40, at * 30]) };
    expect(toldIn(attackOf(programWith({ relations: [relation] }), tallies, FOUR))).toEqual([
      ONLINE,
      LATER_EVENT,
    ]);
    expect(toldIn(attackOf(PLAIN, tallies, FOUR))).toEqual([]);
  });

  test('natural zeros: what is hidden beside a cell in which nobody can be counted is told', () => {
    const note = { at: { channel: ['online'], period: ['2024-Q1'] }, status: 'z', note: 'Closed.' };
    expect(toldIn(attackOf(programWith({ notes: [note] }), NONE_ONLINE, FOUR))).toEqual([LATER_EVENT]);
  });

  test('the largest count: a limit that is far above k tells nothing', () => {
    const limits = FOUR.map((cell) => ({ cell, lower: 0, upper: 2_147_483_647 }));
    const [told, untold] = [limits, []].map((record) => attackOf(PLAIN, NONE_ONLINE, FOUR, record));
    expect(told?.blocks.flatMap(({ findings }) => findings.map(({ least, most }) => [least, most]))).toEqual(
      untold?.blocks.flatMap(({ findings }) => findings.map(({ least, most }) => [least, most])),
    );
  });

  test('absent rows: a zero by a row and one without are the same cell', () => {
    const zeros = programWith({ measures: SOUND.measures.map((one) => ({ ...one, absentRows: 'zero' })) });
    const cards = [
      [20, 40, -1],
      [3, 40, 30],
    ];
    expect(publish(zeros, { cards }, FOUR)).toEqual(publish(zeros, NONE_ONLINE, FOUR));
    const [first] = counted(PLAIN, { cards });
    expect(first?.cells.find(({ codes }) => cellKey(codes) === '2024-Q1|online')?.status).toBe('x');
  });

  test('people: whatever numbers of people the door takes, the same is published', () => {
    const withPeople = programWith({
      measures: SOUND.measures.map((one) => ({ ...one, people: true, actsPerPerson: 1 })),
    });
    const [few = {}, many = {}] = [1, 20].map((event) => ({
      ...NONE_ONLINE,
      people: [
        [event, 9, 0],
        [3, 40, 30],
      ],
    }));
    expect(publish(withPeople, few, FOUR)).toEqual(publish(withPeople, many, FOUR));
  });
});
