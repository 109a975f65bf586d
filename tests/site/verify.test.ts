// "Check everything": what stands on the page whether or not a script runs, and what API and page say of a release.
import { expect, test } from 'vitest';
import { apiFiles } from '../../src/site/files/api-files.ts';
import type { Page } from '../../src/site/frame/page.ts';
import { verifyPage } from '../../src/site/pages/made/verify.ts';
import { type ReleaseView, viewOf, withCells } from '../../src/site/view.ts';
import { fixtureSite } from './fixture.ts';
import { signedSite } from './signed-site.ts';

const pageOf = (language = 'en', site = fixtureSite()): Page | undefined =>
  verifyPage(viewOf(site, language));
const sectionOf = (id: string): string =>
  JSON.stringify(pageOf()?.sections.find((section) => section.id === id)).replaceAll('","', '');

test('verifyPage has the line of every release, a sentence to print elsewhere, and the list for programs', () => {
  const text = sectionOf('verify-lines');
  for (const { seal } of fixtureSite().releases) expect(text).toContain(`${seal.release}.${seal.hash}`);
  expect(text).toMatch(/Quay, Quay Card: the files behind the figures up to release .* have the line /);
  expect(text).toContain('/quay-card/releases.json');
});

test('verifyPage has the commands that do the same without it, for every release', () => {
  const text = sectionOf('without');
  for (const { release } of fixtureSite().releases)
    expect(text).toContain(`(cd ${release} && sha256sum -c SHA256SUMS)`);
  expect(text).toContain('/quay-card/everything.zip');
});

test('verifyPage says that nobody signed, or with what to check who did', () => {
  expect(sectionOf('signed')).toContain('Nobody signed this release');
  expect(JSON.stringify(pageOf('en', signedSite()))).toContain(
    'ssh-keygen -Y verify -f ../allowed_signers -I clerk-1',
  );
});

test('verifyPage of an earlier release, or of none, is no page', () => {
  const site = fixtureSite();
  const [first] = site.releases;
  expect(verifyPage(viewOf(site, 'en', first?.release))).toBeUndefined();
  expect(verifyPage(viewOf({ ...site, releases: [] }, 'en'))).toBeUndefined();
});

test('the API gives the line of a release and who signed it', () => {
  const site = signedSite();
  const [index] = apiFiles(withCells(viewOf(site, 'en')) as ReleaseView);
  const { line, signed } = JSON.parse(index?.text ?? '');
  const seal = site.releases.at(-1)?.seal;
  expect(line).toBe(`${seal?.release}.${seal?.hash}`);
  expect(signed).toEqual(['Signed by Office of the Clerk']);
});
