// Whoever reads releases reads them as they were sealed: one of which a file was changed is refused by name.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareCommand } from '../../../src/run/commands/compare-command.ts';
import { recallCommand } from '../../../src/run/commands/recall-command.ts';
import type { Effects } from '../../../src/run/effects.ts';
import { readPrograms } from '../../../src/site/load/load.ts';
import { pagelessEffects } from '../../pageless-effects.ts';
import { buildTown, copyTown, filesIn, PROGRAM, release, rewrite, type Town } from '../town.ts';

const [FIRST, SECOND] = ['2024-Q2', '2024-Q3'];
const FILE = join('releases', FIRST, 'cubes', 'applications.csv');

let sealed: Town;
beforeAll(async () => {
  sealed = await buildTown();
  expect(await release(sealed, [PROGRAM.id, '--id', FIRST])).toMatchObject({ code: 0 });
});
afterAll(() => rm(sealed.root, { recursive: true, force: true }));

type Reading = (town: Town, effects: Effects) => Promise<unknown>;

const READINGS: readonly (readonly [name: string, read: Reading])[] = [
  ['compare', ({ places }, effects) => compareCommand([PROGRAM.id, '--id', SECOND], effects, places)],
  ['recall', ({ places }, effects) => recallCommand([PROGRAM.id, FIRST, '--why', 'Wrong.'], effects, places)],
  ['the site', ({ places }) => readPrograms(places.repository).then(() => 0)],
];

/** How reading the town ends, with all that is said. */
async function told(town: Town, read: Reading): Promise<string> {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const effects = { ...pagelessEffects(), log: say, print: say, today: () => '2024-11-05' };
  const code = await read(town, effects).catch((error: unknown) => String(error));
  return [code, ...lines].join('\n');
}

test.for(READINGS)('%s takes releases as they were sealed, and none that was changed', async ([, read]) => {
  const town = await copyTown(sealed);
  try {
    await rewrite(town, FILE, (text) => text.replace(',80,', ',81,'));
    const before = await filesIn(town.folder);
    const said = await told(town, read);
    expect(said).not.toMatch(/^0/);
    expect(said).toContain('changed after it was released');
    expect(said).toContain(FILE);
    expect(await filesIn(town.folder)).toEqual(before);
    await rewrite(town, FILE, (text) => text.replace(',81,', ',80,'));
    expect(await told(town, read)).toMatch(/^0/);
  } finally {
    await rm(town.root, { recursive: true, force: true });
  }
});
