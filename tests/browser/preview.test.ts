// What whoever signs a release off is shown: the site as it would be, built from what is published and nothing else.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openNodeReview } from '../../src/run/review/node-review.ts';

const PROGRAM = 'data/programs/nyc-idnyc';
const RELEASE = '2024-Q2';

async function readPage(address: URL): Promise<{ status: number; text: string }> {
  const response = await fetch(address);
  return { status: response.status, text: await response.text() };
}

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
    const [page, frames] = await Promise.all([
      readPage(new URL('cards/', review.address)),
      readPage(new URL('../en/nyc-idnyc/cards/', review.address)),
    ]).finally(review.close);
    expect([page.status, frames.status]).toEqual([200, 200]);
    expect(page.text).toContain(`${RELEASE}, to be signed off`);
    const copied = await readdir(join(workplace, 'data', 'programs', 'nyc-idnyc'));
    expect(copied.sort()).toEqual(['program.json', 'record', 'releases', 'translations']);
  } finally {
    await rm(root, { recursive: true });
  }
});
