// A batch of corrections: carried whole where old and new figures together keep the promise, or not at all.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRelease } from '../../../src/release/read-release.ts';
import type { Release } from '../../../src/release/release.ts';
import { attackCommand } from '../../../src/run/commands/attack-command.ts';
import { pagelessEffects } from '../../pageless-effects.ts';
import { buildTown, copyTown, filesIn, PROGRAM, release, releasesOf, rewrite, type Town } from '../town.ts';

const [FIRST, SECOND, THIRD] = ['2024-Q2', '2024-Q3', '2024-Q4'];
const REASON = 'A box of forms turned up';

/** Towns after their first release: without a batch, and where the second release has carried one. */
let first: Town;
let plain: Town;
let carried: Town;
let said: string;
beforeAll(async () => {
  first = await buildTown();
  expect(await release(first, [PROGRAM.id, '--id', FIRST])).toMatchObject({ code: 0 });
  plain = await copyTown(first);
  expect(await release(plain, [PROGRAM.id])).toMatchObject({ code: 0 });
  carried = await copyTown(first);
  await writeBatch(carried, '2024-Q1,event,grown,55\n', '2024-Q1,event,100\n');
  const made = await release(carried, [PROGRAM.id]);
  expect(made.code, made.said).toBe(0);
  said = made.said;
});
afterAll(async () => {
  for (const { root } of [first, plain, carried]) await rm(root, { recursive: true, force: true });
});

async function writeBatch(town: Town, cards: string, applications = '', reason = REASON): Promise<void> {
  const folder = join(town.folder, 'tallies', 'corrections');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'cards-issued.csv'), `period,channel,age,count\n${cards}`);
  if (applications !== '')
    await writeFile(join(folder, 'applications.csv'), `period,channel,count\n${applications}`);
  await writeFile(join(folder, 'reason.txt'), `${reason}\n`);
}

async function inCopy(town: Town, work: (copy: Town) => Promise<void>): Promise<void> {
  const copy = await copyTown(town);
  await work(copy).finally(() => rm(copy.root, { recursive: true, force: true }));
}

async function read(town: Town, id: string): Promise<Release> {
  const found = await readRelease(join(town.folder, 'releases', id));
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

const cellIn = ({ cubes }: Release, key: string) =>
  cubes.get('cards-issued')?.find(({ codes }) => codes.join('|') === key);

async function attack(town: Town, id: string, ...flags: string[]): Promise<{ code: number; lines: string }> {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const effects = { ...pagelessEffects(), log: say, print: say };
  const code = await attackCommand([...flags, join(town.folder, 'releases', id)], effects);
  return { code, lines: lines.join('\n') };
}

describe('a batch that is carried', () => {
  test('changes every figure that it bears on, at every level, with its reason', async () => {
    const { changes } = await read(carried, SECOND);
    expect(changes.map(({ cell, before, after: now }) => `${cell}: ${before} to ${now}`)).toEqual([
      '2024-Q1|event|grown: 40 to 55',
      '2024-Q1|event|_T: 72 to 87',
      '2024-Q1|_T|grown: 40 to 55',
      '2024-Q1|_T|_T: 72 to 87',
      '2024-Q1|event: 80 to 100',
      '2024-Q1|_T: 80 to 100',
    ]);
    expect(new Set(changes.map(({ reason }) => reason))).toEqual(new Set([REASON]));
    expect(said).toContain('6 published figures are corrected');
  });

  test('marks corrected cells and no others as revised', async () => {
    const { cubes } = await read(carried, SECOND);
    const revised = [...cubes.values()].flat().filter(({ status }) => status === 'r');
    expect(revised.map(({ codes, note }) => [codes.join('|'), note])).toEqual([
      ['2024-Q1|event|grown', REASON],
      ['2024-Q1|event|_T', REASON],
      ['2024-Q1|_T|grown', REASON],
      ['2024-Q1|_T|_T', REASON],
      ['2024-Q1|event', REASON],
      ['2024-Q1|_T', REASON],
    ]);
  });

  test('withholds again what was withheld, and publishes again what was published', async () => {
    const [before, now] = [await read(first, FIRST), await read(carried, SECOND)];
    for (const cell of before.cubes.get('cards-issued') ?? [])
      if (cell.codes[0] !== '_T')
        expect(cellIn(now, cell.codes.join('|'))?.status === 'c').toBe(cell.status === 'c');
  });

  test('can be attacked, and its certificates added up, by anybody', async () => {
    expect(await attack(carried, SECOND)).toMatchObject({
      code: 0,
      lines: expect.stringContaining('byte for byte'),
    });
    expect(await attack(carried, SECOND, '--check')).toMatchObject({
      code: 0,
      lines: expect.stringContaining('The certificates add up'),
    });
  });

  test('is followed by releases from corrected tallies, in which the cells stay revised', async () => {
    await inCopy(carried, async (town) => {
      await rm(join(town.folder, 'tallies', 'corrections'), { recursive: true });
      await rewrite(
        town,
        'tallies/cards-issued.csv',
        (text) =>
          `${text.replace('2024-Q1,event,grown,40', '2024-Q1,event,grown,55')}2024-Q4,event,young,13\n2024-Q4,event,grown,41\n2024-Q4,event,old,19\n2024-Q4,online,young,4\n2024-Q4,online,grown,29\n2024-Q4,online,old,8\n`,
      );
      await rewrite(
        town,
        'tallies/applications.csv',
        (text) =>
          `${text.replace('2024-Q1,event,80', '2024-Q1,event,100')}2024-Q4,event,78\n2024-Q4,online,47\n`,
      );
      const made = await release(town, [PROGRAM.id]);
      expect(made.code, made.said).toBe(0);
      const third = await read(town, THIRD);
      expect(third.changes).toEqual([]);
      expect(cellIn(third, '2024-Q1|event|grown')).toMatchObject({ count: 55, status: 'r', note: REASON });
      expect(await attack(town, THIRD)).toMatchObject({ code: 0 });
    });
  });

  test('left in its folder is refused in the next run once the tallies have it', async () => {
    await inCopy(carried, async (town) => {
      await rewrite(town, 'tallies/cards-issued.csv', (text) => text.replace('grown,40', 'grown,55'));
      expect(await release(town, [PROGRAM.id, '--id', '2024-Q3-r1'])).toMatchObject({
        code: 1,
        said: expect.stringMatching(/corrections.cards-issued\.csv:2: count: The row is as the tally has it/),
      });
    });
  });
});

describe('a batch that waits', () => {
  test.each([
    ['a small number of people more', '2024-Q1,event,grown,43\n'],
    ['a small number of people fewer', '2024-Q1,event,grown,37\n'],
    ['a small number moved from one age to another', '2024-Q1,event,grown,38\n2024-Q1,event,old,22\n'],
    ['a published figure that would stand for few', '2024-Q1,event,grown,3\n'],
    ['figures that no release publishes', '2024-Q2,online,young,4\n2024-Q2,online,old,8\n'],
  ])('leaves the release as it is without one, byte for byte: %s', async (_, rows) => {
    await inCopy(first, async (town) => {
      await writeBatch(town, rows);
      const made = await release(town, [PROGRAM.id]);
      expect(made.code, made.said).toBe(0);
      expect(made.said).toContain('The batch of corrections waits');
      const last = made.said.slice(made.said.indexOf('Release written to'));
      expect(last).toMatch(/^.*\nThe batch of corrections waits[^\n]*(\n {2}[^\n]*)*$/);
      expect(await filesIn(join(town.folder, 'releases'))).toEqual(
        await filesIn(join(plain.folder, 'releases')),
      );
    });
  });
});

describe('a batch with faults', () => {
  test('is refused before anything is written', async () => {
    await inCopy(first, async (town) => {
      await writeBatch(town, '2024-Q1,event,grown,40\n2024-Q3,event,grown,60\n', '', 'Found 15 forms');
      const { code, said: told } = await release(town, [PROGRAM.id]);
      expect([code, await releasesOf(town)]).toEqual([1, [FIRST]]);
      expect(told).toMatch(/cards-issued\.csv:3: period: No release has closed the period yet/);
      expect(told).toMatch(/reason\.txt:1: The reason holds a digit/);
    });
  });
});
