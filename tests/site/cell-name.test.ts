import { expect, test } from 'vitest';
import type { ApiIndex } from '../../src/formats/site/api-file.ts';
import { cellName } from '../../src/site/attack-page/cell-name.ts';
import { fill } from '../../src/site/island-words.ts';

const code = (name: string, label: string, level: string) => ({ code: name, label, level });
const INDEX = {
  measures: [{ measure: 'cards', columns: ['period', 'channel'] }],
  dimensions: [
    {
      dimension: 'period',
      label: 'Period',
      codes: [code('2024-01', 'January 2024', 'month'), code('2024', '2024', 'year')],
    },
    { dimension: 'channel', label: 'Channel', codes: [code('online', 'Online', 'channel')] },
  ],
} as unknown as ApiIndex;
const separators = { comma: ', ', colon: ': ', semicolon: '; ', stop: '.' };
const WORDS = { total: 'Total', until: 'up to {period}', separators };
const name = (key: string, codes: string[]) => cellName(INDEX, { key, measure: 'cards', codes }, WORDS);

test('cellName of a cell: its labels, totals left out', () => {
  expect(name('cards|2024|online', ['2024', 'online'])).toBe('2024, Online');
  expect(name('cards|2024|_T', ['2024', '_T'])).toBe('2024');
});

test('cellName of a total to date: the month that it runs to', () => {
  expect(name('cards|..2024-01|online', ['_T', 'online'])).toBe('up to January 2024, Online');
});

test('cellName of a code without a label: the code; of nothing but totals: the word for it', () => {
  expect(name('cards|2024|post', ['2024', 'post'])).toBe('2024, post');
  expect(name('cards|_T|_T', ['_T', '_T'])).toBe('Total');
});

test('fill of a text with a name that nobody fills in: left as it is', () => {
  expect(fill('{one} of {two}', { one: '1' })).toBe('1 of {two}');
});
