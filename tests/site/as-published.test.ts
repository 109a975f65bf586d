// The pages of a release as it was published hold what that release holds: nothing that others reported, of which nobody says when it was known.
import { expect, test } from 'vitest';
import { sentenceText } from '../../src/site/figures/sentence.ts';
import { chartsOn } from '../../src/site/frame/travel.ts';
import { readPrograms } from '../../src/site/load/load.ts';
import { programPages } from '../../src/site/pages/program-pages.ts';
import { handedOverSection } from '../../src/site/pages/resident.ts';
import { viewOf } from '../../src/site/view.ts';

const programs = (await readPrograms('data')).filter(({ releases }) => releases.length > 0);

/** What a figure names that comes of the record: its figures, or its requests counted. */
const OF_RECORD = /"origin":\{"kind":"(?:record|requests)"/;

test('programPages of a release as it was published have no figure of the record, and those of the latest have', () => {
  for (const site of programs) {
    for (const { release } of site.releases) {
      const pages = programPages(viewOf(site, 'en', release));
      expect(pages.length).toBeGreaterThan(4);
      expect(pages.filter((page) => OF_RECORD.test(JSON.stringify(page))).map(({ slug }) => slug)).toEqual(
        [],
      );
      expect(chartsOn(pages).filter(({ chart }) => chart.ofRecord !== undefined)).toEqual([]);
      expect(pages.map(({ slug }) => slug)).not.toContain('record');
    }
  }
  const latest = programs.flatMap((site) => programPages(viewOf(site, 'en')));
  expect(latest.filter((page) => OF_RECORD.test(JSON.stringify(page))).length).toBeGreaterThan(1);
});

test('handedOverSection of a release as it was published does not say that nothing is known: it leads to the latest', () => {
  for (const site of programs) {
    const of = (release?: string) => {
      const { blocks } = handedOverSection(viewOf(site, 'en', release));
      return blocks.map((block) => (block.kind === 'prose' ? sentenceText(block.text) : '')).join(' ');
    };
    expect(of(site.releases[0]?.release)).toContain('stands with the latest release');
    expect(of(site.releases[0]?.release)).not.toContain('No report is listed');
    expect(of()).not.toContain('stands with the latest release');
  }
});
