// A batch that adds people in one quarter and takes some away in another: no total to date of an earlier release joins both.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRelease } from '../../../src/release/read-release.ts';
import { inTown, PROGRAM, release, rewrite } from '../town.ts';

const program = {
  ...PROGRAM,
  k: 11,
  period: { from: '2024-01', levels: ['quarter'] },
  notes: [],
  relations: [],
  measures: PROGRAM.measures.filter(({ id }) => id === 'cards-issued'),
  tables: PROGRAM.tables.filter(({ measure }) => measure === 'cards-issued'),
};
const HEADER = 'period,channel,age,count\n';
const quarter = (period: string, ...counts: number[]) =>
  ['event,young', 'event,grown', 'event,old', 'online,young', 'online,grown', 'online,old']
    .map((codes, at) => `${period},${codes},${counts[at]}\n`)
    .join('');
const BEFORE = HEADER + quarter('2024-Q1', 3, 60, 70, 40, 50, 60) + quarter('2024-Q2', 4, 70, 80, 60, 80, 90);

test('is carried, though some of both is hidden', async () => {
  await inTown(
    async (town) => {
      expect((await release(town, [PROGRAM.id, '--id', '2024-Q2'])).code).toBe(0);
      await rewrite(
        town,
        'tallies/cards-issued.csv',
        (text) => text + quarter('2024-Q3', 40, 50, 60, 70, 80, 90),
      );
      const batch = join(town.folder, 'tallies', 'corrections');
      await mkdir(batch);
      const rows = ['2024-Q1,event,grown,100', '2024-Q1,online,young,60', '2024-Q2,event,grown,55'];
      await writeFile(join(batch, 'cards-issued.csv'), `${HEADER}${rows.join('\n')}\n`);
      await writeFile(join(batch, 'reason.txt'), 'Forms stood in the wrong box\n');
      const { code, said } = await release(town, [PROGRAM.id, '--id', '2024-Q3']);
      expect(code, said).toBe(0);
      const made = await readRelease(join(town.folder, 'releases', '2024-Q3'));
      if (!made.ok) throw new Error('It cannot be read.');
      const hidden = made.value.cubes.get('cards-issued')?.filter(({ status }) => status === 'c') ?? [];
      const quarters = new Set(hidden.map(({ codes: [period] }) => period));
      expect([...quarters]).toEqual(expect.arrayContaining(['2024-Q1', '2024-Q2']));
      expect(made.value.changes.map(({ cell }) => cell)).toEqual(
        expect.arrayContaining(['2024-Q1|_T|_T', '2024-Q2|_T|_T']),
      );
    },
    program,
    { 'cards-issued.csv': BEFORE },
  );
});

test('is carried where a year that has closed since joins both, and with it what a relation leaves over', async () => {
  const flow = (id: string) => ({ id, label: id, unit: id, kind: 'flow', dimensions: [] });
  const measures = ['cards-issued', 'applications'];
  const counted = (...counts: readonly number[]) =>
    `period,count\n${counts.map((count, at) => `2024-Q${at + 1},${count}\n`).join('')}`;
  const yearly = {
    ...program,
    period: { from: '2024-01', levels: ['quarter', 'year'] },
    measures: measures.map(flow),
    tables: measures.flatMap((measure) =>
      ['quarter', 'year'].map((period) => ({
        ...{ id: `${measure}-by-${period}`, measure, title: measure, toDate: false },
        levels: { period },
      })),
    ),
    relations: [{ ...PROGRAM.relations[0], by: {} }],
  };
  await inTown(
    async (town) => {
      expect((await release(town, [PROGRAM.id, '--id', '2024-Q2'])).code).toBe(0);
      await rewrite(town, 'tallies/cards-issued.csv', () => counted(50, 60, 70, 80));
      await rewrite(town, 'tallies/applications.csv', () => counted(100, 130, 140, 150));
      const batch = join(town.folder, 'tallies', 'corrections');
      await mkdir(batch);
      await writeFile(join(batch, 'applications.csv'), 'period,count\n2024-Q1,120\n2024-Q2,95\n');
      await writeFile(join(batch, 'reason.txt'), 'Forms stood in the wrong box\n');
      const { code, said } = await release(town, [PROGRAM.id, '--id', '2024-Q4']);
      expect(code, said).toBe(0);
      expect(said).not.toContain('waits');
    },
    yearly,
    { 'cards-issued.csv': counted(50, 60), 'applications.csv': counted(100, 130) },
  );
});
