/** `licenses.txt` and `sbom.json` of a site: made of the packages and the lockfile here, and held against what a site has. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isRun } from '../../figures/run-list.ts';
import { BILL, formatBill } from '../../formats/site/bill-of-materials.ts';
import {
  formatLicenses,
  LICENSES,
  type LicensedPackage,
  licensedNames,
} from '../../formats/site/licenses-file.ts';
import type { Finding } from '../finding.ts';
import type { Files } from '../read-files.ts';

/** Texts by the names of the two files. */
export type Supplies = ReadonlyMap<string, string>;

/** For a site that serves parts of these packages. `packages` is a `node_modules`, in the folder of the repository. */
export async function suppliesOf(packages: string, names: readonly string[]): Promise<Supplies> {
  const repository = join(packages, '..');
  const served = await Promise.all(names.map((name) => readLicense(join(packages, name))));
  const lock = await readFile(join(repository, 'package-lock.json'), 'utf8');
  return new Map([
    [BILL, formatBill(lock)],
    [LICENSES, formatLicenses(await readLicense(repository), served)],
  ]);
}

/** The license of the repository's data is another one, and each program names it. */
const FILE = /^(?:licen[cs]e|copying)(?!-data)(?:[.-].*)?$/i;

/** Throws where a package of which a part is served has no license that can be served with it. */
async function readLicense(folder: string): Promise<LicensedPackage> {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const files = (await readdir(folder)).filter((file) => FILE.test(file)).sort();
  if (files.length === 0 || typeof license !== 'string')
    throw new Error(`The package ${name} is served and brings no license along.`);
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return { name, version, license, text: texts.join('\n').replaceAll('\r\n', '\n') };
}

/** What a site that names these packages has to say. */
export async function expectedSupplies(files: Files, packages: string): Promise<Supplies> {
  const named = licensedNames(new TextDecoder().decode(files.get(LICENSES)));
  const found = await Promise.all(named.map((name) => isPackage(name, packages)));
  return suppliesOf(
    packages,
    named.filter((_, at) => found[at]),
  );
}

function isPackage(name: string, packages: string): Promise<boolean> {
  if (!/^(?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*$/.test(name)) return Promise.resolve(false);
  return readFile(join(packages, name, 'package.json')).then(
    () => true,
    () => false,
  );
}

export function isSupplyFile(path: string): boolean {
  return path === BILL || path === LICENSES;
}

export function supplyFindings(file: string, text: string, supplies: Supplies): Finding[] {
  if (text === supplies.get(file)) return [];
  const why = 'This is not what the lockfile and the packages here say, word for word.';
  return [{ file, where: '', what: '', why }];
}

/** A site that runs scripts says of whose packages they are made. */
export function missingSupplies(files: Files): Finding[] {
  if (![...files.keys()].some(isRun)) return [];
  return [BILL, LICENSES]
    .filter((path) => !files.has(path))
    .map((file) => ({ file, where: '', what: '', why: 'The site runs scripts and has no such file.' }));
}
