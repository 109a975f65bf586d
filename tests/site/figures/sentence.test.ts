import { expect, test } from 'vitest';
import { thresholdFigure } from '../../../src/site/figures/figures.ts';
import { closed, sentenceText } from '../../../src/site/figures/sentence.ts';

test('sentenceText: words, figures and links in order', () => {
  const sentence = [
    'Fewer than ',
    thresholdFigure('quay-card', 11, 'en'),
    ' people: ',
    { href: '/en/', label: 'why' },
  ];
  expect(sentenceText(sentence)).toBe('Fewer than 11 people: why');
});

test.each([
  ['The portal had not opened', 'The portal had not opened.'],
  ['A box of forms turned up.', 'A box of forms turned up.'],
  ['新表格。', '新表格。'],
])('closed of "%s" ends with one stop', (text, wanted) => {
  expect(sentenceText(closed(text, '.'))).toBe(wanted);
});
