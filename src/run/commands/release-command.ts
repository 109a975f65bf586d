/** `npm run release -- <program> [--tallies DIR] [--id 2025-Q2] [--dry-run [--why CELL]] [--new-key] [--approve]` and `npm run release -- --missing`. */
import { readdir } from 'node:fs/promises';
import { listReleases } from '../../release/read-release.ts';
import { type ExitCode, endWith, readArgs, UsageError } from '../command.ts';
import { missingReleases } from '../count/next-release.ts';
import type { Effects } from '../effects.ts';
import { type Places, shippedPlaces } from '../places.ts';
import { readProgram } from '../read-program.ts';
import { makeRelease } from '../release/make-release.ts';

export function releaseCommand(
  args: readonly string[],
  effects: Effects,
  places: Places = shippedPlaces,
): Promise<ExitCode> {
  return endWith(
    async () => {
      const { program, missing, ...options } = parse(args);
      if (missing) await makeMissing(effects, places);
      else await makeRelease(program, options, effects, places);
      return 0;
    },
    'release',
    effects,
  );
}

const OPTIONS = {
  tallies: { type: 'string' },
  id: { type: 'string' },
  'dry-run': { type: 'boolean' },
  why: { type: 'string' },
  'new-key': { type: 'boolean' },
  approve: { type: 'boolean' },
  missing: { type: 'boolean' },
} as const;

function parse(args: readonly string[]) {
  const { values, positionals } = readArgs(args, OPTIONS);
  const [program = '', ...surplus] = positionals;
  const { missing = false, 'dry-run': dryRun = false, 'new-key': newKey = false, approve = false } = values;
  const { tallies, id, why } = values;
  if (surplus.length > 0)
    throw new UsageError(
      'Name one program. Options come after "--". For example: npm run release -- rivertown-id --dry-run.',
    );
  if (!missing && program === '') throw new UsageError('Name the program to release.');
  if (missing && args.length > 1) throw new UsageError('--missing stands alone.');
  if (dryRun && approve) throw new UsageError('A dry run keeps nothing that could be signed off.');
  if (why !== undefined && !dryRun)
    throw new UsageError('--why goes with --dry-run: what it tells is for you alone.');
  return { program, missing, tallies, id, why, dryRun, newKey, approve };
}

/** Makes what every program lists and lacks, oldest first. */
async function makeMissing(effects: Effects, places: Places): Promise<void> {
  const entries = await readdir(places.programs, { withFileTypes: true });
  const ids = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  for (const id of ids) {
    const { program, folder } = await readProgram(id, places);
    const existing = await listReleases(folder);
    const missing = missingReleases(program.releases, existing);
    if (missing.length === 0)
      effects.log(
        `${id}: nothing is missing (${existing.length === 1 ? '1 release' : `${existing.length} releases`})`,
      );
    for (const release of missing) await makeRelease(id, { id: release }, effects, places);
  }
}
