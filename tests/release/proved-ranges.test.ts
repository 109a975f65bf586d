// What pages say of hidden counts is what the audit proved of them, with the requests that everybody knows by name.
import { expect, test } from 'vitest';
import { cellKey } from '../../src/program/cell.ts';
import { provedRanges } from '../../src/release/proved-ranges.ts';
import { readReleases } from '../../src/release/read-release.ts';
import { balanceAddress } from '../../src/release/request-cells.ts';

const FOLDER = 'data/programs/example-city';

async function latest() {
  const read = await readReleases(FOLDER);
  const release = read.ok ? read.value.at(-1) : undefined;
  if (release?.audit == null || release.requests === null) throw new Error('no release with requests');
  return { ...release, audit: release.audit, requests: release.requests };
}

test('provedRanges: every hidden cell of which the audit says something, under its own name', async () => {
  const release = await latest();
  const ranges = provedRanges(release);
  const hidden = [...release.cubes].flatMap(([measure, cells]) =>
    cells.filter(({ status }) => status === 'c').map(({ codes }) => cellKey([measure, ...codes])),
  );
  const without = hidden.filter((address) => !ranges.has(address));
  const proved = release.audit.ranges.filter(({ measure }) => !measure.includes(':'));
  expect(hidden.length - without.length).toBe(proved.length);
  const cards = proved.find(({ measure }) => measure === 'cards-issued');
  expect(ranges.get(`cards-issued|${cards?.cell}`)).toMatchObject({ least: cards?.least, most: cards?.most });
});

test('provedRanges of requests: those that have a page are in both ends', async () => {
  const release = await latest();
  const ranges = provedRanges(release);
  const lines = new Map(release.requests.balance.map((line) => [cellKey(line.codes), line]));
  const hidden = release.requests.balance.filter(({ status }) => status === 'c');
  const listed = hidden.map(({ codes: [period = '', by = '', code = '', line = ''] }) => {
    const range = ranges.get(balanceAddress(period, by, code, line));
    const audited = release.audit.ranges.find(
      ({ measure, cell }) =>
        measure === 'legal-requests-received' && cell === `${period}|${code}|_T` && line === 'received',
    );
    const withPage = lines.get(cellKey([period, `${by}_with_page`, code, line]))?.count ?? Number.NaN;
    expect(range?.least).toBeGreaterThanOrEqual(withPage);
    if (audited !== undefined) expect(range?.least).toBe(audited.least + withPage);
    return withPage;
  });
  expect(Math.max(...listed)).toBeGreaterThan(0);
});
