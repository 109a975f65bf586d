import { expect, test } from 'vitest';
import { thresholdFigure } from '../../src/site/figures.ts';
import { sentenceText } from '../../src/site/sentence.ts';

test('sentenceText: words, figures and links in order', () => {
  const sentence = [
    'Fewer than ',
    thresholdFigure('quay-card', 11, 'en'),
    ' people: ',
    { href: '/en/', label: 'why' },
  ];
  expect(sentenceText(sentence)).toBe('Fewer than 11 people: why');
});
