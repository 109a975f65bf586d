import { expect, test } from 'vitest';
import { DIST, listPages } from './site.ts';
import { weighPages, weighStyles } from './weigh.ts';

const PAGE_LIMIT = 100_000;
const STYLE_LIMIT = 12_000;

test('every page weighs less than 100 kB with all that it loads', () => {
  const weights = weighPages(DIST);
  expect(weights.length).toBeGreaterThanOrEqual(listPages().length);
  expect(Math.max(...weights.map(({ requests }) => requests))).toBeGreaterThan(1);
  expect(weights.filter(({ bytes }) => bytes >= PAGE_LIMIT)).toEqual([]);
});

test('all style sheets together weigh less than 12 kB', () => {
  const bytes = weighStyles(DIST);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(STYLE_LIMIT);
});
