// The titles of all charts of all shipped pages: no two of a page say the same, each claim holds, and all of them stand in
// one file, to be read as an editor would.
import { mkdir, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { type Claimable, claimHolds } from '../../src/figures/claim.ts';
import { buildViews } from '../../src/site/built-view.ts';
import { isFigure, sentenceText } from '../../src/site/figures/sentence.ts';
import type { Block, ChartBlock, Page } from '../../src/site/frame/page.ts';
import { readPrograms } from '../../src/site/load/load.ts';
import { type View, withCells } from '../../src/site/view.ts';

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

/** What a view has published, or what its record says for a claim of no release. */
function claimable(view: View, release: string): Claimable | undefined {
  const { record } = view;
  if (release === '') {
    const figures = record.figures.map(
      ({ id, value }) => [id, { codes: [], count: value, status: '', note: '' }] as const,
    );
    const requests = record.requests.map((request) => ({ ...request, request: request.id, left: null }));
    return { cells: new Map(figures), changes: Number.NaN, requests };
  }
  const of = withCells(view);
  if (of === undefined) return undefined;
  const { changes, requests } = of.release;
  return { cells: of.source.cells, changes: changes.length, requests: requests?.docket ?? [] };
}

test('the claim of every title follows from what was published', () => {
  const untrue = pages.flatMap(({ view, path, charts }) =>
    charts.flatMap(({ claim, title }) => {
      if (claim === null) return [];
      const of = claimable(view, claim.release);
      return of !== undefined && claimHolds(claim, of) ? [] : [`${path} ${sentenceText(title)}`];
    }),
  );
  expect(untrue).toEqual([]);
});

/** Titles that say no more than their figures, each of which has an origin of its own; all others without a claim are names. */
const FIGURES_ALONE = ['/requests/', '/records/'];

test('a title that has figures and no claim: only where its figures say all of it', () => {
  const found = pages.flatMap(({ path, charts }) =>
    charts.flatMap(({ claim, title }) => (claim === null && title.some(isFigure) ? [path] : [])),
  );
  expect(found.filter((path) => !FIGURES_ALONE.some((end) => path.endsWith(end)))).toEqual([]);
});

/** Words that say why, in English: a title says what, and a reader draws conclusions. */
const CAUSES = /\b(?:because|due to|caused?|led to|leads to|thanks to|resulted?|driven by|drove)\b/i;

test('no title says why', () => {
  const english = pages.filter(({ view }) => view.language === 'en');
  const titles = english.flatMap(({ charts }) => charts.map(({ title }) => sentenceText(title)));
  expect(titles.filter((title) => CAUSES.test(title))).toEqual([]);
});

test('what is said under key figures: a blank between one sentence and the next', () => {
  const notes = pages.flatMap(({ page }) =>
    page.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'stats' ? block.stats.map(({ note }) => sentenceText(note)) : [],
      ),
    ),
  );
  expect(notes.length).toBeGreaterThan(10);
  expect(notes.filter((note) => /\p{L}\.\p{L}/u.test(note))).toEqual([]);
});

test('headline of a docket that hides who signed in its last year: how many came in, then the last year that tells', () => {
  const page = pages.find(({ path }) => path === '/en/example-city/requests/')?.page;
  expect(sentenceText(page?.headline?.title ?? [])).toMatch(
    /^Fiscal year 2025: \d+ requests\. How many of them a judge signed is hidden to protect people\. An earlier year: a judge signed \d+ of \d+ \(Fiscal year 202[0-4]\)$/,
  );
});

test('the year table of federal immigration authorities: what left stands in words in every year, never as an empty place', () => {
  const page = pages.find(({ path }) => path === '/en/example-city/requests/')?.page;
  const tables = page?.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
  const years = tables?.find(({ id }) => id === 'immigration-table')?.rows.map(({ cells }) => cells[3]);
  const words = years?.map((cell) => (cell === undefined || 'address' in cell ? '' : sentenceText(cell)));
  expect(words?.length).toBeGreaterThan(4);
  expect(words?.filter((text) => text === '')).toEqual([]);
  expect(words?.[0]).toMatch(/^(?:No request|Not told: )/);
});

test('no heading of any page begins with a small letter', () => {
  const small = pages.flatMap(({ path, page }) =>
    page.sections.map(({ heading }) => [path, sentenceText(heading)] as const),
  );
  expect(small.filter(([, heading]) => /^\p{Ll}/u.test(heading))).toEqual([]);
});
