// What the pages of every release say of corrections: of its own, of those before, and of those that came after it.
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isLink, sentenceText } from '../../../src/site/figures/sentence.ts';
import { trustLine } from '../../../src/site/frame/trust.ts';
import { readPrograms } from '../../../src/site/load/load.ts';
import { viewOf } from '../../../src/site/view.ts';
import { release, type Town } from '../../run/town.ts';
import { buildCorrected, correct, FIRST, SECOND, translate } from '../corrected-town.ts';

const THIRD = '2024-Q4-r2';

let town: Town;
beforeAll(async () => {
  town = await buildCorrected();
});
afterAll(() => rm(town.root, { recursive: true, force: true }));

/** What its pages say, with the address that the words lead to. */
async function saidOf(id: string | undefined, language = 'en'): Promise<readonly string[]> {
  const [program] = await readPrograms(town.places.repository);
  if (program === undefined) throw new Error('no program');
  return trustLine(viewOf(program, language, id))
    .map((sentence) => [sentenceText(sentence), ...sentence.filter(isLink).map(({ href }) => href)])
    .map((said) => said.join(' > '))
    .filter((said) => /correct|correg/i.test(said));
}

test('a release that nothing corrects says so, and once a later one does, which and where', async () => {
  expect(await saidOf(FIRST)).toEqual(['No figure corrected']);
  expect(await correct(town, SECOND, [['2024-05', 'event', 640]])).toBe(true);
  const changes = (id: string, language = 'en') => `/${language}/old-ferry/releases/${id}/releases/#changes`;
  const later = `Figures corrected later, in release ${SECOND} > ${changes(SECOND)}`;
  expect(await saidOf(FIRST)).toEqual([later]);
  expect(await saidOf(FIRST, 'es')).toEqual([
    `Cifras corregidas después, en la publicación ${SECOND} > ${changes(SECOND, 'es')}`,
  ]);
  expect(await saidOf(SECOND)).toEqual([`Figures corrected > ${changes(SECOND)}`]);
  expect(await saidOf(undefined)).toEqual(['Figures corrected > /en/old-ferry/releases/#changes']);
  const { code, said } = await release(town, ['old-ferry', '--id', THIRD]);
  expect(said).toContain(THIRD);
  expect(code).toBe(0);
  await translate(town);
  expect(await saidOf(FIRST)).toEqual([later]);
  expect(await saidOf(undefined)).toEqual([`Figures corrected > ${changes(SECOND)}`]);
});
