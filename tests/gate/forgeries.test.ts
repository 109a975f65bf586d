// The gate refuses every forgery that a reader would be served, of whatever kind: it knows what was sealed, and what is listed.
import { expect, test } from 'vitest';
import type { Facts } from '../../src/gate/facts/facts.ts';
import { releaseListFindings } from '../../src/gate/files/release-lists.ts';
import { sealedFindings } from '../../src/gate/files/sealed-files.ts';
import { PROGRAM } from '../run/town.ts';
import { FORGERIES } from '../witness/forgeries.ts';
import { type PublishedFiles, publishTown, textOf } from '../witness/published-town.ts';

const published = await publishTown();

/** Where the site serves what is published at a path. */
function servedAt(path: string): string {
  return `${PROGRAM.id}/${path.replace(/^(releases\/[^/]+\/)/, '$1files/')}`;
}

/** The files that findings name, of a site that serves `files`, of a repository that has what was published. */
function found(files: PublishedFiles): string[] {
  const served = [...files].map(([path, bytes]): [string, Uint8Array] => [servedAt(path), bytes]);
  const programs = new TextEncoder().encode(`{\n  "programs": [\n    "${PROGRAM.id}"\n  ]\n}\n`);
  const dist = new Map([...served, ['programs.json', programs] as const]);
  const findings = [...sealedFindings(dist, FACTS), ...releaseListFindings(dist, FACTS)];
  return [...new Set(findings.map(({ file }) => file))].sort();
}

/** Where the site serves what is other than it was published. */
function forgedIn(files: PublishedFiles): string[] {
  const isSame = (path: string) => {
    const [before, after] = [published.get(path), files.get(path)];
    return before !== undefined && after !== undefined && Buffer.compare(before, after) === 0;
  };
  const paths = new Set([...published.keys(), ...files.keys()]);
  return [...paths]
    .filter((path) => !isSame(path))
    .map(servedAt)
    .sort();
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
  expect(found(published)).toEqual([]);
});

test.for(FORGERIES)('%s: the gate names each file that is forged, and no other (%s)', ([, , forge]) => {
  const files = new Map(published);
  forge(files);
  const forged = forgedIn(files);
  expect(forged).not.toEqual([]);
  expect(found(files)).toEqual(forged);
});
