// Copies of confidential tallies inside the repository, while --tallies names the folder outside.
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { templateCommand } from '../../src/run/commands/template-command.ts';
import { strayFault } from '../../src/run/stray-tallies.ts';
import { pagelessEffects } from '../pageless-effects.ts';
import { SOME_KEY } from '../some-key.ts';
import { inPlenty, PROGRAM, release, releasesOf, type Town } from './town.ts';

const CONFIDENTIAL = { ...PROGRAM, tallies: 'confidential' };

/** Old Ferry, with its tallies and its key outside the repository. */
const inRealTown = (work: (town: Town, tallies: string) => Promise<void>, program: object = CONFIDENTIAL) =>
  inPlenty(async (town) => {
    const tallies = join(town.root, 'tallies');
    await rename(join(town.folder, 'tallies'), tallies);
    await writeFile(join(tallies, 'secret.key'), SOME_KEY, { mode: 0o600 });
    await work(town, tallies);
  }, program);

const tried = (town: Town, tallies: string) =>
  release(town, [PROGRAM.id, '--tallies', tallies, '--id', '2024-Q2', '--dry-run']);

test('no copy in the repository: nothing is said, and published files of the same name are none', () =>
  inRealTown(async (town, tallies) => {
    expect(await release(town, [PROGRAM.id, '--tallies', tallies, '--id', '2024-Q2'])).toMatchObject({
      code: 0,
    });
    expect(await tried(town, tallies)).toMatchObject({ said: expect.stringContaining('exists') });
    const { code, said } = await release(town, [PROGRAM.id, '--tallies', tallies, '--dry-run']);
    expect(said).not.toContain('copies of them');
    expect(code).toBe(0);
    expect(await strayFault(town.places.programs)).toBeUndefined();
  }));

test.each(['notes/saved.bin', 'programs/old-ferry/record/sheet.csv', 'dist/cards.csv'])(
  'a copy under another name, %s: refused with its path, without a count, and nothing is left',
  (path) =>
    inRealTown(async (town, tallies) => {
      const copy = join(town.places.repository, path);
      await mkdir(join(copy, '..'), { recursive: true });
      await cp(join(tallies, 'cards-issued.csv'), copy);
      const { code, said } = await tried(town, tallies);
      expect(code).toBe(1);
      expect(said).toContain(copy);
      expect(said).toContain('Move them out of it.');
      expect(said).not.toContain('cards-issued.csv');
      expect(said).not.toMatch(/\b(38|40|44)\b/);
      expect(await releasesOf(town)).toEqual([]);
    }),
);

test.each(['tallies/cards-issued.xlsx', 'applications.csv', 'secret.key', 'corrections/cards-issued.tsv'])(
  'something else by the name of an input, %s in the folder of the program: refused, and a build is too',
  (path) =>
    inRealTown(async (town, tallies) => {
      const file = join(town.folder, path);
      await mkdir(join(file, '..'), { recursive: true });
      await writeFile(file, 'other');
      expect(await tried(town, tallies)).toMatchObject({ code: 1, said: expect.stringContaining(file) });
      expect(await strayFault(town.places.programs)).toContain(file);
      await rm(file);
      expect(await strayFault(town.places.programs)).toBeUndefined();
    }),
);

test('corrections and the key are inputs too; a blank file tells nothing', () =>
  inRealTown(async (town, tallies) => {
    const { repository } = town.places;
    await cp(join(tallies, 'secret.key'), join(repository, 'a'));
    await mkdir(join(tallies, 'corrections'));
    await writeFile(
      join(tallies, 'corrections', 'applications.csv'),
      'period,channel,count\n2024-Q1,event,93\n',
    );
    await cp(join(tallies, 'corrections', 'applications.csv'), join(repository, 'b'));
    await writeFile(join(tallies, 'certified-zeros.csv'), 'period,instrument\n');
    await cp(join(tallies, 'certified-zeros.csv'), join(repository, 'c'));
    const { said } = await tried(town, tallies);
    expect(['a', 'b', 'c'].map((name) => said.includes(`${join(repository, name)}\n`))).toEqual([
      true,
      true,
      false,
    ]);
  }));

test('tallies that are public or invented may lie in the repository as well', () =>
  inRealTown(
    async (town, tallies) => {
      await cp(tallies, join(town.folder, 'tallies'), { recursive: true });
      expect(await tried(town, tallies)).toMatchObject({ code: 0 });
      expect(await strayFault(town.places.programs)).toBeUndefined();
    },
    { ...CONFIDENTIAL, nature: 'invented' },
  ));

test('templateCommand writes no blank tally of a real city into the repository, where somebody would fill it', () =>
  inRealTown(async ({ places, folder }, tallies) => {
    const template = async (out: string) => {
      const lines: string[] = [];
      const say = (line: string) => void lines.push(line);
      const args = [PROGRAM.id, '--out', out];
      const code = await templateCommand(args, { ...pagelessEffects(), log: say, print: say }, places);
      return { code, said: lines.join('\n') };
    };
    expect(await template(join(folder, 'blank'))).toMatchObject({
      code: 1,
      said: expect.stringContaining('lies inside the repository'),
    });
    expect(await readFile(join(folder, 'blank', 'cards-issued.csv')).catch(() => 'none')).toBe('none');
    expect(await template(join(tallies, 'blank'))).toMatchObject({ code: 0 });
  }));
