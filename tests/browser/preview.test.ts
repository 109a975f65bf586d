// What whoever signs a release off is shown: the site as it would be, built from what is published and nothing else.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openNodeReview } from '../../src/run/review/node-review.ts';

const PROGRAM = 'data/programs/nyc-idnyc';
const RELEASE = '2024-Q2';

test('the new figures stand beside the old at one address, and no tally comes near them', async () => {
  const root = await mkdtemp(join(tmpdir(), 'daylight-'));
  const workplace = join(root, 'work');
  try {
    const review = await openNodeReview({
      program: PROGRAM,
      release: RELEASE,
      before: undefined,
      sealed: join(PROGRAM, 'releases', RELEASE),
      workplace,
    });
    const [page, frames] = await Promise.all(
      ['cards/', '../en/nyc-idnyc/cards/'].map((path) => fetch(new URL(path, review.address))),
    ).finally(review.close);
    expect([page?.status, frames?.status]).toEqual([200, 200]);
    expect(await page?.text()).toContain(`${RELEASE}, to be signed off`);
    const copied = await readdir(join(workplace, 'data', 'programs', 'nyc-idnyc'));
    expect(copied.sort()).toEqual(['program.json', 'record', 'releases', 'translations']);
  } finally {
    await rm(root, { recursive: true });
  }
});
