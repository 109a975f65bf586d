/**
 * `npm run rebuild -- <dist or address>`: builds the site of this repository again, for the address for which the other was built, and
 * compares byte for byte. 0: the same. 1: they differ, and where; or the other was built from something else.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUILD, type BuildFile, parseBuild } from '../../formats/site/build-file.ts';
import { RefusedError } from '../../release/refused-error.ts';
import { type ExitCode, endWith, readArgs, UsageError } from '../command.ts';
import type { Effects } from '../effects.ts';
import { orRefuse } from '../read-program.ts';
import { findDifferences, openSite } from '../rebuild/find-differences.ts';
import { step } from '../step.ts';

/** What building takes that this command does not know how to do. */
export interface Builder {
  /** From what a site would be built here. */
  readonly from: (wanted: Pick<BuildFile, 'site' | 'papers'>) => Promise<BuildFile>;
  /** Whether all was built: briefings are printed as PDF only where a browser is at hand. */
  readonly build: (folder: string, wanted: Pick<BuildFile, 'site' | 'papers'>) => Promise<boolean>;
}

export function rebuildCommand(
  args: readonly string[],
  effects: Effects,
  builder: Builder,
): Promise<ExitCode> {
  return endWith(() => run(parse(args), effects, builder), 'rebuild', effects);
}

function parse(args: readonly string[]): string {
  const [where, ...surplus] = readArgs(args, {}).positionals;
  if (where === undefined || surplus.length > 0) throw new UsageError('Name one built site.');
  return where;
}

const MOST_SHOWN = 100;

async function run(where: string, effects: Effects, builder: Builder): Promise<ExitCode> {
  const other = await openSite(where);
  const text = await other.read(BUILD);
  if (text === undefined)
    throw new RefusedError('input', `There is no ${BUILD} at ${where}: name a site that npm run build made.`);
  const theirs = orRefuse(parseBuild(new TextDecoder().decode(text), BUILD), 'It cannot be read.');
  refuseOther(theirs, await builder.from(theirs));
  const folder = await mkdtemp(join(tmpdir(), 'daylight-rebuild-'));
  try {
    const site = join(folder, 'site');
    const isWhole = await step('Build the site again', effects, () => builder.build(site, theirs));
    if (!isWhole) effects.print('No browser is at hand here: briefings as PDF are not compared.');
    const compares = (path: string) => isWhole || !path.endsWith('.pdf');
    const { files, differences } = await step('Compare', effects, () =>
      findDifferences(site, other, compares),
    );
    for (const line of differences.slice(0, MOST_SHOWN)) effects.print(line);
    if (differences.length > MOST_SHOWN)
      effects.print(`... and ${differences.length - MOST_SHOWN} more differences.`);
    effects.print(
      differences.length === 0
        ? `All ${files} files of the site are the same, byte for byte.${other.paths === null ? ' What else the server has nobody can list.' : ''}`
        : `${differences.length} differences in ${files} files.`,
    );
    return differences.length === 0 ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Another commit, other packages: then a difference would show nothing. */
function refuseOther(theirs: BuildFile, ours: BuildFile): void {
  if (theirs.commit === null)
    throw new RefusedError(
      'input',
      'It was built from files that no commit has, so nobody can build it again.',
    );
  if (theirs.commit !== ours.commit)
    throw new RefusedError(
      'input',
      `It was built from commit ${theirs.commit}, and here is ${ours.commit ?? 'a copy with changes'}. Run git checkout ${theirs.commit}, then npm run setup, and try again.`,
    );
  const differs = (['daylight', 'lock', 'node'] as const).find((name) => theirs[name] !== ours[name]);
  if (differs !== undefined)
    throw new RefusedError(
      'input',
      `It was built with another ${NAMES[differs]}: ${theirs[differs]}, and here is ${ours[differs]}. Run npm run setup, or use that version, and try again.`,
    );
}

const NAMES = {
  daylight: 'version of Daylight',
  lock: 'package-lock.json',
  node: 'version of Node',
} as const;
