import { expect, test } from 'vitest';
import { listChanges } from '../../src/release/changes/list-changes.ts';
import { feedFile } from '../../src/site/feed.ts';
import { type ReleaseView, viewOf, withCells } from '../../src/site/view.ts';
import { fixtureProgram, fixtureRelease, RECORD } from './fixture.ts';
import { signedSite } from './signed-site.ts';

const program = fixtureProgram({ schedule: { daysAfter: 45 } });
const [before, after] = [fixtureRelease(program, '2023-Q4'), fixtureRelease(program, '2024-Q4', 9900)];
const changes = listChanges(before, after, 'A box of forms turned up.');
const site = {
  program,
  record: RECORD,
  releases: [before, { ...after, changes }],
  days: new Map(),
  recalls: [{ release: '2024-Q1', recalled: '2024-05-02', why: 'It was counted twice.' }],
  translations: new Map(),
};
const feedOf = (one: Parameters<typeof viewOf>[0]) =>
  feedFile(withCells(viewOf(one, 'en')) as ReleaseView).text;
const inside = (xml: string, tag: string) =>
  [...xml.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'g'))].map(([, text]) => text);

test('feedFile has an entry for every release, for every one that corrects figures, and for every recall, newest first', () => {
  const xml = feedOf(site);
  expect(changes.length).toBeGreaterThan(0);
  expect(inside(xml, 'id').map((id) => id?.split(':').slice(3).join(' '))).toEqual([
    program.id,
    `${program.id} 2024-Q4`,
    `${program.id} 2024-Q4 corrected`,
    `${program.id} 2024-Q1 recalled`,
    `${program.id} 2023-Q4`,
  ]);
  const [, corrected = ''] = inside(xml, 'summary');
  expect(corrected).toContain('It corrects figures of earlier releases. A box of forms turned up.');
  expect(xml).toContain(
    `<link rel="alternate" href="/en/${program.id}/releases/2024-Q4/releases/#changes"/>`,
  );
});

test('feedFile says when the next release is due, where the program does', () => {
  expect(inside(feedOf(site), 'subtitle')).toEqual([
    expect.stringContaining('due by May 15, 2025. If that day is past, it is late.'),
  ]);
  expect(inside(feedOf({ ...site, program: fixtureProgram() }), 'subtitle')).toEqual([]);
});

test('feedFile says of every release who signed it, or that nobody did, and gives its line', () => {
  const summaries = inside(feedOf(signedSite()), 'summary');
  expect(summaries[0]).toContain('Signed by Office of the Clerk.');
  expect(summaries.at(-1)).toContain('Nobody signed this release.');
  expect(summaries.filter((text) => /[0-9a-f]{64}/.test(text ?? '')).length).toBeGreaterThan(0);
});

test('feedFile dates an entry by the day on which its release went out, and says no such day where none was noted', () => {
  expect(feedOf(site)).not.toContain('<published>');
  expect(inside(feedOf(site), 'updated')[1]).toBe('2024-12-31T00:00:00Z');
  const noted = feedOf({ ...site, days: new Map([['2024-Q4', '2025-02-14']]) });
  expect(inside(noted, 'published')).toEqual(['2025-02-14T00:00:00Z', '2025-02-14T00:00:00Z']);
  expect(inside(noted, 'updated')).toEqual([
    '2025-02-14T00:00:00Z',
    '2025-02-14T00:00:00Z',
    '2025-02-14T00:00:00Z',
    '2024-05-02T00:00:00Z',
    '2023-12-31T00:00:00Z',
  ]);
});
