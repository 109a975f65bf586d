import { expect, test } from 'vitest';
import { manifestSchema } from '../../../src/figures/manifest.ts';
import { buildViews } from '../../../src/site/built-view.ts';
import { collectPage } from '../../../src/site/figures/collect.ts';
import { thresholdFigure } from '../../../src/site/figures/figures.ts';
import { buildLexicon } from '../../../src/site/figures/lexicon.ts';
import { frontDocument } from '../../../src/site/site-documents.ts';
import { fixtureSite } from '../fixture.ts';

const site = fixtureSite();
const lexicon = buildLexicon([site], 'en');
const k = thresholdFigure('quay-card', 11, 'en');

test('collectPage of props with one figure twice: one entry, two times', () => {
  const { figures } = collectPage('/en/', { lead: ['Below ', k], note: [k] }, lexicon);
  expect(figures).toEqual([{ ...k, times: 2 }]);
});

test('collectPage of a drawing: its figures and ticks, and the words that are spoken', () => {
  const at = { x: 0, y: 0, anchor: 'start' };
  const marks = [
    { ...at, kind: 'figure', figure: k, words: '' },
    { ...at, kind: 'tick', text: '500' },
    { ...at, kind: 'line', style: 'axis' },
  ];
  const drawing = { title: 'Below 11 in 2024', description: '', plans: [{ marks }], spoken: [k] };
  const page = collectPage('/en/', { drawing }, lexicon);
  expect(page.figures).toEqual([{ ...k, times: 2 }]);
  expect(page.ticks).toEqual([{ text: '500', times: 1 }]);
  expect(page.words).toEqual([{ kind: 'code', text: '2024', times: 1 }]);
});

test('collectPage of a number typed into a sentence: our own bug, naming page and text', () => {
  expect(() => collectPage('/en/', { lead: ['Only 8,412 people'] }, lexicon)).toThrow(
    /internal error: \/en\/ .*8,412/,
  );
});

test('collectPage of a number drawn into a picture without a figure: our own bug', () => {
  const marks = [{ kind: 'words', text: '8,412' }];
  const drawing = { title: '', description: '', plans: [{ marks }], spoken: [] };
  expect(() => collectPage('/en/', { drawing }, lexicon)).toThrow('internal error');
});

test('collectPage of addresses and names: nothing, readers do not see them as text', () => {
  const { words } = collectPage('/en/', { href: '/8412/', id: 'table-8412' }, lexicon);
  expect(words).toEqual([]);
});

test('collectPage of every document of the fixture: a manifest that the gate can read', () => {
  const documents = [
    frontDocument([site], 'en', ['en']),
    ...buildViews(site).flatMap(({ documents: own }) => own),
  ];
  const pages = documents.map((document) => collectPage(document.path, document, lexicon));
  expect(manifestSchema.safeParse({ pages }).success).toBe(true);
  expect(new Set(pages.map(({ path }) => path)).size).toBe(documents.length);
});
