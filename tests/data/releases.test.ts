// The releases that ship are what the engine makes of the tallies that ship, byte for byte.
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { releaseCommand } from '../../src/run/commands/release-command.ts';
import { nodeEffects } from '../../src/run/effects.ts';
import { pagelessEffects } from '../pageless-effects.ts';
import { filesIn } from '../run/town.ts';
import { PROGRAM_IDS, PROGRAMS_FOLDER, readProgram } from './programs.ts';

/** The files of all releases that `program.json` lists, made anew elsewhere, by their paths. */
async function remakeReleases(id: string): Promise<Map<string, string>> {
  const repository = await mkdtemp(join(tmpdir(), 'daylight-remade-'));
  const programs = join(repository, 'programs');
  const { cores } = nodeEffects();
  const effects = { ...pagelessEffects(), cores, log: () => undefined, print: () => undefined };
  try {
    await cp(join(PROGRAMS_FOLDER, id), join(programs, id), {
      recursive: true,
      filter: (path) => basename(path) !== 'releases',
    });
    expect(await releaseCommand(['--missing'], effects, { repository, programs })).toBe(0);
    return await filesIn(join(programs, id, 'releases'));
  } finally {
    await rm(repository, { recursive: true });
  }
}

const released = PROGRAM_IDS.map(readProgram).filter(({ releases }) => releases.length > 0);

describe.each(released.map(({ id, releases }) => [id, releases] as const))('%s', (id, releases) => {
  const shipped = filesIn(resolve(PROGRAMS_FOLDER, id, 'releases'));

  test('ships every release that program.json lists, and no other', async () => {
    const folders = new Set([...(await shipped).keys()].map((path) => path.split(/[\\/]/)[0]));
    expect([...folders].sort()).toEqual(releases.toSorted());
  });

  test('release --missing makes the shipped releases again, byte for byte', async () => {
    const remade = await remakeReleases(id);
    expect([...remade.keys()]).toEqual([...(await shipped).keys()]);
    const different = [...(await shipped)].filter(([path, text]) => remade.get(path) !== text);
    expect(different.map(([path]) => path)).toEqual([]);
  });
});
