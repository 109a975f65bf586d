/**
 * `npm run publish -- folder PLACE | zip FILE | git REMOTE | rsync PLACE [--take-back]`: brings a built site to where readers find it, whole or not at
 * all, and says what changes. A release that readers have neither goes nor changes, unless it was recalled. The day on which one first goes out is noted.
 */
import { access, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recallPath } from '../../release/changes/recalls.ts';
import { withLock } from '../../release/lock.ts';
import { RefusedError } from '../../release/refused-error.ts';
import { type ExitCode, endWith, readArgs, UsageError } from '../command.ts';
import type { Effects } from '../effects.ts';
import { listFiles } from '../list-files.ts';
import { type Places, shippedPlaces } from '../places.ts';
import { PREVIEW_MARK } from '../preview/mark-pages.ts';
import { noteDays, unnotedReleases } from '../publish/note-days.ts';
import { openFolder, publishFolder } from '../publish/publish-folder.ts';
import { commitSite, type GitTarget } from '../publish/publish-git.ts';
import { compareRsync, publishRsync } from '../publish/publish-rsync.ts';
import { publishZip, refuseZip } from '../publish/publish-zip.ts';
import { changeOf, releasesIn, type SiteChange } from '../publish/site-change.ts';

/** `dist` is the built site, which the gate has checked. */
export function publishCommand(
  args: readonly string[],
  effects: Effects,
  dist: string,
  places: Places = shippedPlaces,
): Promise<ExitCode> {
  return endWith(() => run(parse(args), effects, dist, places), 'publish', effects);
}

function parse(args: readonly string[]) {
  const { values, positionals } = readArgs(args, {
    'take-back': { type: 'boolean' },
    branch: { type: 'string' },
  });
  const [name, place, ...surplus] = positionals;
  const target = TARGETS.find((one) => one === name);
  if (target === undefined || place === undefined || surplus.length > 0)
    throw new UsageError('Name a target, "folder", "zip", "git" or "rsync", and its place.');
  if (values.branch !== undefined && target !== 'git') throw new UsageError('--branch is of "git" alone.');
  return {
    target,
    place,
    branch: values.branch ?? 'gh-pages',
    takeBack: values['take-back'] === true,
  } as const;
}

/** Where a site can be published to. */
export const TARGETS = ['folder', 'zip', 'git', 'rsync'] as const;

async function run(
  { target, place, branch, takeBack }: ReturnType<typeof parse>,
  effects: Effects,
  dist: string,
  places: Places,
): Promise<ExitCode> {
  if ((await readFile(join(dist, 'index.html')).catch(() => undefined)) === undefined)
    throw new RefusedError('input', `There is no site in ${dist}. Build it first: npm run build.`);
  if ((await readFile(join(dist, PREVIEW_MARK)).catch(() => undefined)) !== undefined)
    throw new RefusedError(
      'input',
      `${dist} is a preview, which readers never get. Build the site: npm run build.`,
    );
  const files = await listFiles(dist);
  const unnoted = await unnotedReleases(files, places, effects);
  const guard = async (change: SiteChange) => {
    if (!takeBack) await refuseTakenBack(change, places);
  };
  if (target === 'zip') {
    await toZip(dist, place, files, effects);
    return 0;
  }
  const bring = {
    git: () => toGit(dist, { remote: place, branch }, guard, effects),
    rsync: () => toRsync(dist, place, guard, effects),
    folder: () => toFolder(dist, place, guard, effects),
  };
  await noteDays(unnoted, await bring[target](), effects);
  return 0;
}

async function toZip(dist: string, place: string, files: readonly string[], effects: Effects): Promise<void> {
  await refuseZip(place);
  await publishZip(dist, place, files, effects);
  effects.print(`Wrote ${place}: ${files.length} files.`);
}

type Guard = (change: SiteChange) => Promise<void>;

async function toFolder(dist: string, place: string, guard: Guard, effects: Effects): Promise<SiteChange> {
  const { versions } = await openFolder(place);
  return withLock(versions, effects.runner, effects.disk, async () => {
    // Looked at again: another run may have switched it before this one had the lock.
    const folder = await openFolder(place);
    const change = await changeOf(folder.current, dist);
    await guard(change);
    const version = await publishFolder(dist, folder, change, effects);
    for (const line of changeLines(change)) effects.print(line);
    effects.print(
      `Published to ${place}, a link to ${version}. Let no web server show ${versions}: it keeps the version before.`,
    );
    return change;
  });
}

async function toGit(dist: string, target: GitTarget, guard: Guard, effects: Effects): Promise<SiteChange> {
  const folder = await mkdtemp(join(tmpdir(), 'daylight-git-'));
  try {
    const { change, push } = await commitSite(dist, target, folder);
    await guard(change);
    await push();
    for (const line of changeLines(change)) effects.print(line);
    effects.print(`Published as a commit on the branch ${target.branch}.`);
    return change;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function toRsync(dist: string, place: string, guard: Guard, effects: Effects): Promise<SiteChange> {
  const change = await compareRsync(dist, place);
  await guard(change);
  await publishRsync(dist, place);
  for (const line of changeLines(change)) effects.print(line);
  effects.print(`Published to ${place}.`);
  return change;
}

/** Signatures may come and go; a release may go when it was recalled. Nothing else of one changes. */
async function refuseTakenBack({ gone, changed }: SiteChange, { programs }: Places): Promise<void> {
  const sealed = (files: readonly string[]) => releasesIn(files.filter((file) => !/\.sig$/.test(file)));
  const lost: string[] = [];
  for (const release of sealed(gone)) if (!(await isRecalled(release, programs))) lost.push(release);
  const other = sealed(changed);
  if (lost.length + other.length === 0) return;
  const says = [
    ...lost.map((one) => `${one} would go`),
    ...other.map((one) => `${one} would be another than readers have`),
  ];
  throw new RefusedError(
    'exists',
    `Releases that readers have stay as they are, but ${says.join(', ')}. Bring the folders of releases back and build again; a release that was a mistake is taken off by npm run recall. If it is meant all the same, say --take-back.`,
  );
}

function isRecalled(release: string, programs: string): Promise<boolean> {
  const [program = '', id = ''] = release.split(' ');
  return access(recallPath(join(programs, program), id)).then(
    () => true,
    () => false,
  );
}

const SHOWN = 10;

function changeLines({ added, changed, gone, same }: SiteChange): string[] {
  const kinds = { new: added, changed, gone };
  return [
    ...Object.entries(kinds).flatMap(([kind, files]) => [
      ...files.slice(0, SHOWN).map((file) => `  ${kind}: ${file}`),
      ...(files.length > SHOWN ? [`  ${kind}: ${files.length - SHOWN} more`] : []),
    ]),
    `${added.length} new, ${changed.length} changed, ${gone.length} gone, ${same.length} as before.`,
  ];
}
