// What readers will see of a release, as a build says it: of a copy of what is published, without the pages.
import { cp, mkdir, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { BuildPages } from '../../src/run/review/review.ts';
import { readPrograms } from '../../src/site/load/load.ts';
import { foresee } from '../../src/site/pages/foreseen.ts';

export const foreseePages: BuildPages = async ({ program, release, sealed, workplace }) => {
  const copy = join(workplace, 'programs', basename(program));
  await mkdir(join(copy, 'releases'), { recursive: true });
  for (const name of await readdir(program))
    if (name !== 'releases') await cp(join(program, name), join(copy, name), { recursive: true });
  for (const name of await readdir(dirname(sealed)))
    if (!name.startsWith('.'))
      await cp(join(dirname(sealed), name), join(copy, 'releases', name), { recursive: true });
  await cp(sealed, join(copy, 'releases', release), { recursive: true });
  return (await readPrograms(workplace)).flatMap(foresee);
};
