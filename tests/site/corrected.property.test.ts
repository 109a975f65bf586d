// Whatever a release corrects, its pages can be assembled and the gate accepts what they print: a release that was made cannot be
// taken back. `slow-build` builds such a site for real.
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatRecall } from '../../src/formats/recall-file.ts';
import { copyTown, type Town } from '../run/town.ts';
import { assemble } from './assemble.ts';
import { buildCorrected, correct, MONTHS, SECOND, translate } from './corrected-town.ts';

const RUNS = 10;
const SEED = 20_261_128;

let first: Town;
beforeAll(async () => {
  first = await buildCorrected();
});
afterAll(() => rm(first.root, { recursive: true, force: true }));

/** What the gate says of the pages once these rows are corrected; `count` is how many figures the new release corrects. */
async function pagesAfter(
  corrections: readonly Correction[],
  work?: (town: Town) => Promise<void>,
): Promise<{ findings: readonly string[]; carried: boolean }> {
  const town = await copyTown(first);
  try {
    const carried = await correct(town, SECOND, corrections);
    await work?.(town);
    return { findings: await assemble(town.places.repository), carried };
  } finally {
    await rm(town.root, { recursive: true, force: true });
  }
}

type Correction = readonly [month: string, channel: string, count: number];

const correction = fc.tuple(
  fc.constantFrom(...MONTHS),
  fc.constantFrom('event', 'online'),
  fc.oneof(fc.constant(0), fc.integer({ min: 11, max: 3000 })),
);

/** A tally with these counts in every month, at an event and online. */
const always = (event: number, online: number): string =>
  `period,channel,count\n${MONTHS.map((month) => `${month},event,${event}\n${month},online,${online}\n`).join('')}`;

describe('the pages of a release', () => {
  test.each([
    ['has nothing but zeros', always(0, 0)],
    ['has the same counts in every month', always(250, 260)],
    ['hides a whole way of applying', always(300, 2)],
    ['hides every count of a month', always(3, 4)],
    ['has one month with people in it', `period,channel,count\n2024-05,event,640\n`],
  ])('that %s have nothing that the gate refuses', async (_, cards) => {
    const town = await buildCorrected({ 'cards-issued.csv': cards });
    try {
      expect(await assemble(town.places.repository)).toEqual([]);
    } finally {
      await rm(town.root, { recursive: true, force: true });
    }
  });

  test('before any correction have nothing that the gate refuses', async () => {
    expect(await assemble(first.places.repository)).toEqual([]);
  });

  test.each<[what: string, corrections: readonly Correction[]]>([
    ['the highest month, below a thousand', [['2024-05', 'event', 640]]],
    ['the highest month, which no longer is', [['2024-05', 'event', 100]]],
    ['a month that becomes the highest', [['2024-02', 'event', 990]]],
    [
      'the first month and the last',
      [
        ['2024-01', 'event', 250],
        ['2024-12', 'online', 420],
      ],
    ],
    ['every month of a way of applying, all alike', MONTHS.map((month) => [month, 'event', 300] as const)],
    ['every month of a way of applying, to nothing', MONTHS.map((month) => [month, 'online', 0] as const)],
  ])('that corrects %s have nothing that the gate refuses', async (_, corrections) => {
    expect(await pagesAfter(corrections)).toEqual({ findings: [], carried: true });
  });

  test('that corrects a correction, and then recalls the first, have nothing that the gate refuses', async () => {
    const { findings } = await pagesAfter([['2024-05', 'event', 640]], async (town) => {
      await correct(town, '2024-Q4-r2', [['2024-05', 'event', 700]]);
      const recall = formatRecall({
        release: SECOND,
        recalled: '2025-02-03',
        why: 'A box was counted twice.',
      });
      await writeFile(join(town.folder, 'releases', `${SECOND}.recall.json`), recall);
      await translate(town);
    });
    expect(findings).toEqual([]);
  });

  test('that corrects any cells have nothing that the gate refuses', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(correction, { minLength: 1, maxLength: 6, selector: ([m, c]) => m + c }),
        async (rows) => {
          expect((await pagesAfter(rows)).findings).toEqual([]);
        },
      ),
      { seed: SEED, numRuns: RUNS, endOnFailure: true },
    );
  });
});
