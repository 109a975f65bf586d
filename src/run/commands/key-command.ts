/** `npm run key -- DIR`: makes `secret.key` beside confidential tallies, once. Nothing that stands there is written over. */
import { join } from 'node:path';
import { RefusedError } from '../../release/refused-error.ts';
import { type ExitCode, endWith, UsageError } from '../command.ts';
import type { Effects } from '../effects.ts';
import { BACK_UP, KEY_FILE, newKey } from '../lottery/secret-key.ts';
import { isFolder, isInside, type Places, shippedPlaces } from '../places.ts';

/** Mode of a file that only its owner reads and writes. */
const OWNER_ALONE = 0o600;

export function keyCommand(
  args: readonly string[],
  effects: Effects,
  places: Places = shippedPlaces,
): Promise<ExitCode> {
  return endWith(
    async () => {
      const [folder, ...surplus] = args;
      if (folder === undefined || surplus.length > 0 || folder.startsWith('-'))
        throw new UsageError('Name the folder of the tallies.');
      await refusePlace(folder, effects, places);
      const file = join(folder, KEY_FILE);
      await effects.disk.writeNewFile(file, newKey(), OWNER_ALONE);
      effects.print(`Wrote ${file}. ${BACK_UP}`);
      return 0;
    },
    'key',
    effects,
  );
}

async function refusePlace(folder: string, { disk }: Effects, places: Places): Promise<void> {
  if (!(await isFolder(folder)))
    throw new RefusedError('tallies-place', `There is no folder ${folder}. Make it first.`);
  if (await isInside(folder, places.repository))
    throw new RefusedError(
      'tallies-place',
      `${folder} lies inside the repository, where the key could be published by accident. Name a folder outside of it.`,
    );
  if ((await disk.list(folder)).includes(KEY_FILE))
    throw new RefusedError(
      'exists',
      `${join(folder, KEY_FILE)} exists and is not written over: every release is drawn by the same key.`,
    );
}
