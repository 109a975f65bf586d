// The pages of a release are built before it is kept: one that the site cannot show is refused, and nothing is left of it.
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeEffects } from '../../src/run/effects.ts';
import { copyTown, releasesOf, type Town } from '../run/town.ts';
import { buildCorrected, correct, SECOND, translate } from '../site/corrected-town.ts';

const { buildPages } = nodeEffects();

let first: Town;
beforeAll(async () => {
  first = await buildCorrected();
});
afterAll(() => rm(first.root, { recursive: true, force: true }));

test('a release that corrects the highest month is built and kept', async () => {
  const town = await copyTown(first);
  try {
    await translate(town, ['A box of forms was found']);
    expect(await correct(town, SECOND, [['2024-05', 'event', 640]], { buildPages })).toBe(true);
    expect(await releasesOf(town)).toContain(SECOND);
  } finally {
    await rm(town.root, { recursive: true, force: true });
  }
});

test.each([[[]], [['--dry-run']]])(
  'a release that says what no translation has is refused (%j)',
  async (flags) => {
    const town = await copyTown(first);
    const before = await releasesOf(town);
    try {
      await writeFile(join(town.folder, 'translations', 'es.json'), '{"reviewedBy":null,"texts":{}}');
      const made = correct(town, SECOND, [['2024-05', 'event', 640]], { buildPages }, flags);
      await expect(made).rejects.toThrow(
        /es\.json: \d+ texts have no translation\.[\s\S]*\n {2}"A box of forms was found": "",/,
      );
      expect(await releasesOf(town)).toEqual(before);
    } finally {
      await rm(town.root, { recursive: true, force: true });
    }
  },
);
