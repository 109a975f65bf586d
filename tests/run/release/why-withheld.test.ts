// `npm run release -- <program> --dry-run --why CELL` on a small town: why a cell would be withheld, for the operator alone.
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildTown, filesIn, PROGRAM, release, type Town } from '../town.ts';

const NEXT = [PROGRAM.id, '--id', '2024-Q3'];
let town: Town;
beforeAll(async () => {
  town = await buildTown();
  expect(await release(town, [PROGRAM.id, '--id', '2024-Q2'])).toMatchObject({ code: 0 });
});
afterAll(() => rm(town.root, { recursive: true, force: true }));

/** The lines between what is new and how the run ended. */
async function why(cell: string): Promise<string[]> {
  const { code, said } = await release(town, [...NEXT, '--dry-run', '--why', `cards-issued|${cell}`]);
  expect(code).toBe(0);
  const lines = said.split('\n');
  const placeOf = (start: string) => lines.findIndex((line) => line.startsWith(start));
  return lines.slice(placeOf('New since') + 1, placeOf('Dry run'));
}

describe('release --dry-run --why', () => {
  test('says that a cell is small, and what is withheld beside it; tells no hidden count and writes nothing', async () => {
    const before = await filesIn(town.root);
    const [first, ...lines] = await why('2024-Q2|online|young');
    expect(first).toBe(
      'Why "Cards", 2024-Q2, online, young is withheld. For you alone, never to be published:',
    );
    expect(lines.slice(0, 5)).toEqual([
      '  It stands for at least 1 and fewer than 5 people.',
      '  In sums with it are also withheld:',
      '    "Cards", online, young, until 2024-06: stands for at least 1 and fewer than 5 people',
      '    "Cards", 2024-Q3, online, young: stands for at least 1 and fewer than 5 people',
      '    "Cards", 2024-Q2, event, young: was withheld by an earlier release and stays so',
    ]);
    const numbers = lines
      .join()
      .replaceAll(/2024-(Q\d|\d\d)/g, '')
      .match(/\d+/g);
    expect([...new Set(numbers)]).toEqual(['1', '5']);
    expect(await filesIn(town.root)).toEqual(before);
  });

  test('says that a cell protects others, that an earlier release withheld it, or that it is not withheld', async () => {
    const [, protects] = await why('2024-Q3|online|old');
    expect(protects).toBe('  It protects others: sums would tell too much of them.');
    const [, earlier] = await why('2024-Q2|online|old');
    expect(earlier).toBe('  It was withheld by an earlier release and stays so.');
    expect(await why('2024-Q2|_T|_T')).toEqual(['"Cards", 2024-Q2 is not withheld.']);
  });

  test('without a dry run, or of no cell of the release, is used wrongly', async () => {
    expect(await release(town, [...NEXT, '--why', 'cards-issued|2024-Q2|_T|_T'])).toMatchObject({
      code: 2,
      said: expect.stringContaining('--why goes with --dry-run'),
    });
    expect(await release(town, [...NEXT, '--dry-run', '--why', 'cards-issued|2024-Q9|_T|_T'])).toMatchObject({
      code: 2,
      said: expect.stringContaining('has no cell "cards-issued|2024-Q9|_T|_T"'),
    });
  });
});
