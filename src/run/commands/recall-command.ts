/**
 * `npm run recall -- <program> <release> --why "..."`: a release that was published by mistake leaves the site and
 * is marked with the day and the reason. Its folder stays: readers may have copies, so every later attack knows it.
 */
import { join } from 'node:path';
import { formatRecall } from '../../formats/recall-file.ts';
import { readRecalls, recallPath } from '../../release/changes/recalls.ts';
import { temporaryPath, withLock } from '../../release/lock.ts';
import { listReleases, readReleases } from '../../release/read-release.ts';
import { RefusedError } from '../../release/refused-error.ts';
import { type ExitCode, endWith, readArgs, UsageError } from '../command.ts';
import type { Effects } from '../effects.ts';
import { type Places, shippedPlaces } from '../places.ts';
import { orRefuse, readProgram } from '../read-program.ts';

export function recallCommand(
  args: readonly string[],
  effects: Effects,
  places: Places = shippedPlaces,
): Promise<ExitCode> {
  return endWith(() => run(parse(args), effects, places), 'recall', effects);
}

interface Options {
  readonly program: string;
  readonly release: string;
  readonly why: string;
}

function parse(args: readonly string[]): Options {
  const { values, positionals } = readArgs(args, { why: { type: 'string' } });
  const [program, release, ...surplus] = positionals;
  if (program === undefined || release === undefined || surplus.length > 0)
    throw new UsageError('Name one program and one of its releases.');
  const why = values.why?.trim() ?? '';
  if (why === '') throw new UsageError('Say why with --why; readers will see it.');
  return { program, release, why };
}

async function run({ program, release, why }: Options, effects: Effects, places: Places): Promise<ExitCode> {
  const { folder } = await readProgram(program, places);
  if (!(await listReleases(folder)).includes(release))
    throw new UsageError(`Program "${program}" has no release "${release}".`);
  orRefuse(
    await readReleases(folder),
    'A release is not as it was sealed, or cannot be read, so none can be recalled. Take it from its source again.',
  );
  const { disk, runner } = effects;
  const releases = join(folder, 'releases');
  await withLock(releases, runner, disk, async () => {
    const recalls = orRefuse(await readRecalls(folder), 'An earlier recall cannot be read.');
    const known = recalls.find((recall) => recall.release === release);
    if (known !== undefined)
      throw new RefusedError('exists', `Release ${release} was recalled on ${known.recalled} already.`);
    const temporary = temporaryPath(releases, 'recall', runner);
    await disk.writeNewFile(temporary, formatRecall({ release, recalled: effects.today(), why }));
    await disk.rename(temporary, recallPath(folder, release));
    await disk.flushFolder(releases);
  });
  effects.print(
    `Release ${release} is recalled. Build and publish the site again: it will no longer show it.`,
  );
  effects.print(
    `Keep its folder: whoever has a copy knows its figures, so that every later release is attacked together with it. A release that takes its place is ${nextRevision(release)}.`,
  );
  return 0;
}

function nextRevision(release: string): string {
  const [quarter = '', revision] = release.split('-r');
  return `${quarter}-r${Number(revision ?? 0) + 1}`;
}
