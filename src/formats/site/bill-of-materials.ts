/**
 * `sbom.json` of a built site: every package that it was made with, as a bill of materials in CycloneDX 1.5. It is made of
 * `package-lock.json` alone, so that the same lockfile gives the same bytes on every machine and day: no time, no serial number.
 */
import { z } from 'astro/zod';
import { formatJson } from '../../reading/json-file.ts';

export const BILL = 'sbom.json';

const packageSchema = z.object({
  version: z.string(),
  license: z.string().optional(),
  integrity: z.string().optional(),
  dev: z.boolean().optional(),
  optional: z.boolean().optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
  devDependencies: z.record(z.string(), z.string()).optional(),
  peerDependencies: z.record(z.string(), z.string()).optional(),
  hasInstallScript: z.boolean().optional(),
});
const lockSchema = z.object({
  name: z.string(),
  version: z.string(),
  packages: z.record(z.string(), packageSchema),
});

export type LockedPackage = z.infer<typeof packageSchema>;

/** By their folders, as `node_modules/a/node_modules/b`; the repository itself is not among them. */
export function lockedPackages(lock: string): Map<string, LockedPackage> {
  const { packages } = lockSchema.parse(JSON.parse(lock));
  return new Map(Object.entries(packages).filter(([folder]) => folder !== ''));
}

const FOLDER = 'node_modules/';

/** `@scope/name` of a folder. */
export function packageName(folder: string): string {
  return folder.slice(folder.lastIndexOf(FOLDER) + FOLDER.length);
}

export function formatBill(lock: string): string {
  const { name, version, packages: all } = lockSchema.parse(JSON.parse(lock));
  const own = { ref: `${name}@${version}`, ...all[''] };
  const packages = lockedPackages(lock);
  const refs = new Map(
    [...packages].map(([folder, one]) => [folder, `${packageName(folder)}@${one.version}`]),
  );
  const components = new Map(
    [...packages].map(([folder, one]) => [refs.get(folder), component(folder, one)]),
  );
  return formatJson({
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: { 'bom-ref': own.ref, type: 'application', name, version, purl: purlOf(name, version) },
    },
    components: sortedBy([...components.values()], (one) => one['bom-ref']),
    dependencies: sortedBy(dependenciesOf(own, packages, refs), ({ ref }) => ref),
  });
}

function component(folder: string, { version, license, integrity, dev, optional }: LockedPackage) {
  const name = packageName(folder);
  return {
    'bom-ref': `${name}@${version}`,
    type: 'library',
    name,
    version,
    scope: dev || optional ? 'optional' : 'required',
    ...(integrity !== undefined && { hashes: hashesOf(integrity) }),
    ...(license !== undefined && { licenses: [licenseOf(license)] }),
    purl: purlOf(name, version),
    ...(dev && { properties: [{ name: 'cdx:npm:package:development', value: 'true' }] }),
  };
}

function purlOf(name: string, version: string): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

function hashesOf(integrity: string): { alg: string; content: string }[] {
  const [algorithm = '', digest = ''] = integrity.split('-');
  const bytes = Uint8Array.from(atob(digest), (letter) => letter.charCodeAt(0));
  const content = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [{ alg: algorithm.replace('sha', 'SHA-'), content }];
}

/** One licence of the SPDX list, or several with AND and OR. */
function licenseOf(license: string) {
  return license.includes(' ') ? { expression: license } : { license: { id: license } };
}

/** What each package needs, found as Node finds it: in its own `node_modules`, or in those of the folders above. */
function dependenciesOf(
  own: { readonly ref: string } & Partial<LockedPackage>,
  packages: ReadonlyMap<string, LockedPackage>,
  refs: ReadonlyMap<string, string>,
): { ref: string; dependsOn: string[] }[] {
  const met = (folder: string, needs: object): string[] =>
    Object.keys(needs).flatMap((name) => refs.get(placeOf(name, folder, packages) ?? '') ?? []);
  const first = met('', { ...own.dependencies, ...own.devDependencies, ...own.optionalDependencies });
  const found = new Map<string, Set<string>>([[own.ref, new Set(first)]]);
  for (const [folder, { dependencies, optionalDependencies, peerDependencies }] of packages) {
    const ref = refs.get(folder);
    if (ref === undefined) throw new Error('internal error: a package without a name');
    const needs = met(folder, { ...dependencies, ...optionalDependencies, ...peerDependencies });
    found.set(ref, new Set([...(found.get(ref) ?? []), ...needs]));
  }
  return [...found].map(([ref, dependsOn]) => ({ ref, dependsOn: [...dependsOn].sort() }));
}

function placeOf(
  name: string,
  folder: string,
  packages: ReadonlyMap<string, LockedPackage>,
): string | undefined {
  for (let at = folder; ; at = at.slice(0, Math.max(0, at.lastIndexOf(`/${FOLDER}`)))) {
    const place = `${at === '' ? '' : `${at}/`}${FOLDER}${name}`;
    if (packages.has(place)) return place;
    if (at === '') return undefined;
  }
}

function sortedBy<T>(list: readonly T[], keyOf: (one: T) => string): T[] {
  return [...list].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}
