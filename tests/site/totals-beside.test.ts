/** Totals of requests beside requests that the record names, and totals known as ranges: what pages and a dry run say of both. */
import { describe, expect, test } from 'vitest';
import { RANGE_NOTE } from '../../src/program/cell.ts';
import { sentenceText } from '../../src/site/figures/sentence.ts';
import type { SiteProgram } from '../../src/site/load/site-program.ts';
import { foresee } from '../../src/site/pages/foreseen.ts';
import { programPages } from '../../src/site/pages/program-pages.ts';
import { viewOf } from '../../src/site/view.ts';
import { RECORD, requestOnRecord } from './fixture.ts';
import { pageAt, totalsSite, withTotals } from './totals-site.ts';

const RANGE = { count: null, range: { least: 31, most: 42 }, status: 'x', note: RANGE_NOTE } as const;

const recorded = (site: SiteProgram): SiteProgram => ({
  ...site,
  record: {
    ...RECORD,
    requests: [
      requestOnRecord({}),
      requestOnRecord({ id: 'other' }),
      requestOnRecord({ id: 'far', context: true }),
    ],
  },
});

const LANGUAGES = ['en', 'es', 'pl', 'zh-Hans', 'ar'];

describe('totals beside requests that the record names', () => {
  const site = recorded(totalsSite(['requester']));

  test.each(LANGUAGES)(
    '%s: each has its page and its row, and no sentence says that none has',
    (language) => {
      const pages = programPages(viewOf(site, language));
      const page = pages.find(({ slug }) => slug === 'requests');
      const [lead, text] = [sentenceText(page?.lead ?? []), JSON.stringify(page)];
      expect(pages.filter(({ slug }) => slug.startsWith('requests/'))).toHaveLength(2);
      expect(text).toContain('requests/border');
      expect(`${lead}${text}`).not.toMatch(
        /no request has a page|nobody can look one up|ning\u00fan requerimiento tiene aqu\u00ed|nadie puede buscar uno|nie ma tu strony|nikt nie znajdzie tu|没有一项要求在这里有页面|这里查不到|لا صفحة هنا|لا يمكن لأحد أن يبحث هنا/u,
      );
      expect(text).toContain('#known');
    },
  );

  test('no two sections, tables or headings of the page are called alike', () => {
    const { sections } = pageAt('requests', site);
    const tables = sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' ? [block.id] : [])),
    );
    for (const names of [
      sections.map(({ id }) => id),
      tables,
      sections.map(({ heading }) => sentenceText(heading)),
    ])
      expect(new Set(names).size).toBe(names.length);
  });

  test('without any, no sentence leads to them', () => {
    expect(JSON.stringify(pageAt('requests', totalsSite(['requester'])))).not.toContain('#known');
  });

  test('a page of one leads back to where it stands', () => {
    expect(JSON.stringify(pageAt('requests/border', site))).toContain('/requests/#known');
  });

  test('a dry run says which have a page', () => {
    expect(foresee(site)).toContainEqual(
      expect.stringContaining('so none has a page but those that the record names (2).'),
    );
  });
});

describe('requests that are known as a range', () => {
  const isTotal = (codes: readonly string[]) => codes.slice(1).every((code) => code === '_T');
  const flows = withTotals(totalsSite(['requester']), (cell) =>
    isTotal(cell.codes) ? { ...cell, ...RANGE } : cell,
  );

  test.each([
    ['en', '31 to 42'],
    ['es', '31 a 42'],
  ])('the first sentence has both ends, on the page and on the overview: %s', (language, words) => {
    const pages = programPages(viewOf(flows, language));
    const page = pages.find(({ slug }) => slug === 'requests');
    const title = sentenceText(page?.headline?.title ?? []);
    expect(title).toContain(words);
    const overview = pages.find(({ slug }) => slug === '');
    const finding = overview?.sections
      .find(({ id }) => id === 'requests')
      ?.blocks.find((block) => block.kind === 'finding');
    expect(sentenceText(finding?.kind === 'finding' ? finding.title : [])).toBe(title);
    expect(title).not.toBe(page?.name);
  });

  test('a dry run says both ends too', () => {
    expect(foresee(flows)).toContainEqual(
      expect.stringContaining('Requests received to date (December 2024) at least 31, at most 42'),
    );
  });

  test('a key figure says both ends, and none stands for an earlier end of a stock', () => {
    const { blocks } = pageAt('', flows).sections.find(({ id }) => id === 'glance') ?? { blocks: [] };
    const stats = blocks.flatMap((block) => (block.kind === 'stats' ? block.stats : []));
    const said = stats.map(({ label, qualifier, figure, note }) =>
      [sentenceText(label), qualifier, figure.text, sentenceText(note)].join(' '),
    );
    expect(said).toContainEqual(expect.stringMatching(/^Requests received, 2024 at least 31 at most 42\. /));
    const unknown = withTotals(totalsSite(['requester']), (cell, measure) =>
      measure === 'legal-requests-open' && /Q4|^2024$|_T/.test(cell.codes[0] ?? '')
        ? { ...cell, count: null, status: 'x', note: 'Not available: the office gave no count for this cell' }
        : cell,
    );
    expect(JSON.stringify(pageAt('', unknown))).not.toContain('["Requests open",');
    expect(JSON.stringify(pageAt('', totalsSite(['requester'])))).toContain('["Requests open",');
  });
});

test('where nothing may be told of all requests no page repeats its name in place of a finding', () => {
  const hidden = withTotals(totalsSite(['requester']), (cell) => ({
    ...cell,
    count: null,
    status: 'x',
    note: 'Not available: the office gave no count for this cell',
  }));
  expect(pageAt('requests', hidden).headline).toBeUndefined();
  const asked = pageAt('', hidden).sections.find(({ id }) => id === 'requests');
  expect(asked?.blocks.map(({ kind }) => kind)).toEqual(['prose']);
});
