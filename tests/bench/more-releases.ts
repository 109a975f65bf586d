/**
 * More releases of a program that has one: each says the same under another name, sealed and chained as releases are. What pages and
 * files weigh and how long they take is as for releases that say something new.
 */
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { formatPrevious } from '../../src/formats/previous-file.ts';
import { formatSums, parseSums } from '../../src/formats/sums-file.ts';
import { TOTAL } from '../../src/program/codelist.ts';
import { sha256 } from '../../src/release/hash.ts';
import { AUDIT, BALANCE, DATAPACKAGE, PREVIOUS, SUMS } from '../../src/release/layout.ts';

/** Makes `release` in the folder `releases`, after the release `before`, or as the first; `model` is the folder of a sealed one. */
export async function addRelease(
  model: string,
  releases: string,
  { release, before }: { readonly release: string; readonly before: string | undefined },
): Promise<void> {
  const folder = join(releases, release);
  await cp(model, folder, { recursive: true });
  await rm(join(folder, PREVIOUS), { force: true });
  const read = parseSums(await readFile(join(model, SUMS), 'utf8'), SUMS);
  if (!read.ok) throw new Error(`${model} is at fault.`);
  const sums = new Map(read.value);
  sums.delete(PREVIOUS);
  const write = async (name: string, text: string) => {
    await writeFile(join(folder, name), text);
    sums.set(name, sha256(text));
  };
  const sheet = await readFile(join(model, BALANCE), 'utf8');
  const told = release === basename(model) ? sheet : withoutTotals(sheet);
  await write(BALANCE, told);
  for (const name of [DATAPACKAGE, AUDIT]) {
    const text = renamed(await readFile(join(model, name), 'utf8'), basename(model), release);
    await write(name, described(text, sheet, told));
  }
  if (before !== undefined) {
    const hash = sha256(await readFile(join(releases, before, SUMS), 'utf8'));
    await write(PREVIOUS, formatPrevious({ release: before, hash }));
  }
  await writeFile(join(folder, SUMS), formatSums(sums));
}

/** A release whose periods end at another month than its name knows no requests to date. */
function withoutTotals(sheet: string): string {
  return sheet
    .split('\n')
    .filter((line) => !line.startsWith(`${TOTAL},`))
    .join('\n');
}

/** What a description says of the sheet `before`, said of `after`. */
function described(text: string, before: string, after: string): string {
  const said = (sheet: string) =>
    `"bytes": ${Buffer.byteLength(sheet)},\n      "hash": "sha256:${sha256(sheet)}"`;
  return text.replace(said(before), said(after));
}

/** Where the release says its own name: nowhere among its periods. */
function renamed(text: string, before: string, release: string): string {
  return text
    .replaceAll(`-${before.toLowerCase()}"`, `-${release.toLowerCase()}"`)
    .replaceAll(`release ${before}`, `release ${release}`)
    .replace(`"version": "${before}"`, `"version": "${release}"`)
    .replace(`"release": "${before}"`, `"release": "${release}"`);
}

/** A release for every quarter from `first` to `last`, oldest first, and of the first `corrected` of them a second. */
export function nameReleases(first: string, last: string, corrected: number): string[] {
  const names: string[] = [];
  for (let quarter = first, at = 0; ; quarter = nextQuarter(quarter), at += 1) {
    names.push(quarter, ...(at < corrected ? [`${quarter}-r1`] : []));
    if (quarter === last) return names;
  }
}

function nextQuarter(release: string): string {
  const [year = '', quarter = ''] = release.split('-Q');
  return quarter === '4' ? `${Number(year) + 1}-Q1` : `${year}-Q${Number(quarter) + 1}`;
}
