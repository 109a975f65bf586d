// The marks of all sentences of all shipped pages, in every language: none twice, none after one that ends a sentence, and
// numbers in translations written as their readers write them.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { numberLocale } from '../../src/figures/locale.ts';
import { buildViews } from '../../src/site/built-view.ts';
import { sentenceText } from '../../src/site/figures/sentence.ts';
import { readPrograms } from '../../src/site/load/load.ts';
import { textsIn } from '../../src/site/search/texts.ts';

const DOUBLED = /(?<!\.)\.[ ]?\.(?!\.)|。[ ]?。|,,|、、|[?!？！؟]:|[?!.。]،|\( |（ | ,/u;

test('no mark stands twice, or after one that ends a sentence', async () => {
  const pages = (await readPrograms('data'))
    .flatMap((program) => buildViews(program))
    .flatMap(({ documents }) => documents);
  const wrong = pages.flatMap(({ path, page: { headline, lead, sections } }) =>
    [headline?.title ?? [], lead, ...textsIn(sections.map(({ heading, blocks }) => [heading, ...blocks]))]
      .map(sentenceText)
      .filter((text) => DOUBLED.test(text))
      .map((text) => `${path}: ${text}`),
  );
  expect(pages.length).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
});

/** Numbers of four digits or more, and decimals of millions, as English writes them. */
const ENGLISH = /(?<![\d.])(?:\d{1,3}(?:,\d{3})+|\d+\.\d+(?= million))(?![\d.])/g;

/** The numbers of a text that its translation does not write as its language does. */
function foreignNumbers(english: string, text: string, locale: string): string[] {
  const plain = (blanks: string) => blanks.replaceAll(/\p{Zs}/gu, ' ');
  return [...english.matchAll(ENGLISH)].flatMap(([number]) => {
    const own = Number(number.replaceAll(',', '')).toLocaleString(locale);
    return own === number || plain(text).includes(plain(own)) ? [] : [text];
  });
}

test('translations write numbers as their language does', async () => {
  const programs = await readdir('data/programs');
  const folders = ['data/elsewhere', ...programs.map((id) => join('data/programs', id))];
  const wrong: string[] = [];
  for (const folder of folders)
    for (const name of await readdir(join(folder, 'translations'))) {
      const locale = numberLocale(name.replace('.json', ''));
      const { texts } = JSON.parse(await readFile(join(folder, 'translations', name), 'utf8')) as {
        texts: Record<string, string>;
      };
      for (const [english, text] of Object.entries(texts))
        wrong.push(...foreignNumbers(english, text, locale));
    }
  expect(wrong).toEqual([]);
});
