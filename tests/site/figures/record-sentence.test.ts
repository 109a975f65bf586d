import { expect, test } from 'vitest';
import { periodSentence, qualifiedFigure } from '../../../src/site/figures/record-sentence.ts';
import { sentenceText } from '../../../src/site/figures/sentence.ts';
import { viewOf } from '../../../src/site/view.ts';
import { figureOnRecord, fixtureSite } from '../fixture.ts';

const view = viewOf(fixtureSite(), 'en');

test.each([
  ['2025-04-17', 'April 17, 2025'],
  ['2025-04', 'April 2025'],
  ['2025', '2025'],
  ['2022-04-17/2025-04-17', 'April 17, 2022 to April 17, 2025'],
  ['as of 2025-06', 'as of June 2025'],
  ['FY2024 Jul-Feb', 'FY2024 Jul-Feb'],
])('periodSentence of %s: %s', (period, words) => {
  expect(sentenceText(periodSentence(view, period))).toBe(words);
});

test.each([
  ['2018-05/2018-07-30', 'mayo de 2018 – 30 de julio de 2018'],
  ['2018-05-01/2018', '1 de mayo de 2018 – 2018'],
])('periodSentence of %s in Spanish: %s', (period, words) => {
  expect(sentenceText(periodSentence(viewOf(fixtureSite(), 'es'), period))).toBe(words);
});

test('qualifiedFigure: the qualifier of the source before the figure', () => {
  expect(sentenceText(qualifiedFigure(view, figureOnRecord({ value: 2700, qualifier: 'more than' })))).toBe(
    'more than 2,700',
  );
});

test('qualifiedFigure of a bare number: nothing before it', () => {
  expect(sentenceText(qualifiedFigure(view, figureOnRecord({ value: 500, qualifier: '' })))).toBe('500');
});
