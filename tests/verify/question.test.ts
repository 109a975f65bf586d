// What is asked of a block of hidden cells, k = 5; tables drawn as in drawings.ts.
import { describe, expect, test } from 'vitest';
import { splitSystem } from '../../src/system/blocks.ts';
import type { Facts } from '../../src/verify/facts.ts';
import { boundsOf, openQuestion } from '../../src/verify/question.ts';
import { type Bounds, factsFrom } from '../attack/drawings.ts';
import { SENSITIVE_SHAPES, SHAPES } from '../attack/shapes.ts';
import { flat, type Table, tableOf } from '../attack/tables.ts';

const MANY = Number.POSITIVE_INFINITY;
const line = tableOf([flat('a', 'a1', 'a2', 'a3')], [[['_T', 'a1', 'a2', 'a3']]]);

/** What is asked of the only block of a table, with the keys of its cells. */
function askedOf({ system }: Table, drawing: string, record: Bounds = {}, more: Partial<Facts> = {}) {
  const facts = { ...factsFrom({ system, leafCount: 0, members: [] }, drawing, record), ...more };
  const { blocks, known } = splitSystem(system, facts.given);
  const [block = { cells: [], rows: [] }] = blocks;
  const keyAt = (column: number) => system.cells[block.cells[column] ?? -1]?.key;
  return {
    question: openQuestion(system, facts, known, block, 5),
    bounds: boundsOf(facts, block),
    keyAt,
  };
}

test('openQuestion asks nothing where the promise covers no cell', () => {
  expect(askedOf(line, '40  -  -  20').question).toBeUndefined();
});

test('openQuestion covers withheld cells, not those that were never given', () => {
  const { question, keyAt } = askedOf(line, '40  .  .  -');
  expect(question?.promised.map(keyAt)).toEqual(['a1', 'a2']);
  expect(question?.explains).toEqual([0, 1].map((column) => [{ column, lower: 1, upper: 4 }]));
});

// Published are 0-59 and 60+; 0-13, 14-64 and 65+ are hidden, and so is 60-64, which is 14-64 less a part of 0-59.
test('openQuestion covers differences of published codes, which are not withheld', () => {
  const bands = SHAPES['overlapping bands in two tables'] as Table;
  const { question, keyAt } = askedOf(bands, '100  70  30  .  .  .');
  const asked = question?.promised.map(keyAt) ?? [];
  expect(asked).toContain('60-64');
  expect([...(question?.withheld ?? [])].map(keyAt)).toEqual(['0-13', '14-64', '65+']);
});

test('openQuestion asks of a count of requests whether it can be 2, and of others whether they can be k', () => {
  const cells = line.system.cells.map((cell) => ({
    ...cell,
    measure: cell.key === 'a1' ? 'legal-requests-received' : 'cards-issued',
  }));
  const { question } = askedOf({ ...line, system: { ...line.system, cells } }, '40  .  .  20');
  expect(question?.rules(0)).toMatchObject({ many: 2, isProvable: false });
  expect(question?.rules(1)).toMatchObject({ many: 5, isProvable: true });
});

describe('openQuestion of a sensitive dimension', () => {
  const answers = SENSITIVE_SHAPES['one group in three categories'] as Table;
  const few = (column: number) => ({ column, lower: 1, upper: 4 });
  const nobody = (column: number) => ({ column, lower: 0, upper: 0 });
  const somebody = (column: number) => ({ column, lower: 1, upper: MANY });

  test('asks of every category of a group that has people, and lets those withheld be empty', () => {
    const { question } = askedOf(answers, '40  .  .  -');
    expect(question?.categories).toEqual([0, 1, 2].map((column) => ({ column, peopled: [] })));
    expect(question?.explains).toEqual([[few(0)], [nobody(0)], [few(1)], [nobody(1)]]);
  });

  test('lets a category be empty beside a hidden group only where that has people', () => {
    const { question, keyAt } = askedOf(answers, '.  .  .  .');
    expect(keyAt(0)).toBe('_T');
    expect(question?.categories).toEqual([1, 2, 3].map((column) => ({ column, peopled: [somebody(0)] })));
    expect(question?.explains).toEqual([
      [few(0)],
      ...[1, 2, 3].flatMap((column) => [[few(column)], [nobody(column), somebody(0)]]),
    ]);
  });

  test('asks nothing of the categories of a group in which there is nobody, and of zeros by nature', () => {
    expect(askedOf(answers, '0  .  .  .').question?.categories).toEqual([]);
    const { question } = askedOf(answers, '40  .  .  .', {}, { natural: new Set([2]) });
    expect(question?.categories.map(({ column }) => column)).toEqual([0, 2]);
  });

  //         b1  b2  all
  //    a1    -   -    0
  //    a2    .   .   40
  //   all    -   -   40
  test('asks of the categories of each group by itself', () => {
    const groups = SENSITIVE_SHAPES['two groups in two categories'] as Table;
    const { question, keyAt } = askedOf(groups, '40 - -   0 - -   40 . .');
    const asked = question?.categories.map(({ column }) => keyAt(column)) ?? [];
    expect(new Set(asked)).toEqual(new Set(['_T|b1', '_T|b2', 'a2|b1', 'a2|b2']));
  });

  test('asks of categories that were never to be published, where nothing need explain the hiding', () => {
    const { question } = askedOf(answers, '40  -  -  -');
    expect(question).toMatchObject({ promised: [], explains: [[]] });
    expect(question?.categories).toHaveLength(3);
  });
});

test('boundsOf knows what the record says of each cell', () => {
  expect(askedOf(line, '40  .  .  15', { a1: [3, 9] }).bounds).toEqual({ lower: [3, 0], upper: [9, MANY] });
});
