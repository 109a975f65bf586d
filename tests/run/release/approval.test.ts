// `npm run release -- ... --approve`: the new release is shown beside the old, and kept only if a second person signs it off.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readReleases } from '../../../src/release/read-release.ts';
import { verifyRelease } from '../../../src/release/verify-release.ts';
import { nodeDisk } from '../../../src/run/effects.ts';
import type { Proposal, Review } from '../../../src/run/review/review.ts';
import { makeKey } from '../../ssh-key.ts';
import { inPlenty, PROGRAM, release, releasesOf, type Town } from '../town.ts';

/** A review that somebody answers with `answers`, one after another, and then leaves. */
function answering(answers: readonly string[]) {
  const shown: Proposal[] = [];
  const asked: string[] = [];
  const left = [...answers];
  const openReview = (proposal: Proposal): Promise<Review> => {
    shown.push(proposal);
    return Promise.resolve({
      address: 'http://localhost/preview/',
      ask: (question) => {
        asked.push(question);
        return Promise.resolve(left.shift());
      },
      close: () => Promise.resolve(void asked.push('closed')),
    });
  };
  return { shown, asked, change: { openReview, today: () => '2024-08-01' } };
}

const approve = (town: Town, { change }: ReturnType<typeof answering>, ...more: readonly string[]) =>
  release(town, [PROGRAM.id, '--approve', ...more], change);

test('a release that two people stand for is kept, with a note of who they are and of the very files', async () => {
  await inPlenty(async (town) => {
    const review = answering(['Analyst', 'City Clerk', '2024-Q2']);
    expect(await approve(town, review)).toMatchObject({ code: 0 });
    expect(await releasesOf(town)).toEqual(['2024-Q2', '2024-Q2.approval.json']);
    const folder = join(town.folder, 'releases', '2024-Q2');
    expect((await verifyRelease(folder)).ok).toBe(true);
    const sums = await readFile(join(folder, 'SHA256SUMS'));
    expect(JSON.parse(await readFile(`${folder}.approval.json`, 'utf8'))).toEqual({
      release: '2024-Q2',
      sums: createHash('sha256').update(sums).digest('hex'),
      approved: '2024-08-01',
      madeBy: 'Analyst',
      approvedBy: 'City Clerk',
    });
    expect(review.asked.at(-1)).toBe('closed');
  });
});

test('the second release is shown beside the first, from a folder that is gone afterwards', async () => {
  await inPlenty(async (town) => {
    expect(await release(town, [PROGRAM.id])).toMatchObject({ code: 0 });
    const review = answering(['A', 'B', '2024-Q3']);
    expect(await approve(town, review)).toMatchObject({ code: 0 });
    expect(review.shown).toMatchObject([{ program: town.folder, release: '2024-Q3', before: '2024-Q2' }]);
    expect(await releasesOf(town)).toEqual(['2024-Q2', '2024-Q3', '2024-Q3.approval.json']);
  });
});

test('nobody signs off what they made themselves: the question comes again', async () => {
  await inPlenty(async (town) => {
    const review = answering(['', 'Ann', 'ann ', 'Ben', '2024-Q2']);
    expect(await approve(town, review)).toMatchObject({ code: 0 });
    expect(review.asked).toHaveLength(6);
  });
});

test.each([
  ['says no', ['Ann', 'Ben', 'no'], 'Ben did not sign release 2024-Q2 off.'],
  ['names another release', ['Ann', 'Ben', '2024-Q3'], 'Ben did not sign'],
  ['is not there', ['Ann'], 'Nobody is there to sign the release off'],
])('where the second person %s, the run is refused and nothing is left', async (_, answers, message) => {
  await inPlenty(async (town) => {
    const review = answering(answers);
    const { code, said } = await approve(town, review);
    expect([code, said]).toEqual([1, expect.stringContaining(message)]);
    expect(await releasesOf(town)).toEqual([]);
    expect(review.asked.at(-1)).toBe('closed');
  });
});

const CLERK = makeKey();
const STRANGER = makeKey();
const OFFICE = { id: 'clerk-1', name: 'Clerk', as: 'office', key: CLERK.line, from: '2024-Q2' } as const;

test.for([
  ['the key of the office', CLERK, '/keys/clerk', true],
  ['no key, to sign later', CLERK, '', false],
  ['a key that no signer has', STRANGER, '/keys/other', false],
] as const)(
  'within the review the office signs with %s: signed, or kept and said',
  async ([, key, typed, signs]) => {
    await inPlenty(
      async (town) => {
        const { asked, change } = answering(['Ann', 'Ben', '2024-Q2', typed]);
        const sign = (_: string, message: string) => {
          asked.push('sign');
          return Promise.resolve(key.sign(message));
        };
        const { code, said } = await release(town, [PROGRAM.id, '--approve'], { ...change, sign });
        expect(code).toBe(0);
        expect(asked.at(3)).toContain('Sign it with the key of clerk-1 too?');
        // The terminal is free before a passphrase is asked for.
        if (typed !== '') expect(asked.slice(-2)).toEqual(['closed', 'sign']);
        const releases = await readReleases(town.folder);
        expect(releases.ok && releases.value.map(({ signatures }) => signatures)).toEqual([
          signs ? ['clerk-1'] : [],
        ]);
        expect(said.includes('npm run sign --')).toBe(!signs);
        expect(await releasesOf(town)).toEqual(['2024-Q2', '2024-Q2.approval.json']);
      },
      { ...PROGRAM, signers: [OFFICE] },
    );
  },
);

test('where no office signs, nobody is asked for a key', async () => {
  await inPlenty(async (town) => {
    const review = answering(['Ann', 'Ben', '2024-Q2', '/keys/clerk']);
    expect(await approve(town, review)).toMatchObject({ code: 0 });
    expect(review.asked).toHaveLength(4);
  });
});

test('a dry run keeps nothing that could be signed off', async () => {
  await inPlenty(async (town) => {
    expect(await approve(town, answering([]), '--dry-run')).toMatchObject({ code: 2 });
  });
});

const full = () => Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' }));

test.each([
  ['the approval is written', { writeNewFile: (path: string) => path.includes('approval') }],
  ['the approval gets its name', { rename: (path: string) => path.includes('approval') }],
  ['the release gets its name', { rename: (path: string) => !path.includes('approval') }],
])('a disk that fails when %s leaves neither release nor approval', async (_, fails) => {
  await inPlenty(async (town) => {
    const { change } = answering(['Ann', 'Ben', '2024-Q2']);
    const { writeNewFile, rename } = { writeNewFile: () => false, rename: () => false, ...fails };
    const disk = {
      ...nodeDisk,
      writeNewFile: (path: string, text: string) =>
        writeNewFile(path) ? full() : nodeDisk.writeNewFile(path, text),
      rename: (from: string, to: string) => (rename(from) ? full() : nodeDisk.rename(from, to)),
    };
    expect(await release(town, [PROGRAM.id, '--approve'], { ...change, disk })).toMatchObject({ code: 1 });
    expect(await releasesOf(town)).toEqual([]);
  });
});
