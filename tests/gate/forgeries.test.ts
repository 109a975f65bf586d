// The gate refuses every forgery that a reader would be served, of whatever kind: it knows what was sealed, and what is listed.
import { expect, test } from 'vitest';
import type { Facts } from '../../src/gate/facts/facts.ts';
import { releaseListFindings } from '../../src/gate/files/release-lists.ts';
import { sealedFindings } from '../../src/gate/files/sealed-files.ts';
import { PROGRAM } from '../run/town.ts';
import { FORGERIES } from '../witness/forgeries.ts';
import { type PublishedFiles, publishTown, textOf } from '../witness/published-town.ts';

const published = await publishTown();

/** Of a site that serves `files`, of a repository that has what was published. */
function findings(files: PublishedFiles): number {
  const served = [...files].map(([path, bytes]): [string, Uint8Array] => [
    `${PROGRAM.id}/${path.replace(/^(releases\/[^/]+\/)/, '$1files/')}`,
    bytes,
  ]);
  const programs = new TextEncoder().encode(`{\n  "programs": [\n    "${PROGRAM.id}"\n  ]\n}\n`);
  const dist = new Map([...served, ['programs.json', programs] as const]);
  return [...sealedFindings(dist, FACTS), ...releaseListFindings(dist, FACTS)].length;
}

const sealed = new Map<string, { files: Map<string, Uint8Array> }>();
for (const [path, bytes] of published) {
  const [, release = '', file = ''] = /^releases\/([^/]+)\/(.+)$/.exec(path) ?? [];
  if (release === '') continue;
  sealed.set(release, { files: new Map([...(sealed.get(release)?.files ?? []), [file, bytes]]) });
}
/** All that these two rules look at. */
const FACTS = new Map([
  [PROGRAM.id, { id: PROGRAM.id, releases: sealed, list: textOf(published, 'releases.json') }],
]) as unknown as Facts;

test('the gate finds nothing in what was published', () => {
  expect(findings(published)).toBe(0);
});

test.for(FORGERIES)('%s: the gate finds it (%s)', ([, , forge]) => {
  const files = new Map(published);
  forge(files);
  expect(findings(files)).toBeGreaterThan(0);
});
