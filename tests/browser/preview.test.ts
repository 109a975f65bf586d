// What whoever signs a release off is shown: the site as it would be, built from what is published and nothing else.
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openNodeReview } from '../../src/run/review/node-review.ts';
import { buildCorrected, FIRST } from '../site/corrected-town.ts';

async function readPage(address: URL): Promise<{ status: number; text: string }> {
  const response = await fetch(address);
  return { status: response.status, text: await response.text() };
}

test('the new figures stand beside the old at one address, and no tally comes near them', async () => {
  const town = await buildCorrected();
  const workplace = join(town.root, 'work');
  try {
    const review = await openNodeReview({
      program: town.folder,
      release: FIRST,
      before: undefined,
      sealed: join(town.folder, 'releases', FIRST),
      workplace,
    });
    const [page, frames] = await Promise.all([
      readPage(new URL('cards/', review.address)),
      readPage(new URL('../en/old-ferry/cards/', review.address)),
    ]).finally(review.close);
    expect([page.status, frames.status]).toEqual([200, 200]);
    expect(page.text).toContain(`${FIRST}, to be signed off`);
    expect(await readdir(town.folder)).toContain('tallies');
    const copied = await readdir(join(workplace, 'data', 'programs', 'old-ferry'));
    expect(copied.sort()).toEqual(['program.json', 'releases', 'translations']);
  } finally {
    await rm(town.root, { recursive: true });
  }
});
