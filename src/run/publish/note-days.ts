/**
 * Notes on which day a release first went out to readers: once, when a site with it has been published where it was not before. Of several that
 * arrive together at a place that had none of the program nobody can tell here which went out elsewhere before: then none is noted.
 */
import { dirname, join } from 'node:path';
import { formatPublished } from '../../formats/published-file.ts';
import { closingDay } from '../../program/schedule.ts';
import { publishedPath, readDays } from '../../release/days.ts';
import { withLock } from '../../release/lock.ts';
import { listReleases } from '../../release/read-release.ts';
import { RefusedError } from '../../release/refused-error.ts';
import { type Effects, writeWhole } from '../effects.ts';
import type { Places } from '../places.ts';
import { orRefuse } from '../read-program.ts';
import { releasesIn, type SiteChange } from './site-change.ts';

interface Unnoted {
  /** `rivertown-id 2025-Q2`. */
  readonly name: string;
  readonly program: string;
  readonly release: string;
  readonly path: string;
}

/** Of the releases of a site, those that lie here and of which no day was noted. Throws where a day cannot be: it is still to come, or would be before the release closes. */
export async function unnotedReleases(
  files: readonly string[],
  { programs }: Places,
  effects: Effects,
): Promise<Unnoted[]> {
  const today = effects.today();
  const found: Unnoted[] = [];
  for (const name of releasesIn(files)) {
    const [program = '', release = ''] = name.split(' ');
    const folder = join(programs, program);
    if (!(await listReleases(folder)).includes(release)) continue;
    const days = orRefuse(await readDays(folder), 'The day on which a release went out cannot be read.');
    const noted = days.get(release);
    const path = publishedPath(folder, release);
    if (noted === undefined) found.push({ name, program, release, path });
    else if (noted > today)
      throw new RefusedError(
        'input',
        `${path} says that ${release} went out on ${noted}, and today is ${today}. Set the clock of this machine, or take the file from its source again. Nothing was published.`,
      );
  }
  const early = found.find(({ release }) => today < closingDay(release));
  if (early === undefined) return found;
  throw new RefusedError(
    'input',
    `By the clock of this machine it is ${today}, but release ${early.release} closes on ${closingDay(early.release)}. Set the clock: the day on which a release goes out is noted for good. Nothing was published.`,
  );
}

/** Of those that `change` brought to readers. What another run noted meanwhile stays. */
export async function noteDays(
  unnoted: readonly Unnoted[],
  change: SiteChange,
  effects: Effects,
): Promise<void> {
  const { disk, runner } = effects;
  const published = effects.today();
  const first = unnoted.filter((one) => isFirst(one, unnoted, change));
  for (const { release, path } of first)
    await withLock(dirname(path), runner, disk, async () => {
      if ((await disk.readIfThere(path)) !== undefined) return;
      await writeWhole(path, formatPublished({ release, published }), effects);
      effects.print(`Noted in ${path} that ${release} went out on ${published}.`);
    });
  if (first.length > 0)
    effects.print(
      'Keep the file with the release. Pages, feeds and catalogs say the day from the next build on.',
    );
  const unknown = unnoted.filter((one) => !first.includes(one)).map(({ name }) => name);
  if (unknown.length > 0)
    effects.print(
      `Not noted, since they may have gone out before: ${unknown.join(', ')}. Who knows the day writes the file (docs/formats.md, "The day of publication").`,
    );
}

function isFirst(
  { name, program }: Unnoted,
  unnoted: readonly Unnoted[],
  { added, changed, same }: SiteChange,
): boolean {
  const before = releasesIn([...changed, ...same]);
  const isNew = !before.includes(name) && releasesIn(added).includes(name);
  const hadOthers = before.some((one) => one.startsWith(`${program} `));
  return isNew && (hadOthers || unnoted.filter((one) => one.program === program).length === 1);
}
