import { expect, test } from 'vitest';
import { buildLexicon, readWords } from '../../src/site/lexicon.ts';
import { fixtureSite } from './fixture.ts';

const lexicon = buildLexicon([fixtureSite()], 'en');

const read = (text: string) =>
  readWords(text, lexicon).map((word) => word && ['kind' in word && word.kind, word.text]);

test('readWords of a text without digits: nothing', () => {
  expect(read('Cards by month')).toEqual([]);
});

test('readWords of a text of program.json: the whole text', () => {
  expect(read('Cards are valid from 14 to 64.')).toEqual([['program', 'Cards are valid from 14 to 64.']]);
});

test('readWords of labels inside a sentence: the longest that fits each', () => {
  expect(read('At the end of June 2024, release 2024-Q4')).toEqual([
    ['code', 'June 2024'],
    ['code', '2024-Q4'],
  ]);
});

test('readWords of a day of program.json: one date, not three numbers', () => {
  expect(read('since 9 January 2023')).toEqual([['date', '9 January 2023']]);
});

test('readWords of a number that nobody published: null', () => {
  expect(read('8,412 people')).toEqual([null]);
});
