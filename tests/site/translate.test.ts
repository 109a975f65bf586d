import { expect, test } from 'vitest';
import type { Translations } from '../../src/program/translation.ts';
import { buildViews } from '../../src/site/built-view.ts';
import { collectPage } from '../../src/site/figures/collect.ts';
import { buildLexicon } from '../../src/site/figures/lexicon.ts';
import { sentenceText } from '../../src/site/figures/sentence.ts';
import type { SiteProgram } from '../../src/site/load/site-program.ts';
import { programPages } from '../../src/site/pages/program-pages.ts';
import { translationGaps } from '../../src/site/translate/site-program.ts';
import { codeLabel, viewOf, withCells } from '../../src/site/view.ts';
import { docketSite } from './docket-site.ts';
import { fixtureProgram, fixtureSite } from './fixture.ts';

const NOTHING: Translations = { reviewedBy: null, texts: {} };

/** The invented card in Spanish, every text said backwards but for its numbers, which stay where they are. */
function translated(reviewedBy: string | null = null, nature: 'real' | 'invented' = 'invented'): SiteProgram {
  const site = { ...fixtureSite(), program: { ...fixtureProgram({ nature }), languages: ['en', 'es'] } };
  const { missing } = translationGaps(site, 'es', NOTHING);
  const texts = Object.fromEntries(missing.map((text) => [text, `«${text}»`]));
  return { ...site, translations: new Map([['es', { reviewedBy, texts }]]) };
}

test('translationGaps of a file without texts: every text that pages need', () => {
  const { missing, surplus } = translationGaps(fixtureSite(), 'es', NOTHING);
  expect(missing).toContain('Cards issued');
  expect(missing).not.toContain('Ash');
  expect(surplus).toEqual([]);
});

test('translationGaps of a text that the program says nowhere: surplus; a name is none', () => {
  const texts = { 'Quay Cart': 'Carta', Ash: 'Fresno' };
  expect(translationGaps(fixtureSite(), 'es', { ...NOTHING, texts }).surplus).toEqual(['Quay Cart']);
});

test('viewOf in another language: labels of the program translated, of periods made from codes, names left', () => {
  const view = withCells(viewOf(translated(), 'es'));
  if (view === undefined) throw new Error('no release');
  expect(codeLabel(view, 'channel', 'online')).toBe('«Online»');
  expect(codeLabel(view, 'period', '2024-04')).toBe('abril de 2024');
  expect(codeLabel(view, 'area', 'ash')).toBe('Ash');
});

test('viewOf in English: counts of requests have the words of the site, and the files of the release keep theirs', () => {
  const view = withCells(viewOf(docketSite(), 'en'));
  if (view === undefined) throw new Error('no release');
  expect(codeLabel(view, 'outcome', 'set_aside_by_court')).toBe('Quashed');
  expect(codeLabel(view, 'left', 'aggregate_only')).toBe('Statistics or documents not about individuals');
  const labels = (release: typeof view.release) => release.declaration.dimensions.map(({ label }) => label);
  expect(labels(view.release)).toContain('The most that was handed over');
  expect(labels(view.sealed)).toContain('What left the building');
  expect(codeLabel(view, 'period', '2024-Q1')).toBe('January to March 2024');
});

test('viewOf in another language: what somebody said stays, and is marked as English', () => {
  const printed = JSON.stringify(programPages(viewOf(docketSite(), 'es')));
  expect(printed).toContain(JSON.stringify({ lang: 'en', words: 'Objected to the whole.' }));
});

test('viewOf in another language: what somebody said of a request stands translated before the words themselves', () => {
  const texts = { 'Objected to the whole.': 'Se opuso a todo.' };
  const site = { ...docketSite(), translations: new Map([['es', { reviewedBy: null, texts }]]) };
  const printed = JSON.stringify(programPages(viewOf(site, 'es')));
  const words = JSON.stringify({ lang: 'en', words: 'Objected to the whole.' });
  expect(printed).toContain(`"Se opuso a todo."," ","En inglés: ",${words}`);
  expect(translationGaps(site, 'es', { reviewedBy: null, texts }).surplus).toEqual([]);
});

test('buildViews in two languages: each page leads to itself in the other, and no number is of unknown origin', () => {
  const site = translated();
  const lexicon = buildLexicon([site], 'es');
  for (const { view, documents } of buildViews(site)) {
    for (const { path, languages } of documents) {
      expect(languages.map(({ lang }) => lang)).toEqual(['en', 'es']);
      expect(languages.find(({ lang }) => lang === view.language)?.href).toBe(path);
    }
    if (view.language === 'es')
      for (const document of documents) expect(collectPage(document.path, document, lexicon)).toBeDefined();
  }
});

test('resident page of a program: in every language, checked or not', () => {
  const slugs = (site: SiteProgram) => programPages(viewOf(site, 'es')).map(({ slug }) => slug);
  for (const site of [
    translated('City Language Office', 'real'),
    translated(null, 'real'),
    translated(null, 'invented'),
  ])
    expect(slugs(site)).toContain('records');
});

test('a page in an unchecked translation says so and leads to the English one', () => {
  const spanish = buildViews(translated()).find(({ view }) => view.language === 'es');
  const notices = spanish?.documents[0]?.notices ?? [];
  expect(notices.map(sentenceText).some((text) => text.includes('Nadie ha revisado'))).toBe(true);
  expect(notices.flat()).toContainEqual({ href: '/en/quay-card/', label: 'inglés' });
});
