// Files that the site serves as somebody else wrote them: the record's, and the solver's.
import { expect, test } from 'vitest';
import { checkFiles } from '../../src/gate/check-files.ts';
import { AGAINST, siteWith } from './fixture.ts';

const RECORD = 'small-town/record/figures.csv';
const found = (files: Record<string, string>): string[] =>
  checkFiles(siteWith({ files }), AGAINST).map(({ file, why }) => `${file}: ${why}`);

test('checkFiles refuses a file of the record that is not as it stands there', () => {
  expect(found({ [RECORD]: 'id,value\nlaunch,501\n' })).toEqual([
    `${RECORD}: The file is not one of the record, as it stands there.`,
  ]);
  expect(found({ 'small-town/record/tallies.csv': 'x' })).toHaveLength(1);
});

test('checkFiles misses a file of the record that the site does not serve', () => {
  const site = new Map(siteWith({}));
  site.delete(RECORD);
  expect(checkFiles(site, AGAINST).map(({ why }) => why)).toEqual([
    'The record has this file, but the site does not serve it.',
  ]);
});

test('checkFiles knows the solver by its bytes, and nothing else by its name', () => {
  expect(found({ '_astro/highs.a-b_9.wasm': 'the solver' })).toEqual([]);
  expect(found({ '_astro/highs.a-b_9.wasm': 'another solver' })).toEqual([
    '_astro/highs.a-b_9.wasm: The gate knows no such kind of file.',
  ]);
  expect(found({ '_astro/other.wasm': 'the solver' })).toHaveLength(1);
});
