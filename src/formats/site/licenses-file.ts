/** `licenses.txt` of a built site: the licence of every package of which a part is served, word for word as the package has it. */

export const LICENSES = 'licenses.txt';

export interface LicensedPackage {
  readonly name: string;
  readonly version: string;
  /** By its SPDX name, as the package says it. */
  readonly license: string;
  /** The whole text. */
  readonly text: string;
}

const LEAD =
  'Licenses of the packages of which this site serves a part. Its own code has the license of the first; its data have those that each program names.\n';
const HEAD = /^=== (\S+) \S+: .+$/gm;

/** The repository itself comes first, packages by name after it. */
export function formatLicenses(own: LicensedPackage, packages: readonly LicensedPackage[]): string {
  const sorted = [...packages].sort((one, other) => (one.name < other.name ? -1 : 1));
  const parts = [own, ...sorted].map(
    ({ name, version, license, text }) => `\n=== ${name} ${version}: ${license}\n\n${text.trim()}\n`,
  );
  return LEAD + parts.join('');
}

/** The names of the packages in such a text, without the repository's own. */
export function licensedNames(text: string): string[] {
  return [...text.matchAll(HEAD)].map(([, name = '']) => name).slice(1);
}
