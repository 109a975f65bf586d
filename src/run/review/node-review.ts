/**
 * The real review: the site as it would be is built from a copy of what the program has published and the new release,
 * checked by the gate, and served on this machine alone; questions go to the terminal.
 */
import { spawn } from 'node:child_process';
import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { SOURCE_LANGUAGE } from '../../model/locale.ts';
import { ReleaseError } from '../../release/release-error.ts';
import { serveSite } from '../serve-site.ts';
import type { Proposal, Review } from './review.ts';
import { layOutSideBySide } from './side-by-side.ts';

const REPOSITORY = resolve(import.meta.dirname, '..', '..', '..');
const FIRST_PORT = 4321;

export async function openNodeReview(proposal: Proposal): Promise<Review> {
  const [data, dist] = [join(proposal.workplace, 'data'), join(proposal.workplace, 'dist')];
  await copyPublished(proposal, data);
  await runNode(['scripts/astro.mjs', 'build', '--outDir', dist], data);
  await runNode(['scripts/gate.ts', dist], data);
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

/** What the site reads of a program besides its releases. Nothing else is copied: tallies and corrections may lie beside it. */
const PAPERS = ['program.json', 'record', 'translations'];

/** What the program has published, with the new release in its place. */
async function copyPublished({ program, release, sealed }: Proposal, data: string): Promise<void> {
  const copy = join(data, 'programs', basename(program));
  await mkdir(join(copy, 'releases'), { recursive: true });
  for (const name of await readdir(program))
    if (PAPERS.includes(name)) await cp(join(program, name), join(copy, name), { recursive: true });
  for (const name of await readdir(dirname(sealed)))
    if (!name.startsWith('.'))
      await cp(join(dirname(sealed), name), join(copy, 'releases', name), { recursive: true });
  await cp(sealed, join(copy, 'releases', release), { recursive: true });
}

/** Runs one of the repository's scripts on the copy; what it said is told only if it failed. */
function runNode(args: readonly string[], data: string): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, {
      cwd: REPOSITORY,
      env: { ...process.env, DAYLIGHT_DATA: data, DAYLIGHT_SITE: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => said.push(text));
    child.on('error', fail).on('close', (code) => {
      if (code === 0) return done();
      fail(
        new ReleaseError('approval', `The site cannot be built with this release.\n${said.join('').trim()}`),
      );
    });
  });
}

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
