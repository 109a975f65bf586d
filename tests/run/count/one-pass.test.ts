// What a refusal tells: all kinds of faults at once, and of a figure that would change both counts and its rows.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inTown, release, rewrite, TALLIES } from '../town.ts';

test('faults of a tally and of the record come in one pass', async () => {
  await inTown(async (town) => {
    await rewrite(town, 'tallies/applications.csv', (text) => text.replace('40', '-40'));
    await rewrite(town, 'tallies/cards-issued.csv', (text) => text.replace('young,12', 'young,'));
    await mkdir(join(town.folder, 'record'));
    await writeFile(join(town.folder, 'record', 'timeline.csv'), 'date,event\n2024,x\n');
    const { code, said } = await release(town, ['old-ferry']);
    expect(code).toBe(1);
    expect(said).toMatch(/applications\.csv:\d+: count: The count is negative/);
    expect(said).toMatch(/cards-issued\.csv:\d+: count: The count is empty/);
    expect(said).toMatch(/timeline\.csv:1: date_label: The column "date_label" is missing/);
    expect(said).toContain('The tallies have faults. The record has faults.');
  });
});

test('a published figure that would change: both counts, and the line of the row, finest cells first', async () => {
  await inTown(async (town) => {
    expect(await release(town, ['old-ferry', '--id', '2024-Q2'])).toMatchObject({ code: 0 });
    const cards = TALLIES['cards-issued.csv'] ?? '';
    const line = cards.split('\n').indexOf('2024-Q1,event,grown,40') + 1;
    await rewrite(town, 'tallies/cards-issued.csv', (text) =>
      text.replace('event,grown,40', 'event,grown,41'),
    );
    const { code, said } = await release(town, ['old-ferry', '--id', '2024-Q3']);
    expect(code).toBe(1);
    const told = said.split('\n').filter((text) => text.includes(' published ') && text.includes(' for "'));
    expect(told[0]).toMatch(
      new RegExp(
        `cards-issued\\.csv:${line}: count: Release 2024-Q2 published 40 for "Cards", 2024-Q1, event, grown; it would be 41\\..* line ${line}\\.`,
      ),
    );
  });
});

test('a published figure that would change is told in the same pass as a fault of another tally', async () => {
  await inTown(async (town) => {
    expect(await release(town, ['old-ferry', '--id', '2024-Q2'])).toMatchObject({ code: 0 });
    await rewrite(town, 'tallies/cards-issued.csv', (text) =>
      text.replace('event,grown,40', 'event,grown,41'),
    );
    await rewrite(town, 'tallies/applications.csv', (text) => text.replace('Q3,event,75', 'Q3,event,-75'));
    const { code, said } = await release(town, ['old-ferry', '--id', '2024-Q3']);
    expect(code).toBe(1);
    expect(said).toMatch(/applications\.csv:5: count: The count is negative/);
    expect(said).toMatch(
      /cards-issued\.csv:3: count: Release 2024-Q2 published 40 for "Cards", 2024-Q1, event, grown;/,
    );
    expect(said).toContain('Keep these lines out of mails, tickets and logs');
    expect(said).not.toMatch(/applications.*published/);
  });
});

test('a relation that fails names the file and the lines of the rows on both sides', async () => {
  await inTown(async (town) => {
    await rewrite(town, 'tallies/applications.csv', (text) => text.replace('Q2,event,81', 'Q2,event,61'));
    const { code, said } = await release(town, ['old-ferry']);
    expect(code).toBe(1);
    const told = said.split('\n').find((line) => line.includes('The tallies break the relation')) ?? '';
    expect(told).toMatch(
      /tallies.cards-issued\.csv:5: count: The tallies break the relation "cards-within-applications": "[^|]*", 2024-Q2, [^|]* must not be more than "[^|]*", 2024-Q2, [^|]*\. It should/,
    );
    expect(told).toContain('The rows of cards-issued.csv are on lines 5, 6, 7.');
    expect(told).toContain('The row of applications.csv is on line 3.');
    expect(told.replaceAll(town.root, '')).not.toContain('61');
  });
});

test('a parent that is not the sum of its parts is reported at the rows of both', async () => {
  await inTown(async (town) => {
    await rewrite(town, 'tallies/cards-issued.csv', (text) => `${text}2024-Q1,event,_T,71\n`);
    const { code, said } = await release(town, ['old-ferry']);
    expect(code).toBe(1);
    expect(said).toMatch(
      /tallies.cards-issued\.csv:2: count: The rows given for "[^"]+", 2024-Q1, [^=|]+ and the rows of its parts/,
    );
    expect(said).toContain('The rows are on lines 2, 3, 4, 17.');
    expect(said.replaceAll(town.root, '')).not.toContain('71');
  });
});
