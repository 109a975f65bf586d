// How a page looks where its address is passed on: its finding, its picture, a description unlike any other.
import { expect, test } from 'vitest';
import { fitsPreview, printPreview } from '../../../src/charts/files/preview-file.tsx';
import { loadRasterizer } from '../../../src/raster/rasterize.ts';
import { buildViews } from '../../../src/site/built-view.ts';
import { sentenceText } from '../../../src/site/figures/sentence.ts';
import { docketSite } from '../docket-site.ts';
import { fixtureProgram, fixtureSite } from '../fixture.ts';

const views = [fixtureSite(), docketSite()].map((site) => buildViews(site));
const real = buildViews({ ...fixtureSite(), program: fixtureProgram({ nature: 'real' }) });

test.each([...views, real])('no two pages of a program have the same description', (...built) => {
  const told = built.flatMap(({ documents }) =>
    documents.map(({ description }) => sentenceText(description)),
  );
  expect(told.filter((text, at) => told.indexOf(text) !== at)).toEqual([]);
  expect(told.length).toBeGreaterThan(5);
});

test('every page of the latest release shows a picture that is made; of an earlier release that of the language', () => {
  for (const built of [...views, real]) {
    const made = built.flatMap(({ files }) => files.map(({ path }) => path.replace(/svg$/, 'png')));
    for (const { view, documents } of built)
      for (const { preview, path } of documents)
        if (view.frozen) expect(preview.picture.href, path).toBe('/en/preview.png');
        else expect(made, path).toContain(preview.picture.href);
  }
});

test('a page with a chart shows the finding of its first, any other its heading and lead', () => {
  const documents = real.flatMap((view) => view.documents);
  const cards = documents.find(({ path }) => path === '/en/quay-card/cards/');
  const method = documents.find(({ path }) => path === '/en/quay-card/method/');
  const [first] = cards?.page.sections.flatMap(({ blocks }) => blocks) ?? [];
  expect(first?.kind === 'chart' && cards?.preview.title).toEqual(first?.kind === 'chart' && first.title);
  expect(sentenceText(method?.preview.title ?? [])).toMatch(/^How it is protected\. /);
});

const TEXT = {
  site: 'Daylight',
  program: 'Quay, Quay Card',
  finding: 'Cards rose',
  foot: 'Cards',
  invented: '',
  language: 'en',
  direction: 'ltr',
} as const;

test('printPreview of an invented program says that it is invented', () => {
  expect(printPreview({ ...TEXT, invented: 'All is invented.' })).toContain('All is invented.');
});

test('fitsPreview of a finding of ten words, not of two hundred', () => {
  expect(fitsPreview('One in five cards of the year was asked for online')).toBe(true);
  expect(fitsPreview('A finding of many words. '.repeat(40))).toBe(false);
});

const linesOf = (svg: string) => [...svg.matchAll(/<tspan [^>]*>([^<]*)/g)].map(([, text]) => text).join('');

test('printPreview over several lines: the finding as it stands, with its blanks and no other', () => {
  const english = 'Cards fell to 11,768 in the year that ended in June, less than in any year before it';
  const chinese =
    '行政传票，2022年4月17日至2025年4月17日期间（MuckRock 153214），凡以任何外国证件证明身份的申请人';
  expect(linesOf(printPreview({ ...TEXT, finding: english }))).toBe(english);
  expect(linesOf(printPreview({ ...TEXT, finding: chinese }))).toBe(chinese);
});

test('loadRasterizer of a preview: the same bytes each time, 1,200 wide and 630 high', async () => {
  const rasterize = await loadRasterizer();
  const [one, other] = [1, 2].map(() => Buffer.from(rasterize(printPreview(TEXT), 'en')));
  expect(one?.equals(other ?? Buffer.alloc(0))).toBe(true);
  expect([one?.readUInt32BE(16), one?.readUInt32BE(20)]).toEqual([1200, 630]);
});
