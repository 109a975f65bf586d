/**
 * A program's pages as they would be, built into a temporary folder, served on this machine alone, and built again while
 * somebody works on what they are made of. With a release that is tried, readers' pages of it too: what is shown then is the
 * staged release of a dry run, which has been attacked and is kept nowhere else.
 *
 *   change -> stage (where a release is tried) -> copy -> build into a new folder -> serve that one -> pages load again
 *
 * A build that fails is told, and the last one stays.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { listReleases } from '../../release/read-release.ts';
import type { Effects } from '../effects.ts';
import type { Places } from '../places.ts';
import { readProgram } from '../read-program.ts';
import { makeRelease } from '../release/make-release.ts';
import { buildInto, copyProgram, copyPublished, PAPERS } from '../review/node-review.ts';
import { serveSite } from '../review/serve-site.ts';
import { markPage, ownFile, PREVIEW_MARK } from './mark-pages.ts';
import { type Watched, watchFolders } from './watch.ts';

/** The release that is tried beside the program. */
interface Tried {
  readonly tallies: string | undefined;
  readonly id: string | undefined;
}

export interface PreviewOptions {
  readonly program: string;
  /** Undefined: the program with what it has published. */
  readonly tried: Tried | undefined;
  readonly port: number;
}

/** Builds the site of the data that `env` names into `dist`. */
export type BuildSite = (dist: string, env: Readonly<Record<string, string>>) => Promise<void>;

export interface OpenPreview {
  readonly address: string;
  /** Ends it, and leaves nothing behind. */
  readonly close: () => Promise<void>;
}

const buildSite: BuildSite = (dist, env) =>
  buildInto(dist, env, 'The preview cannot be built, and the last one stays.');

/** Serves at once a page that says to wait. Throws `RefusedError` where there is no such program. */
export async function openPreview(
  options: PreviewOptions,
  effects: Effects,
  places: Places,
  tell: (error: unknown) => void,
  build = buildSite,
): Promise<OpenPreview> {
  const { folder } = await readProgram(options.program, places);
  const workplace = await mkdtemp(join(tmpdir(), 'daylight-preview-'));
  const shown: Shown = { version: 0, dist: siteIn(workplace, 0) };
  await writeWaiting(shown.dist);
  const says = lineOf(options);
  const server = await serveSite({
    dist: () => shown.dist,
    base: '/',
    port: options.port,
    headers: { 'cache-control': 'no-store' },
    page: (html) => markPage(html, '/', says),
    besides: (path) => ownFile(path, shown.version),
  });
  const make = async () => {
    const version = shown.version + 1;
    const dist = siteIn(workplace, version);
    const data = join(workplace, 'data');
    try {
      await rm(data, { recursive: true, force: true });
      const release = await gather(options, data, effects, places);
      const startedMs = effects.clock();
      effects.log(buildingLine(shown));
      await build(dist, { ...NO_OTHERS, DAYLIGHT_DATA: data, DAYLIGHT_RELEASE: release });
      await writeFile(join(dist, PREVIEW_MARK), `${says}\n`);
      const before = shown.dist;
      const tookS = Math.round((effects.clock() - startedMs) / 1000);
      Object.assign(shown, { version, dist, tookS });
      await removeBuilt(before);
      effects.log(`Built in ${tookS} s: ${server.address}`);
    } catch (error) {
      await removeBuilt(dist);
      tell(error);
    }
  };
  const again = oneAtATime(make);
  const stop = watchFolders(watchedBy(folder, options), again.ask);
  again.ask();
  return {
    address: server.address,
    close: async () => {
      stop();
      await Promise.all([server.stop(), again.close()]);
      await rm(workplace, { recursive: true, force: true });
    },
  };
}

interface Shown {
  readonly version: number;
  readonly dist: string;
  /** How long it took to build; of the page that says to wait, undefined. */
  readonly tookS?: number;
}

/** Each build has a folder of its own, with the pages and the manifests that lie beside them. */
const siteIn = (workplace: string, version: number): string => join(workplace, String(version), 'site');

async function writeWaiting(dist: string): Promise<void> {
  await mkdir(dist, { recursive: true });
  for (const page of ['index.html', '404.html']) await writeFile(join(dist, page), WAITING);
}

function buildingLine({ tookS }: Shown): string {
  return `Building the pages${tookS === undefined ? '' : ` (the last time took ${tookS} s)`} ...`;
}

async function removeBuilt(dist: string): Promise<void> {
  await rm(dirname(dist), { recursive: true, force: true });
}

/** Whatever the shell has for other builds counts for nothing. */
const NO_OTHERS = {
  DAYLIGHT_SITE: '',
  DAYLIGHT_FORESEE: '',
  DAYLIGHT_PAPERS: '',
  DAYLIGHT_KEPT: '',
  DAYLIGHT_PICTURES: '',
};

/** What a build is told where there is no release to make pages of. */
const NO_RELEASE = '';

/** Copies what the site is made of; the release of which pages are built, or `NO_RELEASE`. */
async function gather(
  { program, tried }: PreviewOptions,
  data: string,
  effects: Effects,
  places: Places,
): Promise<string> {
  const { folder } = await readProgram(program, places);
  if (tried === undefined) {
    await copyProgram(folder, data);
    return (await listReleases(folder)).at(-1) ?? NO_RELEASE;
  }
  let release = NO_RELEASE;
  const taking: Effects = {
    ...effects,
    buildPages: async (proposal) => {
      await copyPublished(proposal, data);
      release = proposal.release;
      return [];
    },
  };
  await makeRelease(program, { ...tried, dryRun: true }, taking, places);
  return release;
}

/** What is written by hand; of the tallies, too, where a release is tried. */
function watchedBy(folder: string, { tried }: PreviewOptions): Watched[] {
  const own = tried === undefined ? PAPERS : [...PAPERS, 'tallies'];
  return [
    { folder, isMeant: (name) => own.includes(name) },
    ...(tried?.tallies === undefined ? [] : [{ folder: tried.tallies, isMeant: () => true }]),
  ];
}

/** What is asked for while it works is done once afterwards. */
function oneAtATime(work: () => Promise<void>) {
  let running: Promise<void> | undefined;
  let isAsked = false;
  let isClosed = false;
  const run = async () => {
    while (isAsked && !isClosed) {
      isAsked = false;
      await work();
    }
    running = undefined;
  };
  return {
    ask: () => {
      isAsked = true;
      running ??= run();
    },
    close: async () => {
      isClosed = true;
      await running;
    },
  };
}

function lineOf({ program, tried }: PreviewOptions): string {
  const what =
    tried === undefined ? 'with what it has published' : 'with a release that is tried and not kept';
  return `Preview of ${basename(program)}, ${what}. Nobody else sees this page.`;
}

const WAITING =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Daylight</title></head><body><p>The pages are being built. That takes a minute or so, and longer where a release is tried; then this page loads itself. The terminal says what goes on.</p></body></html>';
