import { expect, test } from 'vitest';
import { hiddenLinks } from '../../../src/site/blocks/hidden-links.ts';
import { viewOf, withCells } from '../../../src/site/view.ts';
import { fixtureSite } from '../fixture.ts';

test('hiddenLinks of a table with a hidden cell: to why counts are hidden, and to the check', () => {
  const found = withCells(viewOf(fixtureSite(), 'en'));
  if (found === undefined) throw new Error('no release');
  const [told, hidden] = ['cards-issued|2024|online', 'cards-issued|2024|event'];
  const cells = new Map([
    [told, { codes: ['2024', 'online'], count: 20, status: '', note: '' } as const],
    [hidden, { codes: ['2024', 'event'], count: null, status: 'c', note: '' } as const],
  ]);
  const view = { ...found, source: { ...found.source, cells } };
  expect(hiddenLinks(view, [told, hidden]).map(({ href }) => href)).toEqual([
    '/en/quay-card/method/#promise',
    '/en/quay-card/break/',
  ]);
  expect(hiddenLinks(view, [told])).toEqual([]);
  expect(hiddenLinks({ ...view, frozen: true }, [hidden])).toHaveLength(1);
});
