// Which row somebody edited since the last release: named by its line, whether or not it was published by itself; never by a count.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inPlenty, inTown, PROGRAM, release, type Town } from '../town.ts';

const CARDS = 'cards-issued.csv';

/** What a refusal says of changed rows after the work on the tally, and everything that it says. */
async function saidAfter(
  town: Town,
  change: (rows: string[]) => readonly string[],
  file = CARDS,
): Promise<{ rows: readonly string[]; all: string }> {
  const path = join(town.folder, 'tallies', file);
  const before = await readFile(path, 'utf8');
  await writeFile(path, `${change(before.trimEnd().split('\n')).join('\n')}\n`);
  const { code, said } = await release(town, ['old-ferry', '--id', '2024-Q3']);
  await writeFile(path, before);
  expect(code).toBe(1);
  const rows = said.split('\n').filter((line) => /differs from what release|would change\. /.test(line));
  return { rows, all: said };
}

/** The row on a line counts that many more. */
const more = (line: number, by: number) => (rows: string[]) =>
  rows.with(
    line - 1,
    (rows[line - 1] ?? '').replace(/\d+$/, (count) => String(Number(count) + by)),
  );
const without = (line: number) => (rows: string[]) => rows.toSpliced(line - 1, 1);

const first = async (town: Town) =>
  expect(await release(town, ['old-ferry', '--id', '2024-Q2'])).toMatchObject({ code: 0 });

test('each row whose cell is published, edited by itself, is named by its line', async () => {
  await inPlenty(async (town) => {
    await first(town);
    for (const line of [2, 5, 9]) {
      const { rows } = await saidAfter(town, more(line, 1));
      expect(rows).toHaveLength(1);
      expect(rows[0]).toContain(
        `${CARDS}:${line}: This differs from what release 2024-Q2 published: the row on line ${line}. `,
      );
    }
    const { rows } = await saidAfter(town, (all) => [...more(3, 7)(more(8, 2)(all))]);
    expect(rows[0]).toContain(
      'published: the rows on lines 3 and 8. Bring back what it said; a correction goes',
    );
  });
});

test('a row whose cell is hidden, edited by itself, is among the few lines that are named, and no count is', async () => {
  await inTown(async (town) => {
    await first(town);
    for (const line of [2, 3, 4, 5, 6, 7, 8, 9, 10]) {
      const { rows } = await saidAfter(town, more(line, 1003));
      expect(rows, `line ${line}`).toHaveLength(1);
      const lines = /lines? (.*?)\. Bring/.exec(rows[0] ?? '')?.[1]?.match(/\d+/g) ?? [];
      expect(lines.map(Number), `line ${line}`).toContain(line);
      expect(lines.length).toBeLessThan(5);
      expect(rows[0]).not.toMatch(/10[0-9]{2}|\b20\b|\b40\b/);
    }
  });
});

test('where rows no longer add up with a row of the same tally, the row that was edited is named all the same', async () => {
  const whole = '2024-Q1,event,_T,72';
  await inPlenty(async (town) => {
    const path = join(town.folder, 'tallies', CARDS);
    await writeFile(path, `${await readFile(path, 'utf8')}${whole}\n`);
    await first(town);
    const edited = await saidAfter(town, more(3, 1));
    expect(edited.all).toContain('do not add up to the same count');
    expect(edited.rows).toEqual([expect.stringContaining('the row on line 3. ')]);
    const last = (await readFile(path, 'utf8')).trimEnd().split('\n').length;
    expect((await saidAfter(town, more(last, 5))).rows).toEqual([
      expect.stringContaining(`the row on line ${last}. `),
    ]);
  });
});

test('a row that was taken out is named by its codes', async () => {
  const [cards, ...others] = PROGRAM.measures;
  await inPlenty(
    async (town) => {
      await first(town);
      expect((await saidAfter(town, without(3))).rows).toEqual([
        expect.stringContaining('published: a row that is not there: "2024-Q1, event, grown". '),
      ]);
    },
    { ...PROGRAM, measures: [{ ...cards, absentRows: 'zero' }, ...others] },
  );
});

test('rows of which no release has said anything yet are not spoken of', async () => {
  await inPlenty(async (town) => {
    await first(town);
    const { rows, all } = await saidAfter(town, more(11, 90), CARDS);
    expect(all).toContain('break the relation');
    expect(rows).toEqual([]);
  });
});
