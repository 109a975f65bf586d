/**
 * Pages of releases as they were published, kept from one build to the next beside the repository: what was built once is taken from
 * there as long as its key is the same. With each release lie the hashes of its files: what somebody changed is built again.
 */
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { sha256 } from '../../release/hash.ts';
import { listFiles } from '../list-files.ts';
import type { KeyedRelease } from './page-keys.ts';

/** Where a build puts pages, and manifests, which say where their numbers come from. */
export interface Built {
  readonly dist: string;
  readonly manifests: string;
}

/** One release with its pages in every language. */
export interface KeptRelease {
  readonly keyed: KeyedRelease;
  readonly folder: string;
  readonly entry: Entry;
}

interface Entry {
  /** SHA-256 by path, in `dist` and beside it. */
  readonly files: Readonly<Record<string, string>>;
  readonly manifests: Readonly<Record<string, string>>;
  /** Pages of the latest release to which the same pages of this one lead. */
  readonly mirrored: readonly string[];
  /** Whether the gate has found nothing in them. */
  readonly checked: boolean;
}

const ENTRY = 'entry.json';
const DRAFT = '.draft-';
const SITE = 'site';
const MANIFESTS = 'figures';

/** Undefined where nothing is kept by this key, or not as it was put there. */
export async function findKept(cache: string, keyed: KeyedRelease): Promise<KeptRelease | undefined> {
  const folder = folderOf(cache, keyed);
  const text = await readFile(join(folder, ENTRY), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const entry = JSON.parse(text) as Entry;
  const isWhole =
    (await isAsKept(join(folder, SITE), entry.files)) &&
    (await isAsKept(join(folder, MANIFESTS), entry.manifests));
  return isWhole ? { keyed, folder, entry } : undefined;
}

async function isAsKept(folder: string, sums: Entry['files']): Promise<boolean> {
  const paths = Object.keys(sums);
  if ((await listFiles(folder)).join('\n') !== paths.sort().join('\n')) return false;
  const found = await hashFiles(folder, paths);
  return paths.every((path) => found[path] === sums[path]);
}

async function hashFiles(folder: string, paths: readonly string[]): Promise<Record<string, string>> {
  const found = paths.map(async (path) => [path, sha256(await readFile(join(folder, path)))] as const);
  return Object.fromEntries(await Promise.all(found));
}

/** Whether the latest release has those pages to which these lead, and no others. `site` are the files of the site. */
export function fitsLatest({ keyed, entry }: KeptRelease, site: ReadonlySet<string>): boolean {
  const mirrored = mirroredIn(site, keyed, Object.keys(entry.files));
  return mirrored.join('\n') === entry.mirrored.join('\n');
}

function mirroredIn(
  site: ReadonlySet<string>,
  { program, release }: KeyedRelease,
  paths: readonly string[],
): string[] {
  const latest = (path: string) => path.replace(`/${program}/releases/${release}/`, `/${program}/`);
  return paths
    .map(latest)
    .filter((path) => path.endsWith('.html') && site.has(path))
    .sort();
}

/** Puts what was kept into a site. */
export async function takeKept({ folder }: KeptRelease, { dist, manifests }: Built): Promise<void> {
  await cp(join(folder, SITE), dist, { recursive: true });
  await cp(join(folder, MANIFESTS), manifests, { recursive: true });
}

/** Keeps the pages of a release that was just built, by its name only when they are whole. */
export async function keepPages(
  cache: string,
  keyed: KeyedRelease,
  { dist, manifests }: Built,
  site: ReadonlySet<string>,
): Promise<void> {
  const mark = `/${keyed.program}/releases/${keyed.release}/`;
  const isOwn = (path: string) => path.slice(path.indexOf('/')).startsWith(mark);
  const own = { site: [...site].filter(isOwn), manifests: (await listFiles(manifests)).filter(isOwn) };
  const entry: Entry = {
    files: await hashFiles(dist, own.site),
    manifests: await hashFiles(manifests, own.manifests),
    mirrored: mirroredIn(site, keyed, own.site),
    checked: false,
  };
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(join(cache, DRAFT));
  await copyFiles(dist, join(draft, SITE), own.site);
  await copyFiles(manifests, join(draft, MANIFESTS), own.manifests);
  await writeFile(join(draft, ENTRY), JSON.stringify(entry));
  const folder = folderOf(cache, keyed);
  await rm(dirname(folder), { recursive: true, force: true });
  await mkdir(dirname(folder), { recursive: true });
  await rename(draft, folder);
}

async function copyFiles(from: string, to: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) await cp(join(from, path), join(to, path));
}

/** The gate has looked at all of it, and found nothing. */
export async function markChecked(cache: string, releases: readonly KeyedRelease[]): Promise<void> {
  for (const keyed of releases) {
    const file = join(folderOf(cache, keyed), ENTRY);
    const entry = JSON.parse(await readFile(file, 'utf8')) as Entry;
    await writeFile(file, JSON.stringify({ ...entry, checked: true }));
  }
}

/** What no release has any more, and what a build that was stopped left. */
export async function dropOthers(cache: string, releases: readonly KeyedRelease[]): Promise<void> {
  const known = new Set(releases.map((keyed) => folderOf(cache, keyed)));
  const inside = async (folders: readonly string[]) => (await Promise.all(folders.map(foldersIn))).flat();
  const programs = await foldersIn(cache);
  const drafts = programs.filter((folder) => basename(folder).startsWith(DRAFT));
  const kept = await inside(await inside(programs.filter((folder) => !drafts.includes(folder))));
  for (const folder of [...drafts, ...kept.filter((one) => !known.has(one))])
    await rm(folder, { recursive: true, force: true });
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
}

function folderOf(cache: string, { program, release, key }: KeyedRelease): string {
  return join(cache, program, release, key);
}
