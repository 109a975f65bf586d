// The method page on what the attack asked.
import { expect, test } from 'vitest';
import type { Audit } from '../../src/model/audit-file.ts';
import { programPages } from '../../src/site/pages/program-pages.ts';
import { sentenceText } from '../../src/site/sentence.ts';
import { viewOf } from '../../src/site/view.ts';
import { fixtureSite } from './fixture.ts';

const site = fixtureSite();

function methodTexts(change: (audit: Audit) => Partial<Audit>): string[] {
  const releases = site.releases.map((release) => ({
    ...release,
    audit: release.audit && { ...release.audit, ...change(release.audit) },
  }));
  const page = programPages(viewOf({ ...site, releases }, 'en')).find(({ slug }) => slug === 'method');
  return (page?.sections ?? []).flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'prose' ? [sentenceText(block.text)] : [])),
  );
}

const ASKED = /^The attack asks about the [\d,]+ that cannot be worked out from published cells\./;
const SETS = /There are 12 smallest sets that no table publishes\. For 5 of them/;

test('the method page says of hidden counts that can be worked out, and of sets not decided, where there are any', () => {
  const texts = methodTexts(({ cells, ranges }) => ({
    cells: { ...cells, withheld: ranges.length + 1 },
    sets: { parts: 12, undecided: 5 },
  }));
  expect(texts.filter((text) => ASKED.test(text))).toHaveLength(1);
  expect(texts.filter((text) => SETS.test(text))).toHaveLength(1);
});

test('the method page says nothing of them where there are none', () => {
  const texts = methodTexts(({ cells, ranges }) => ({ cells: { ...cells, withheld: ranges.length } }));
  expect(texts.length).toBeGreaterThan(5);
  expect(texts.filter((text) => ASKED.test(text) || text.includes('smallest sets'))).toEqual([]);
});
