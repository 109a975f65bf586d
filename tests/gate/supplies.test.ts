// What a site is made of: licences word for word, the bill of materials of the lockfile, and every script on the page that checks.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { formatBill, lockedPackages, packageName } from '../../src/formats/site/bill-of-materials.ts';
import { checkFiles } from '../../src/gate/check-files.ts';
import { suppliesOf } from '../../src/gate/files/licenses.ts';
import { AGAINST, siteWith } from './fixture.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const lock = await readFile(resolve(ROOT, 'package-lock.json'), 'utf8');

const whysOf = (files: Record<string, string>, without: readonly string[] = []): string[] => {
  const site = new Map(siteWith({ files }));
  for (const path of without) site.delete(path);
  return checkFiles(site, AGAINST).map(({ file, why }) => `${file}: ${why}`);
};

test('the gate takes what the packages say, and refuses one byte more or a site with scripts that says nothing', () => {
  const script = { '_astro/one.js': 'const a = "b";' };
  expect(whysOf(script)).toEqual([]);
  expect(whysOf({ ...script, 'licenses.txt': 'Public domain!' })).toEqual([
    expect.stringContaining('licenses.txt: This is not what'),
  ]);
  expect(whysOf({ ...script, 'sbom.json': '[]' })).toHaveLength(1);
  expect(whysOf(script, ['sbom.json', 'licenses.txt'])).toHaveLength(2);
  expect(whysOf({}, ['sbom.json', 'licenses.txt'])).toEqual([]);
});

test('the list of scripts has each with its hash and size, and no other', () => {
  const text = 'const a = "b";';
  const line = `${createHash('sha256').update(text).digest('hex')}  _astro/one.js  ${text.length}`;
  const page = (list: string): Record<string, string> => ({
    '_astro/one.js': text,
    'en/small-town/verify/index.html': `<p>x</p><script type="application/json" id="verify-data">{}</script>${list}`,
  });
  const found = (list: string) => whysOf(page(list)).filter((why) => /scripts/.test(why));
  expect(found(`<code id="scripts">${line}</code>`)).toEqual([]);
  expect(found(`<code id="scripts">${line.replace('_astro/one', '_astro/two')}</code>`)).toHaveLength(1);
  expect(found(`<code id="scripts">${line.replace(/\d+$/, '15')}</code>`)).toHaveLength(1);
  expect(found(`<code id="scripts"></code>`)).toHaveLength(1);
  expect(found('')).toEqual([expect.stringContaining('does not list the scripts')]);
});

test('licenses of served packages are there word for word, and a package without one is refused', async () => {
  const packages = resolve(ROOT, 'node_modules');
  const text = (await suppliesOf(packages, ['react', 'highs'])).get('licenses.txt') ?? '';
  expect([...text.matchAll(/^=== .*/gm)].map(([head]) => head.replace(/ \d.*:/, ''))).toEqual([
    '=== daylight MIT',
    '=== highs MIT',
    '=== react MIT',
  ]);
  expect(text).toContain((await readFile(resolve(packages, 'react/LICENSE'), 'utf8')).trim());
  await expect(suppliesOf(packages, ['.bin'])).rejects.toThrow();
});

test('formatBill of the lockfile has every package once with the hash of the lockfile, the same each time', () => {
  const bill = JSON.parse(formatBill(lock));
  const packages = lockedPackages(lock);
  const names = new Set([...packages].map(([folder, { version }]) => `${packageName(folder)}@${version}`));
  expect(bill.components.map((one: { 'bom-ref': string }) => one['bom-ref'])).toEqual([...names].sort());
  const react = bill.components.find(({ name }: { name: string }) => name === 'react');
  const integrity = packages.get('node_modules/react')?.integrity?.replace('sha512-', '') ?? '';
  expect(react.hashes).toEqual([
    { alg: 'SHA-512', content: Buffer.from(integrity, 'base64').toString('hex') },
  ]);
  expect(react.purl).toBe(`pkg:npm/react@${react.version}`);
  expect(bill.components.every(({ licenses }: { licenses?: unknown }) => licenses !== undefined)).toBe(true);
  expect(formatBill(lock)).not.toMatch(/timestamp|serialNumber/);
});

test('formatBill has what npm itself says of the lockfile: packages, hashes, licenses, and who needs whom', () => {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const npm = process.env.npm_execpath;
  const told = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1e8 })
    : spawnSync('npm', args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1e8 });
  const partsOf = (text: string) => {
    const { components, dependencies } = JSON.parse(text);
    const needs = dependencies.map(({ ref, dependsOn = [] }: { ref: string; dependsOn?: string[] }) => [
      ref,
      dependsOn.toSorted(),
    ]);
    return {
      packages: components
        .map(({ purl, hashes, licenses }: Record<string, unknown>) =>
          JSON.stringify([purl, hashes, licenses]),
        )
        .sort(),
      needs: needs.map((one: unknown) => JSON.stringify(one)).sort(),
    };
  };
  expect(partsOf(formatBill(lock))).toEqual(partsOf(told.stdout));
});

test('no package runs a script when it is installed: setup forbids it, and one of the lockfile would like to', async () => {
  const scripted = [...lockedPackages(lock)].filter(([, { hasInstallScript }]) => hasInstallScript === true);
  // It checks that its binary fits the machine; what it checks is there without.
  expect(scripted.map(([folder]) => packageName(folder))).toEqual(['esbuild']);
  expect(await readFile(resolve(ROOT, 'scripts/setup.mjs'), 'utf8')).toContain("'--ignore-scripts'");
});

test('every package of the lockfile has a hash, and none comes from elsewhere than the registry', () => {
  for (const [folder, { integrity }] of lockedPackages(lock)) expect(integrity, folder).toMatch(/^sha512-/);
  expect([...lock.matchAll(/"resolved": "(?!https:\/\/registry\.npmjs\.org\/)/g)]).toEqual([]);
});
