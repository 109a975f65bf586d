/**
 * The real review: the site as it would be is built from a copy of what the program has published and the new release,
 * checked by the gate, and served on this machine alone; questions go to the terminal.
 */
import { spawn } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { stripVTControlCharacters } from 'node:util';
import { SOURCE_LANGUAGE } from '../../figures/locale.ts';
import { UNFIT_DATA } from '../../reading/unfit-data.ts';
import { RefusedError } from '../../release/refused-error.ts';
import type { Proposal, Review } from './review.ts';
import { serveSite } from './serve-site.ts';
import { layOutSideBySide } from './side-by-side.ts';

const REPOSITORY = resolve(import.meta.dirname, '..', '..', '..');
const FIRST_PORT = 4321;

export async function openNodeReview(proposal: Proposal): Promise<Review> {
  const site = await build(proposal, {});
  await check(site);
  const { dist } = site;
  await writeSideBySide(proposal, dist);
  const server = await serveSite({ dist, base: '/', port: FIRST_PORT });
  const terminal = createInterface({ input: process.stdin });
  const lines = terminal[Symbol.asyncIterator]();
  return {
    address: `${server.address}preview/`,
    ask: async (question) => {
      process.stderr.write(`${question} `);
      const { value, done } = await lines.next();
      return done === true ? undefined : value;
    },
    close: async () => {
      terminal.close();
      await server.stop();
    },
  };
}

/** Of earlier releases no page is built: they were when they were made. */
export async function buildNodePages(proposal: Proposal): Promise<readonly string[]> {
  const site = await build(proposal, { DAYLIGHT_RELEASE: proposal.release, DAYLIGHT_FORESEE: 'yes' });
  const lines = await takeForeseen(site.dist);
  await check(site);
  return lines;
}

interface BuiltSite {
  readonly dist: string;
  /** What it was built with. */
  readonly env: Readonly<Record<string, string>>;
}

/** Whatever the shell has for other builds counts for nothing. */
async function build(proposal: Proposal, selection: BuiltSite['env']): Promise<BuiltSite> {
  const [data, dist] = [join(proposal.workplace, 'data'), join(proposal.workplace, 'dist')];
  const plain = {
    DAYLIGHT_SITE: '',
    DAYLIGHT_RELEASE: '',
    DAYLIGHT_FORESEE: '',
    DAYLIGHT_KEPT: '',
    DAYLIGHT_PICTURES: '',
    DAYLIGHT_CHECKED: '',
  };
  const env = { ...plain, ...selection, DAYLIGHT_DATA: data };
  await copyPublished(proposal, data);
  await buildInto(dist, env, NOT_KEPT).catch((error: unknown) => {
    throw inPlace(error, data, dirname(dirname(proposal.program)));
  });
  return { dist, env };
}

/** Faults are told at the files that a person mends, and not at the copy. */
function inPlace(error: unknown, copy: string, data: string): unknown {
  if (!(error instanceof RefusedError)) return error;
  return new RefusedError(error.code, error.message.replaceAll(copy, data), error.problems);
}

/** Builds the site of the data that `env` names; what went wrong comes after `says`. */
export function buildInto(dist: string, env: Readonly<Record<string, string>>, says: string): Promise<void> {
  return runNode(['scripts/astro.mjs', 'build', '--outDir', dist], env, says);
}

const NOT_KEPT = 'The site cannot be built with this release, so nothing was kept.';

/** Throws with what the gate finds. */
function check({ dist, env }: BuiltSite): Promise<void> {
  return runNode(['scripts/gate.ts', dist], env, NOT_KEPT);
}

/** What the build says beside the pages, which is no part of a site. */
async function takeForeseen(dist: string): Promise<readonly string[]> {
  const file = join(dist, 'foreseen.json');
  const text = await readFile(file, 'utf8');
  await rm(file);
  return JSON.parse(text) as readonly string[];
}

/** What the site reads of a program besides its releases. Nothing else is copied: tallies and corrections may lie beside it. */
export const PAPERS = ['program.json', 'record', 'translations', 'logo.svg'];

/** What the program has published, with the new release in its place. */
export async function copyPublished(
  { program, release, sealed }: Pick<Proposal, 'program' | 'release' | 'sealed'>,
  data: string,
): Promise<void> {
  const copy = await copyProgram(program, data);
  await cp(sealed, join(copy, 'releases', release), { recursive: true });
}

/** What the program has published; the folder of the copy. */
export async function copyProgram(program: string, data: string): Promise<string> {
  const copy = join(data, 'programs', basename(program));
  const releases = join(program, 'releases');
  await mkdir(join(copy, 'releases'), { recursive: true });
  for (const name of await readdir(program))
    if (PAPERS.includes(name)) await cp(join(program, name), join(copy, name), { recursive: true });
  for (const name of await readdir(releases).catch(() => []))
    if (!name.startsWith('.'))
      await cp(join(releases, name), join(copy, 'releases', name), { recursive: true });
  return copy;
}

/** Runs one of the repository's scripts on the copy; what it said is told only if it failed. */
function runNode(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  says: string,
): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, {
      cwd: REPOSITORY,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => said.push(text));
    child.on('error', fail).on('close', (code) => {
      if (code === 0) return done();
      fail(new RefusedError('pages', `${says}\n${plain(said.join(''))}`));
    });
  });
}

/** What a person can act on: no colours, and no way through the code; of data that are wrong, what is wrong and nothing else. */
export function plain(text: string): string {
  const lines = stripVTControlCharacters(text)
    .split('\n')
    .filter((line) => !/^\s+at /.test(line));
  const begin = lines.findIndex((line) => line.endsWith(UNFIT_DATA));
  if (begin < 0) return lines.slice(-MOST_LINES).join('\n').trim();
  const told = lines.slice(begin + 1);
  const end = told.findIndex((line) => /^\s+(Location|Stack trace|Hint):|^\s*$/.test(line));
  return [UNFIT_DATA, ...(end < 0 ? told : told.slice(0, end))].join('\n');
}

const MOST_LINES = 40;

async function writeSideBySide({ program, release, before }: Proposal, dist: string): Promise<void> {
  const programId = basename(program);
  const built = join(dist, SOURCE_LANGUAGE, programId);
  const pages = await pagesIn(built);
  const pagesBefore = before === undefined ? [] : await pagesIn(join(built, 'releases', before));
  for (const [page, text] of layOutSideBySide({ programId, release, before, pages, pagesBefore })) {
    await mkdir(join(dist, 'preview', page), { recursive: true });
    await writeFile(join(dist, 'preview', page, 'index.html'), text);
  }
}

/** The overview and the pages right under it. */
async function pagesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const named = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const listed = await Promise.all(
    ['', ...named].map(async (page) => ({ page, files: await readdir(join(folder, page)) })),
  );
  return listed.filter(({ files }) => files.includes('index.html')).map(({ page }) => page);
}
