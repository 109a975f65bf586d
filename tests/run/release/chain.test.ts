// Releases as a chain: whoever reads them finds that one was swapped for another, whole and sealed, or taken away.
import { execFile } from 'node:child_process';
import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFacts } from '../../../src/gate/facts/read-facts.ts';
import { attackCommand } from '../../../src/run/commands/attack-command.ts';
import { compareCommand } from '../../../src/run/commands/compare-command.ts';
import { recallCommand } from '../../../src/run/commands/recall-command.ts';
import type { Effects } from '../../../src/run/effects.ts';
import { readPrograms } from '../../../src/site/load/load.ts';
import { pagelessEffects } from '../../pageless-effects.ts';
import {
  buildTown,
  copyTown,
  filesIn,
  inPlenty,
  PROGRAM,
  release,
  releasesOf,
  TALLIES,
  type Town,
} from '../town.ts';

const [FIRST, SECOND] = ['2024-Q2', '2024-Q3'];
const releasesIn = ({ folder }: Town): string => join(folder, 'releases');

let town: Town;
/** The same program, of which one more application came in. */
let other: Town;
beforeAll(async () => {
  town = await buildTown();
  other = await buildTown(PROGRAM, {
    ...TALLIES,
    'applications.csv': (TALLIES['applications.csv'] ?? '').replace('event,80', 'event,81'),
  });
  for (const id of [FIRST, SECOND])
    expect(await release(town, [PROGRAM.id, '--id', id])).toMatchObject({ code: 0 });
  expect(await release(other, [PROGRAM.id, '--id', FIRST])).toMatchObject({ code: 0 });
});
afterAll(() => Promise.all([town, other].map(({ root }) => rm(root, { recursive: true, force: true }))));

test('a release names the one before it, and sha256sum alone says that it is that one', async () => {
  const files = await filesIn(releasesIn(town));
  expect([...files.keys()].filter((path) => path.endsWith('PREVIOUS'))).toEqual([join(SECOND, 'PREVIOUS')]);
  const check = promisify(execFile)('sha256sum', ['-c', join(SECOND, 'PREVIOUS')], { cwd: releasesIn(town) });
  expect((await check).stdout).toBe(`${FIRST}/SHA256SUMS: OK\n`);
});

type Reading = (town: Town, effects: Effects) => Promise<unknown>;

const READINGS: readonly (readonly [name: string, read: Reading])[] = [
  ['attack', (one, effects) => attackCommand([join(releasesIn(one), SECOND)], effects)],
  ['attack --check', (one, effects) => attackCommand(['--check', join(releasesIn(one), SECOND)], effects)],
  ['compare', ({ places }, effects) => compareCommand([PROGRAM.id, '--id', `${SECOND}-r1`], effects, places)],
  [
    'recall',
    ({ places }, effects) => recallCommand([PROGRAM.id, SECOND, '--why', 'Wrong.'], effects, places),
  ],
  [
    'release',
    async (one) => Object.values(await release(one, [PROGRAM.id, '--id', `${SECOND}-r1`])).join('\n'),
  ],
  ['the site', ({ places }) => readPrograms(places.repository).then(() => 0)],
  [
    'the gate',
    async ({ places }) => {
      const facts = await readFacts(places.programs);
      return facts.ok ? 0 : facts.problems.map(({ file, message }) => `${file}: ${message}`).join('\n');
    },
  ],
];

/** How reading the town ends, with all that is said. */
async function told(one: Town, read: Reading): Promise<string> {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const effects = { ...pagelessEffects(), log: say, print: say, today: () => '2024-11-05' };
  const code = await read(one, effects).catch((error: unknown) => String(error));
  return [code, ...lines].join('\n');
}

async function inCopy(work: (copy: Town) => Promise<void>): Promise<void> {
  const copy = await copyTown(town);
  try {
    await work(copy);
  } finally {
    await rm(copy.root, { recursive: true, force: true });
  }
}

test.for(READINGS)(
  '%s finds a release swapped for another, and one that was taken away',
  async ([, read]) => {
    await inCopy(async (copy) => {
      const first = join(releasesIn(copy), FIRST);
      await rm(first, { recursive: true });
      const without = await told(copy, read);
      expect(without).not.toMatch(/^0/);
      expect(without).toContain(`${SECOND} was made after release ${FIRST}, which is not there`);
      await cp(join(releasesIn(other), FIRST), first, { recursive: true });
      const swapped = await told(copy, read);
      expect(swapped).not.toMatch(/^0/);
      expect(swapped).toContain(
        `${SECOND} was made after another release ${FIRST} than the one that is there`,
      );
      expect(swapped).toContain(join(SECOND, 'PREVIOUS'));
    });
    await inCopy(async (copy) => expect(await told(copy, read)).toMatch(/^0/));
  },
);

test('k never falls: a release is refused that promises less than one before it', async () => {
  await inPlenty(
    async (plenty) => {
      expect(await release(plenty, [PROGRAM.id, '--id', FIRST])).toMatchObject({ code: 0 });
      await writeFile(join(plenty.folder, 'program.json'), JSON.stringify(PROGRAM));
      const { code, said } = await release(plenty, [PROGRAM.id, '--id', SECOND]);
      expect(code).toBe(1);
      expect(said).toContain(
        `"k" in program.json is 5, and release ${FIRST} promises 6. What a release promised holds for all that follow it: set "k" to 6 or more.`,
      );
      expect(await releasesOf(plenty)).toEqual([FIRST]);
    },
    { ...PROGRAM, k: 6 },
  );
});
