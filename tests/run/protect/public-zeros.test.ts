// Zeros that program.json says of cells that no table has: a way of applying that opened within a year of which tables have no part.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRelease } from '../../../src/release/read-release.ts';
import { inTown, PROGRAM, release, type Town } from '../town.ts';
import { ID, OPENED, TALLIES, townOf } from './opened-town.ts';

async function read({ folder }: Town, id = ID) {
  const found = await readRelease(join(folder, 'releases', id));
  if (!found.ok) throw new Error('It cannot be read.');
  const { audit, cubes } = found.value;
  const range = (cell: string) => audit?.ranges.find((one) => one.cell === cell);
  const count = (...codes: string[]) =>
    cubes.get('cards-issued')?.find((cell) => cell.codes.join() === codes.join())?.count;
  return { audit, range, count };
}

test('a way counts in its first year no more than all ways in the quarters since it opened', async () => {
  await inTown(
    async (town) => {
      const { code, said } = await release(town, [PROGRAM.id, '--id', ID]);
      expect(code, said).toBe(0);
      const { audit, range, count } = await read(town);
      expect(count('2024-Q4', '_T')).toBe(14);
      expect(range('2024|online')).toMatchObject({ least: 0, most: 14 });
      expect(audit?.recordFigures).toEqual([{ cell: 'cards-issued|..2024-09|online', lower: 0, upper: 0 }]);
    },
    townOf(OPENED),
    TALLIES,
  );
});

test('without an opening nothing of the kind is known', async () => {
  await inTown(
    async (town) => {
      expect((await release(town, [PROGRAM.id, '--id', ID])).code).toBe(0);
      const { audit, range } = await read(town);
      expect(range('2024|online')?.most).toBeGreaterThan(14);
      expect(audit?.recordFigures).toEqual([]);
    },
    townOf({}),
    TALLIES,
  );
});

test('an opening is known for good: one that is taken out later still counts', async () => {
  await inTown(
    async (town) => {
      expect((await release(town, [PROGRAM.id, '--id', '2024-Q4'])).code).toBe(0);
      await writeFile(join(town.folder, 'program.json'), JSON.stringify(townOf({})));
      const { code, said } = await release(town, [PROGRAM.id, '--id', ID]);
      expect(code, said).toBe(0);
      expect(said).toContain('Not on the record now, and known all the same');
      expect((await read(town)).range('2024|online')).toMatchObject({ least: 0, most: 14 });
    },
    townOf(OPENED),
    TALLIES,
  );
});

test('a tally that counts somebody before the way opened is refused, though no table has that cell', async () => {
  const cards = TALLIES['cards-issued.csv'].replace('2024-Q2,online,0', '2024-Q2,online,20');
  await inTown(
    async (town) => {
      const { code, said } = await release(town, [PROGRAM.id, '--id', ID]);
      expect(code).toBe(1);
      expect(said).toMatch(/cards-issued\.csv:\d+:\d+|cards-issued\.csv/);
      expect(said).toContain('where program.json says that nobody can be counted');
      expect(said).not.toMatch(/\b20\b(?!2)/);
    },
    townOf(OPENED),
    { 'cards-issued.csv': cards },
  );
});
