// The titles of all charts of all shipped pages: no two of a page say the same, each claim holds, and all of them stand in
// one file, to be read as an editor would.
import { mkdir, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { holds } from '../../src/model/claim.ts';
import { buildViews } from '../../src/site/built-view.ts';
import { readPrograms } from '../../src/site/load.ts';
import type { Block, ChartBlock, Page } from '../../src/site/page.ts';
import { sentenceText } from '../../src/site/sentence.ts';
import { withCells } from '../../src/site/view.ts';

const FOLDER = 'node_modules/.cache';

type Titled = Pick<ChartBlock, 'title' | 'claim' | 'subtitle'>;

/** Charts, and findings that stand alone. */
const titledIn = (block: Block): Titled[] => {
  if (block.kind === 'chart') return [block];
  if (block.kind === 'finding') return [{ ...block, subtitle: [] }];
  return 'blocks' in block ? block.blocks.flatMap(titledIn) : [];
};

const headlineOf = ({ headline }: Pick<Page, 'headline'>): Titled[] =>
  headline === undefined ? [] : [{ ...headline, subtitle: [] }];

/** Every page of every view with its charts. */
const pages = (await readPrograms('data'))
  .flatMap((program) => buildViews(program))
  .flatMap(({ view, documents }) =>
    documents.map(({ path, page }) => ({
      view,
      path,
      page,
      charts: [...headlineOf(page), ...page.sections.flatMap(({ blocks }) => blocks.flatMap(titledIn))],
    })),
  );

test('all titles of all shipped pages stand in one file', async () => {
  const lines = pages.flatMap(({ path, page, charts }) =>
    charts.length === 0
      ? []
      : [
          `${path}  ${page.heading}`,
          ...charts.map(
            ({ title, claim, subtitle }) =>
              `    ${claim === null ? 'name' : claim.form}: ${sentenceText(title)}\n        ${sentenceText(subtitle)}`,
          ),
        ],
  );
  await mkdir(FOLDER, { recursive: true });
  await writeFile(`${FOLDER}/titles.txt`, `${lines.join('\n')}\n`);
  expect(lines.length).toBeGreaterThan(100);
});

test('no two titles of a page have form and subject alike, or form and cells, or read alike', () => {
  const alike = pages.flatMap(({ path, charts }) => {
    const found = charts.map(({ claim, title }) =>
      claim === null ? sentenceText(title) : `${claim.form} ${claim.subject}`,
    );
    const texts = charts.map(({ title }) => sentenceText(title));
    const cells = charts.flatMap(({ claim }) =>
      claim?.cells.length ? [`${claim.form} of ${claim.cells}`] : [],
    );
    return [...found, ...cells, ...texts]
      .filter((one, at, all) => all.indexOf(one) !== at && !(at >= found.length && found.includes(one)))
      .map((one) => `${path} ${one}`);
  });
  expect(alike).toEqual([]);
});

test('the claim of every title follows from what its release published', () => {
  const untrue = pages.flatMap(({ view, path, charts }) =>
    charts.flatMap(({ claim, title }) => {
      const of = withCells(view);
      if (claim === null || of === undefined) return [];
      const released = { cells: of.source.cells, changes: of.release.changes.length };
      return holds(claim, released) ? [] : [`${path} ${sentenceText(title)}`];
    }),
  );
  expect(untrue).toEqual([]);
});

/** Words that say why, in English: a title says what, and a reader draws conclusions. */
const CAUSES = /\b(?:because|due to|caused?|led to|leads to|thanks to|resulted?|driven by|drove)\b/i;

test('no title says why', () => {
  const english = pages.filter(({ view }) => view.language === 'en');
  const titles = english.flatMap(({ charts }) => charts.map(({ title }) => sentenceText(title)));
  expect(titles.filter((title) => CAUSES.test(title))).toEqual([]);
});
