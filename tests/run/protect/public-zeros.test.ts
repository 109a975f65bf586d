// Zeros that program.json says of cells that no table has: a way of applying that opened within a year of which tables have no part.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRelease } from '../../../src/release/read-release.ts';
import { inTown, PROGRAM, release, type Town } from '../town.ts';
import { ID, OPENED, TALLIES, townOf, WAYS } from './opened-town.ts';

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

test('a stock that is zero is known to be so in the months of a relation, though tables have its quarters', async () => {
  const MONTHS = ['2024-01', '2024-02', '2024-03'];
  const flow = (id: string) => ({ id, label: id, unit: id, kind: 'flow', dimensions: [] });
  const program = {
    ...townOf({}),
    period: { from: '2024-01', levels: ['month', 'quarter'] },
    measures: [
      ...['cards-issued', 'visits'].map(flow),
      { id: 'waiting', label: 'Waiting', unit: 'people', kind: 'stock', dimensions: ['channel'] },
    ],
    tables: [
      ...['cards-issued', 'visits'].map((measure) => ({
        ...{ id: measure, measure, title: measure, toDate: false },
        levels: { period: 'month' },
      })),
      { id: 'waiting', measure: 'waiting', title: 'Waiting', levels: { period: 'quarter' } },
    ],
    relations: [
      {
        ...{ id: 'asked-for', why: 'Every card goes to a visitor or to somebody who waits online.' },
        ...{ sense: 'at-most', period: 'month', by: {}, left: [{ measure: 'cards-issued' }] },
        right: [{ measure: 'visits' }, { measure: 'waiting', codes: { channel: 'online' } }],
      },
    ],
    notes: [{ measure: 'waiting', at: { channel: ['online'] }, status: 'z', note: 'Nobody waits online' }],
  };
  const lines = (counts: readonly number[]) =>
    ['period,count', ...counts.map((count, at) => `${MONTHS[at]},${count}`)].join('\n');
  const waiting = MONTHS.flatMap((month) =>
    WAYS.map((way) => `${month},${way},${way === 'online' ? 0 : 40}`),
  );
  await inTown(
    async (town) => {
      const { code, said } = await release(town, [PROGRAM.id, '--id', '2024-Q1']);
      // 50 visits less 46 cards are 4 people who got none, and no table is left to hide it in.
      expect(code).toBe(1);
      expect(said).toContain('difference-of-sides:asked-for|2024-01');
    },
    program,
    {
      'cards-issued.csv': lines([46, 30, 50]),
      'visits.csv': lines([50, 80, 90]),
      'waiting.csv': ['period,channel,count', ...waiting].join('\n'),
    },
  );
});
