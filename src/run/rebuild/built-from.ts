/** From what a site is built on this machine, now. */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BUILD, type BuildFile, formatBuild } from '../../formats/site/build-file.ts';
import { sha256 } from '../../release/hash.ts';
import { ENGINE_VERSION } from '../engine.ts';

const run = promisify(execFile);

export async function builtFrom(
  repository: string,
  { site, papers }: Pick<BuildFile, 'site' | 'papers'>,
): Promise<BuildFile> {
  return {
    daylight: ENGINE_VERSION,
    commit: await commitOf(repository),
    lock: sha256(await readFile(join(repository, 'package-lock.json'))),
    node: process.version,
    site,
    papers,
  };
}

/** Puts `build.json` into a built site. */
export async function writeBuildFile(dist: string, built: BuildFile): Promise<void> {
  await writeFile(join(dist, BUILD), formatBuild(built));
}

/** Null where there is no commit of exactly these files. */
async function commitOf(repository: string): Promise<string | null> {
  const git = async (...args: string[]) => (await run('git', args, { cwd: repository })).stdout.trim();
  try {
    const changed = await git('status', '--porcelain');
    return changed === '' ? await git('rev-parse', 'HEAD') : null;
  } catch {
    return null;
  }
}
