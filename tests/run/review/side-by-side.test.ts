// The pages for whoever signs a release off.
import { expect, test } from 'vitest';
import { layOutSideBySide } from '../../../src/run/review/side-by-side.ts';

const both = { programId: 'old-ferry', release: '2024-Q3', before: '2024-Q2' };

test('each page stands beside the same page of the release before, and leads to the others', () => {
  const texts = layOutSideBySide({ ...both, pages: ['', 'cards'], pagesBefore: ['', 'cards'] });
  expect([...texts.keys()]).toEqual(['', 'cards']);
  const cards = texts.get('cards') ?? '';
  expect(cards).toContain('src="/en/old-ferry/releases/2024-Q2/cards/"');
  expect(cards).toContain('src="/en/old-ferry/cards/"');
  expect(cards).toContain('<a href="/preview/">overview</a>');
  expect(cards).toContain('<a href="/preview/cards/" aria-current="page">cards</a>');
});

test.each([
  ['a page that is new', { ...both, pagesBefore: [''] }],
  ['a first release', { ...both, before: undefined, pagesBefore: [] }],
])('%s has nothing beside it, and says so', (_, pages) => {
  const text = layOutSideBySide({ ...pages, pages: ['cards'] }).get('cards') ?? '';
  expect(text.match(/<iframe /g)).toHaveLength(1);
  expect(text).toContain('There was no such page.');
});
