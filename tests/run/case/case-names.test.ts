// How refusals name cells of a case, those too that no table publishes.
import { expect, test } from 'vitest';
import type { Case } from '../../../src/run/case/case-file.ts';
import { buildCaseSystem } from '../../../src/run/case/case-system.ts';

/** Two ways to roll up four nodes, each a table of its own with ages; `lake`, `hill` and so on are nodes of the case. */
const CASE = {
  dims: [
    {
      name: 'area',
      total: 'town',
      hierarchies: [
        {
          edges: [
            ['town', 'lake'],
            ['town', 'hill'],
            ['lake', 'a'],
            ['lake', 'b'],
            ['hill', 'c'],
            ['hill', 'd'],
          ],
        },
        {
          edges: [
            ['town', 'east'],
            ['town', 'd'],
            ['east', 'a'],
            ['east', 'b'],
            ['east', 'c'],
          ],
        },
      ],
    },
    {
      name: 'age',
      total: 'all',
      hierarchies: [
        {
          edges: [
            ['all', 'young'],
            ['all', 'grown'],
          ],
        },
      ],
    },
  ],
  tables: [['area', 'age']],
  rows: [],
  notes: [],
} as unknown as Case;

test('nameOf of every cell of a case has the words of the case alone', () => {
  const { system, nameOf } = buildCaseSystem(CASE);
  const words = new Set([
    'x',
    'and',
    'less',
    'town',
    'lake',
    'hill',
    'east',
    'a',
    'b',
    'c',
    'd',
    'all',
    'young',
    'grown',
  ]);
  for (const { key } of system.cells)
    expect([
      key,
      nameOf(key)
        .split(' ')
        .filter((word) => !words.has(word)),
    ]).toEqual([key, []]);
});

test('nameOf of a sum names each of its cells', () => {
  const { system, nameOf, namesOf } = buildCaseSystem(CASE);
  const [one, other] = system.cells.map(({ key }) => key);
  expect(nameOf(`${one} - 2 x ${other}`)).toBe(
    `(${namesOf(0).join(' x ')}) - 2 x (${namesOf(1).join(' x ')})`,
  );
});
