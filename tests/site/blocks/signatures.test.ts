// Who signed a release, as pages tell it: on every page in a word, on the page "Data" with what shows it.
import { expect, test } from 'vitest';
import { sentenceText } from '../../../src/site/figures/sentence.ts';
import type { Section } from '../../../src/site/frame/page.ts';
import { trustLine } from '../../../src/site/frame/trust.ts';
import type { SiteProgram } from '../../../src/site/load/site-program.ts';
import { dataPage } from '../../../src/site/pages/data.ts';
import { releasesPage } from '../../../src/site/pages/releases.ts';
import { viewOf } from '../../../src/site/view.ts';
import { fixtureSite } from '../fixture.ts';
import { signedSite } from '../signed-site.ts';

const LIBRARY = {
  id: 'library',
  name: 'Quay Library',
  as: 'witness',
  key: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBERERERERERERERERERERERERERERERERERERERERER',
} as const;
const REVOKED = { revoked: { on: '2025-03-01', why: 'A laptop was stolen.' } };

const lastOfTrust = (site: SiteProgram): string => sentenceText(trustLine(viewOf(site, 'en')).at(-1) ?? []);
/** With the parts of sentences side by side. */
const textOf = (section: Section | undefined): string => JSON.stringify(section).replaceAll('","', '');
const checkOf = (site: SiteProgram): string =>
  textOf(dataPage(viewOf(site, 'en'))?.sections.find(({ id }) => id === 'check'));
const rowsOf = (site: SiteProgram): string => textOf(releasesPage(viewOf(site, 'en'))?.sections[0]);

test('every page says that a release is not signed, or by whom', () => {
  expect(lastOfTrust(fixtureSite())).toBe('Files without a digital signature');
  expect(lastOfTrust(signedSite())).toBe('Signed by Office of the Clerk');
});

test('a witness alone does not make a release signed by its office', () => {
  expect(lastOfTrust(signedSite(LIBRARY))).toBe('Vouched for by Quay Library, a witness');
  expect(rowsOf(signedSite(LIBRARY))).toContain('Vouched for by Quay Library, a witness');
});

test('the page on releases says of each who signed it', () => {
  const rows = rowsOf(signedSite({}, LIBRARY));
  expect(rows).toContain('Signed by Office of the Clerk');
  expect(rows.indexOf('Signed by')).toBeLessThan(rows.indexOf('Vouched for'));
  expect(rows).toContain('Files without a digital signature');
});

test('the page on data has the line of each key and the command that checks it', () => {
  const check = checkOf(signedSite({}, LIBRARY));
  expect(check).toContain('clerk-1 namespaces=\\"daylight\\" ssh-ed25519 AAAA');
  expect(check).toContain('-I library -n daylight -s SHA256SUMS.library.sig < SHA256SUMS');
});

test('pages list who vouches since when, a witness of an older release alone too', () => {
  const site = signedSite({}, LIBRARY);
  const [older, newest] = site.releases.map(({ release }) => release);
  const first = { ...site, releases: site.releases.map((one) => ({ ...one, signatures: ['library'] })) };
  expect(checkOf(first)).toContain(
    `Quay Library, a witness, has vouched for releases since ${older}. The newest that it signed is ${newest}.`,
  );
  const only = first.releases.map((one, at) => (at === 0 ? one : { ...one, signatures: [] }));
  expect(checkOf({ ...first, releases: only })).toContain('has vouched for releases since');
  expect(checkOf({ ...first, releases: only })).toContain('Nobody signed this release');
  expect(checkOf(signedSite())).not.toContain('has vouched');
});

test('where nobody signed, the page on data says so where its files are checked', () => {
  expect(checkOf(fixtureSite())).toContain('Nobody signed this release');
  expect(checkOf(signedSite())).not.toContain('Nobody signed');
});

test('after a theft the new signature stands before the old one', () => {
  const site = signedSite(REVOKED, { id: 'clerk-2', name: 'New Office', key: LIBRARY.key });
  const line = trustLine(viewOf(site, 'en')).map(sentenceText);
  expect(line.slice(-2)).toEqual(['Signed by New Office', expect.stringContaining('revoked')]);
});

test('a signature by a key that was revoked is marked everywhere, and no page says how to trust it', () => {
  const site = signedSite(REVOKED);
  expect(lastOfTrust(site)).toMatch(/revoked: this shows nothing$/);
  expect(rowsOf(site)).toContain('revoked: this shows nothing');
  expect(checkOf(site)).toContain('revoked on March 1, 2025: this shows nothing. A laptop was stolen.');
  expect(checkOf(site)).not.toContain('ssh-keygen');
});
