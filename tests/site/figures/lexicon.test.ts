import { expect, test } from 'vitest';
import { buildLexicon, readWords } from '../../../src/site/figures/lexicon.ts';
import { fixtureSite } from '../fixture.ts';

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
  expect(read('since January 9, 2023')).toEqual([['date', 'January 9, 2023']]);
});

test('readWords of a number that nobody published: null', () => {
  expect(read('8,412 people')).toEqual([null]);
});

test('readWords of a number that stands alone in a released file, as the count before a correction does: null', () => {
  const site = fixtureSite();
  const change = {
    measure: 'cards-issued',
    cell: '2023',
    before: '716',
    after: '640',
    reason: 'A box was found',
  };
  const corrected = site.releases.map((release) => ({ ...release, changes: [change] }));
  const words = buildLexicon([{ ...site, releases: corrected }], 'en');
  expect(readWords('716 cards', words)).toEqual([null]);
});

test('readWords of a number that is a figure and a word at once: the figure', () => {
  const figure = { text: '2023' };
  expect(readWords('2023 cards', lexicon, [figure])).toEqual([figure]);
});
