// Every way in which `npm run release` refuses. A refusal leaves nothing behind: no release, no lock, no folder.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesIn, inTown, PROGRAM, release, releasesOf, TALLIES } from '../town.ts';

const CARDS = TALLIES['cards-issued.csv'] ?? '';
const APPLICATIONS = TALLIES['applications.csv'] ?? '';

interface Refusal {
  readonly title: string;
  /** A part of what is said. */
  readonly says: string;
  readonly program?: object;
  readonly tallies?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

const REFUSALS: readonly Refusal[] = [
  { title: 'a program without tallies', says: 'has no tallies', program: { ...PROGRAM, tallies: 'none' } },
  {
    title: 'a program without tallies that lists no release',
    says: 'has no tallies',
    program: { ...PROGRAM, tallies: 'none', releases: [] },
  },
  { title: 'an id that is none', says: 'is not a release id', args: ['--id', '2024-06'] },
  { title: 'an id before the first month', says: 'ends before the first month', args: ['--id', '2023-Q4'] },
  { title: 'an id after the end of the tallies', says: 'No tally', args: ['--id', '2025-Q1'] },
  { title: 'a missing tally', says: 'applications.csv', tallies: { 'cards-issued.csv': CARDS } },
  {
    title: 'a negative count',
    says: 'cards-issued.csv:2: count',
    tallies: { ...TALLIES, 'cards-issued.csv': 'period,channel,age,count\n2024-Q1,event,young,-7\n' },
  },
  {
    title: 'confidential tallies that nobody named',
    says: '--tallies DIR',
    program: { ...PROGRAM, tallies: 'confidential' },
  },
  { title: 'k under 5', says: 'k must be at least 5', program: { ...PROGRAM, k: 4 } },
  { title: 'an unknown key', says: 'kk', program: { ...PROGRAM, kk: 4 } },
  {
    title: 'a program of another name than its folder',
    says: 'Give both the same name',
    program: { ...PROGRAM, id: 'new-ferry' },
  },
  {
    title: 'tallies that break a relation between measures',
    says: 'break the relation "cards-within-applications"',
    tallies: {
      ...TALLIES,
      'applications.csv': APPLICATIONS.replace('2024-Q2,online,40', '2024-Q2,online,36'),
    },
  },
  {
    title: 'children that do not add up to their parent',
    says: 'do not add up',
    tallies: { ...TALLIES, 'applications.csv': `${APPLICATIONS}2024-Q2,_T,122\n` },
  },
];

for (const { title, says, program = PROGRAM, tallies = TALLIES, args = [] } of REFUSALS) {
  test(`${title}: exit 1, the reason, nothing left behind`, async () => {
    await inTown(
      async (town) => {
        const { code, said } = await release(town, ['old-ferry', ...args]);
        expect(said).toContain(says);
        expect([code, await filesIn(join(town.folder, 'releases'))]).toEqual([1, new Map()]);
      },
      program,
      tallies,
    );
  });
}

test('confidential tallies inside the repository: refused, since they could be published by accident', async () => {
  await inTown(
    async (town) => {
      const { code, said } = await release(town, ['old-ferry', '--tallies', join(town.folder, 'tallies')]);
      expect([code, said.includes('lies inside the repository')]).toEqual([1, true]);
    },
    { ...PROGRAM, tallies: 'confidential' },
  );
});

test('a folder of tallies that is not there: refused by its name, and not as files that are missing', async () => {
  await inTown(
    async (town) => {
      const { code, said } = await release(town, ['old-ferry', '--tallies', '/nowhere/at-all']);
      expect(code).toBe(1);
      expect(said).toContain('There is no folder /nowhere/at-all.');
      expect(said).not.toContain('The file does not exist');
    },
    { ...PROGRAM, tallies: 'confidential' },
  );
});

/** A small count that somebody else published, so that no choice of cells can hide it. */
const KNOWN_QUARTER = `id,topic,figure,value,qualifier,unit,period,source_title,source_url,how_read,note,derived,cell
first-quarter,cards,Cards,3,exact,cards,2024-01/2024-03,A newspaper,,Read,,,cards-issued|2024-Q1|_T|_T
`;

test('a small count that is on the record: refused, with the coarser table that would pass', async () => {
  const [cards] = PROGRAM.measures;
  const program = {
    ...PROGRAM,
    measures: [{ ...cards, absentRows: 'zero' }],
    tables: [{ id: 'cards', measure: 'cards-issued', title: 'Cards', levels: { period: 'quarter' } }],
    relations: [],
    notes: [],
  };
  const rows = [
    '2024-Q1,event,young,3',
    '2024-Q2,event,young,9',
    '2024-Q3,event,young,20',
    '2024-Q4,event,young,30',
  ];
  const tallies = { 'cards-issued.csv': `period,channel,age,count\n${rows.join('\n')}\n` };
  await inTown(
    async (town) => {
      await mkdir(join(town.folder, 'record'));
      await writeFile(join(town.folder, 'record', 'figures.csv'), KNOWN_QUARTER);
      const { code, said } = await release(town, ['old-ferry', '--id', '2024-Q4']);
      expect(said).toContain('would pass if table "cards" stood by year instead of quarter');
      expect([code, await filesIn(join(town.folder, 'releases'))]).toEqual([1, new Map()]);
    },
    program,
    tallies,
  );
});

const WRONG_USE = [
  ['no-such-program'],
  [],
  ['--surprise'],
  ['old-ferry', 'old-ferry'],
  ['old-ferry', '--missing'],
];

for (const args of WRONG_USE) {
  test(`npm run release -- ${args.join(' ')}: exit 2 and how to use it`, async () => {
    await inTown(async (town) => {
      const usage = expect.stringContaining('Usage: npm run release');
      expect(await release(town, args)).toMatchObject({ code: 2, said: usage });
    });
  });
}

test.for([
  ['changed', 'cubes/applications.csv', 'changed after it was released'],
  ['lost', 'codelists/age.csv', 'The file is missing'],
] as const)(
  'an earlier release of which a file was %s: nothing is built on it',
  async ([how, path, says]) => {
    await inTown(async (town) => {
      expect(await release(town, [PROGRAM.id, '--id', '2024-Q2'])).toMatchObject({ code: 0 });
      const file = join(town.folder, 'releases', '2024-Q2', path);
      const text = await readFile(file, 'utf8');
      await (how === 'lost' ? rm(file) : writeFile(file, text.replace(',80,', ',81,')));
      const next = await release(town, [PROGRAM.id, '--id', '2024-Q3']);
      expect(next.code).toBe(1);
      expect(next.said).toContain(says);
      expect(next.said).toContain(file);
      expect(await releasesOf(town)).toEqual(['2024-Q2']);
    });
  },
);

test('a first quarter of fewer than k people in all: refused, with what to wait for instead of coarser tables', async () => {
  const { relations: _, ...program } = PROGRAM;
  await inTown(
    async (town) => {
      const { code, said } = await release(town, ['old-ferry', '--id', '2024-Q1']);
      expect(code).toBe(1);
      expect(said).toContain(
        '"Cards" counts fewer than 5 cards in all so far, and no table, however coarse, can hide that there are some. Wait until the total reaches 5',
      );
      expect(said).not.toContain('coarser table');
      expect(await releasesOf(town)).toEqual([]);
    },
    { ...program, measures: program.measures.slice(0, 1), tables: program.tables.slice(0, 1), notes: [] },
    {
      'cards-issued.csv':
        'period,channel,age,count\n2024-Q1,event,young,3\n2024-Q1,event,grown,1\n2024-Q1,event,old,0\n2024-Q1,online,young,0\n2024-Q1,online,grown,0\n2024-Q1,online,old,0\n',
    },
  );
});
