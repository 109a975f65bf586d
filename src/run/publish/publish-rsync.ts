/**
 * Publishes by rsync into a folder here or on a server (`clerk@ids.example.org:/var/www/ids`). Files are compared by what is in
 * them, so that one that did not change keeps its time and caches keep it. All that is new is brought over first and put in its
 * place at the end, and what is gone goes after that: each file is whole at any time, and the whole changes within a moment, but
 * not in one step as `folder` does. What a run that was killed left is taken up by the next one.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RefusedError } from '../../release/refused-error.ts';
import { listFiles } from '../list-files.ts';
import { runTool } from './run-tool.ts';
import type { SiteChange } from './site-change.ts';

/** A file of the folder that says that it is ours. */
const MARK = '.daylight-site';
/** `some files could not be read`: there is no such folder yet. */
const NOT_THERE = 23;

const SAME = ['--recursive', '--checksum', '--perms', '--chmod=D755,F644', `--exclude=/${MARK}`];

/** What would change. Throws `RefusedError` where something stands there that is not ours. */
export async function compareRsync(dist: string, place: string): Promise<SiteChange> {
  const { code, out } = await runTool('rsync', ['--list-only', asFolder(place)], { answers: [NOT_THERE] });
  const names = out.split('\n').flatMap((line) => /^\S+\s+\S+ \S+ \S+ (.+)$/.exec(line)?.[1] ?? []);
  const others = names.filter((name) => name !== '.');
  if (code === 0 && others.length > 0 && !others.includes(MARK))
    throw new RefusedError(
      'exists',
      `${place} is not of Daylight's making, and is not touched. Name a folder that is empty or does not exist yet.`,
    );
  const files = await listFiles(dist);
  if (code === NOT_THERE) return { added: files, changed: [], gone: [], same: [] };
  const told = await runTool('rsync', [
    ...SAME,
    '--dry-run',
    '--delete',
    '--out-format=%i|%n',
    ...ends(dist, place),
  ]);
  const lines = told.out.split('\n').map((line) => line.split('|'));
  const of = (isMeant: (kind: string) => boolean) =>
    lines.flatMap(([kind = '', file = '']) => (isMeant(kind) && !file.endsWith('/') ? [file] : []));
  const added = of((kind) => /^[<>]f\+/.test(kind));
  const changed = of((kind) => /^[<>]f[^+]/.test(kind));
  const other = new Set([...added, ...changed]);
  return {
    added,
    changed,
    gone: of((kind) => kind.startsWith('*deleting')),
    same: files.filter((file) => !other.has(file)),
  };
}

export async function publishRsync(dist: string, place: string): Promise<void> {
  await markPlace(place);
  await runTool('rsync', [...SAME, '--delay-updates', '--delete-delay', ...ends(dist, place)]);
}

/** Before anything else, so that a run that is killed can be done again. */
async function markPlace(place: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'daylight-mark-'));
  try {
    await writeFile(join(folder, MARK), 'A site that Daylight publishes.\n');
    await runTool('rsync', ['--recursive', '--perms', '--chmod=D755,F644', ...ends(folder, place)]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const asFolder = (path: string): string => (path.endsWith('/') ? path : `${path}/`);

const ends = (dist: string, place: string): string[] => ['--', asFolder(dist), asFolder(place)];
