/**
 * On what the pages of a release as it was published hang: the code, the address of the site, what its program has published up to
 * that release, and its papers. Builds with the same key make the same pages, byte for byte. What a program publishes later, and
 * what other programs publish, is in no key: a new release leaves the pages of earlier ones as they are, but for
 * those of which it corrects something.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import Papa from 'papaparse';
import { valueAt } from '../../indexes/look-up.ts';
import { readRecalls } from '../../release/changes/recalls.ts';
import { CHANGES, SUMS } from '../../release/layout.ts';
import { listReleases } from '../../release/read-release.ts';
import { listFiles } from '../list-files.ts';

export interface KeyedRelease {
  readonly program: string;
  readonly release: string;
  /** SHA-256 in lower-case hexadecimal. */
  readonly key: string;
}

export interface BuildPlaces {
  readonly repository: string;
  /** The folder that has `programs/`. */
  readonly data: string;
  /** Where the site is to stand, as `DAYLIGHT_SITE` has it; empty where nobody says. */
  readonly site: string;
  /** Whether briefings are printed. */
  readonly papers: boolean;
}

const LOGO = 'logo.svg';
/** What makes pages. */
const CODE = ['src', 'public', 'scripts'];
const CODE_FILES = ['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** Every release of every program, oldest first. */
export async function keyReleases({ repository, data, site, papers }: BuildPlaces): Promise<KeyedRelease[]> {
  const entries = await readdir(join(data, 'programs'), { withFileTypes: true });
  const programs = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const code = await Promise.all(CODE.map((folder) => readTexts(join(repository, folder), 'latin1')));
  const files = await Promise.all(CODE_FILES.map((file) => readFile(join(repository, file), 'utf8')));
  const elsewhere = await readTexts(join(data, 'elsewhere'));
  const common = digest([process.version, site, papers, code, files, programs, elsewhere]);
  const keyed = programs.map((program) => keyProgram(join(data, 'programs', program), program, common));
  return (await Promise.all(keyed)).flat();
}

async function keyProgram(folder: string, program: string, common: string): Promise<KeyedRelease[]> {
  const releases = await listReleases(folder);
  const papers = await readPapers(folder);
  const told = await readTold(folder, releases, plain(JSON.stringify(papers)));
  const sums = await Promise.all(releases.map((release) => readSums(join(folder, 'releases', release))));
  const corrected = await readCorrected(folder, releases);
  const translations = await readTexts(join(folder, 'translations'));
  return releases.map((release, at) => ({
    program,
    release,
    key: digest([
      common,
      papers,
      sums.slice(0, at + 1),
      translations.map(toldBy(told, at)),
      valueAt(corrected, at),
    ]),
  }));
}

/** Names with contents, in their order; as `latin1` every byte counts. */
async function readTexts(
  folder: string,
  encoding: 'utf8' | 'latin1' = 'utf8',
): Promise<(readonly [path: string, text: string])[]> {
  const paths = await listFiles(folder);
  return Promise.all(
    paths.map(async (path) => [path, await readFile(join(folder, path), encoding)] as const),
  );
}

/** `program.json` but for the list of releases to make, which no page shows; the record, the sign, what was recalled. */
async function readPapers(folder: string): Promise<unknown> {
  const { releases: _, ...program } = JSON.parse(await readFile(join(folder, 'program.json'), 'utf8'));
  const names = await readdir(folder);
  const logo = names.includes(LOGO) ? await readFile(join(folder, LOGO), 'utf8') : '';
  return [program, logo, await readTexts(join(folder, 'record')), await readRecalls(folder)];
}

/** Its hashes, by which all its files are known, and its signatures. */
async function readSums(folder: string): Promise<unknown> {
  const names = (await readdir(folder)).filter((name) => name.startsWith(SUMS)).sort();
  return Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')]));
}

/** Per release: what later ones corrected of what it says, in the order of the releases. Its pages say so. */
async function readCorrected(folder: string, releases: readonly string[]): Promise<unknown[]> {
  const all = releases.map(async (release) => {
    const path = join(folder, 'releases', release, CHANGES);
    const text = await readFile(path, 'utf8').catch(() => '');
    return { release, rows: Papa.parse<string[]>(text, { skipEmptyLines: true }).data.slice(1) };
  });
  const corrections = await Promise.all(all);
  return Promise.all(
    releases.map(async (release, at) => {
      const later = corrections.slice(at + 1).flatMap((one) => one.rows.map((row) => ({ ...one, row })));
      if (later.length === 0) return [];
      const says = await openRelease(join(folder, 'releases', release));
      return later.flatMap(({ release: by, row: [measure = '', cell = ''] }) =>
        says(measure, cell) ? [[by, measure, cell]] : [],
      );
    }),
  );
}

/** Whether one of its files has a row that begins with the codes of a cell, or with the name of a request. */
async function openRelease(release: string): Promise<(measure: string, cell: string) => boolean> {
  const files = new Map([
    ...(await readTexts(join(release, 'cubes'))),
    ...(await readTexts(join(release, 'requests'))),
  ]);
  return (measure, cell) => {
    const codes = cell.split('|');
    const isOfRequests = measure.startsWith('requests/');
    const first = isOfRequests ? codes.slice(0, 1) : codes;
    const text = files.get(`${isOfRequests ? basename(measure) : measure}.csv`);
    return text?.includes(`\n${first.join()},`) === true;
  };
}

/** The first release whose requests or corrections say a text, by its place among the releases. */
type Told = ReadonlyMap<string, number>;

/** What stands in the papers too is said from the first on. */
async function readTold(folder: string, releases: readonly string[], papers: string): Promise<Told> {
  const told = new Map<string, number>();
  for (const [at, release] of releases.entries())
    for (const field of await fieldsOf(join(folder, 'releases', release)))
      if (!told.has(field)) told.set(field, papers.includes(plain(field)) ? 0 : at);
  return told;
}

async function fieldsOf(release: string): Promise<string[]> {
  const requests = await readTexts(join(release, 'requests'));
  const files = await readdir(release);
  const changes = files.includes(CHANGES) ? await readFile(join(release, CHANGES), 'utf8') : '';
  const texts = [...requests.map(([, text]) => text), changes];
  return texts.flatMap((text) => Papa.parse<string[]>(text).data.flat());
}

/** A translation without the texts that only later releases say. */
function toldBy(told: Told, at: number) {
  return ([path, json]: readonly [path: string, json: string]): unknown => {
    const { texts = {}, ...rest } = JSON.parse(json);
    return [path, rest, Object.entries(texts).filter(([english]) => (told.get(english) ?? at) <= at)];
  };
}

/** Whatever stands around or before a quotation mark, in JSON and in CSV. */
function plain(text: string): string {
  return text.replace(/["\\]/g, '');
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
