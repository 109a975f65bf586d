// A figure that was on the record when a release was made stays known, whatever becomes of the record.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readReleases } from '../../../src/release/read-release.ts';
import type { SealedRelease } from '../../../src/release/release.ts';
import { attackCommand } from '../../../src/run/commands/attack-command.ts';
import { attackReleases, openTrial } from '../../../src/run/release/attack-release.ts';
import { openPool } from '../../../src/run/workers/pool.ts';
import { examine } from '../../../src/witness/examine.ts';
import { findReleases } from '../../../src/witness/files.ts';
import { pagelessEffects } from '../../pageless-effects.ts';
import { buildTown, copyTown, filesIn, PROGRAM, release, rewrite, type Town } from '../town.ts';

const [FIRST, SECOND] = ['2024-Q1', '2024-Q2'];
const CELL = 'cards-issued|2024-Q1|north|young|_T';
const AREAS = ['north', 'middle', 'south'];
const AGES = ['young', 'grown', 'old'];
const CHANNELS = ['counter', 'online'];

/** The first release publishes areas and ages, the second each of them by channel too; areas by ages are in no table. */
const TOWN = {
  ...PROGRAM,
  k: 11,
  period: { from: '2024-01', levels: ['quarter'] },
  dimensions: Object.entries({ area: AREAS, age: AGES, channel: CHANNELS }).map(([id, codes]) => ({
    id,
    label: id,
    codes: codes.map((code) => ({ code, label: code })),
  })),
  measures: [{ ...PROGRAM.measures[0], dimensions: ['area', 'age', 'channel'], absentRows: 'zero' }],
  tables: [tableOf('area'), tableOf('age')],
  relations: [],
  notes: [],
  releases: [],
};
const TABLES = [...TOWN.tables, tableOf('area', 'channel'), tableOf('age', 'channel')];

function tableOf(...dimensions: string[]) {
  const levels = Object.fromEntries(dimensions.map((dimension) => [dimension, dimension]));
  return {
    id: dimensions.join('-'),
    measure: 'cards-issued',
    title: 'Cards',
    levels: { period: 'quarter', ...levels },
  };
}

/**
 *   2024-Q1   counter              online        Online are all young, as ages by channel show. So areas by channel show
 *             young  grown  old    young         the young who came online of each area, and whoever knows all young of
 *   north         3    154  145      140         the north (143, on the record) has the 3 at the counter.
 *   middle      122    187  158      153
 *   south       111    169  177      166
 */
const ONLINE = [140, 153, 166];
const COUNTER = [
  [3, 154, 145],
  [122, 187, 158],
  [111, 169, 177],
];
const ROWS = AREAS.flatMap((area, row) => [
  `2024-Q1,${area},young,online,${ONLINE[row]}`,
  ...AGES.flatMap((age, column) => [
    `2024-Q1,${area},${age},counter,${COUNTER[row]?.[column]}`,
    ...CHANNELS.map(
      (channel, at) => `2024-Q2,${area},${age},${channel},${130 + 7 * row + 11 * column + 3 * at}`,
    ),
  ]),
]);

/** What the record says when the second release is made. */
type Record = (town: Town) => Promise<void>;
const saying = (value: number, qualifier: string): Record => {
  return async ({ folder }) => {
    const header =
      'id,topic,figure,value,qualifier,unit,period,source_title,source_url,how_read,note,derived,cell';
    const row = `answer,cards,Cards,${value},${qualifier},cards,2024,Answer to a records request,,Read,,,${CELL}`;
    await mkdir(join(folder, 'record'), { recursive: true });
    await writeFile(join(folder, 'record', 'figures.csv'), `${header}\n${row}\n`);
  };
};
const nothing: Record = ({ folder }) => rm(join(folder, 'record'), { recursive: true, force: true });
const EXACT = { cell: CELL, lower: 143, upper: 143 };

/** With the first release made: in the one the figure is on the record, of the other nobody ever read it. */
let told: Town;
let untold: Town;
beforeAll(async () => {
  [told, untold] = await Promise.all([firstReleased(saying(143, 'exact')), firstReleased(nothing)]);
});
afterAll(() => Promise.all([told, untold].map(({ root }) => rm(root, { recursive: true, force: true }))));

async function firstReleased(record: Record): Promise<Town> {
  const tallies = { 'cards-issued.csv': `period,area,age,channel,count\n${ROWS.join('\n')}\n` };
  const town = await buildTown(TOWN, tallies);
  await record(town);
  expect(await release(town, [PROGRAM.id, '--id', FIRST])).toMatchObject({ code: 0 });
  return town;
}

interface Second {
  readonly releases: readonly SealedRelease[];
  /** The cube of the second release. */
  readonly cube: string;
  readonly hidden: number;
  /** What the second release knew of the record. */
  readonly knew: unknown;
  readonly said: string;
}

/** The second release after the first, with the record as it is by then. */
async function secondAfter(
  town: Town,
  record: Record,
  work?: (copy: Town) => Promise<void>,
): Promise<Second> {
  const copy = await copyTown(town);
  try {
    await record(copy);
    await rewrite(copy, 'program.json', (text) => JSON.stringify({ ...JSON.parse(text), tables: TABLES }));
    const { code, said } = await release(copy, [PROGRAM.id, '--id', SECOND]);
    expect([code, said]).toEqual([0, expect.any(String)]);
    await work?.(copy);
    const read = await readReleases(copy.folder);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const audit = read.value.at(-1)?.audit;
    const files = await filesIn(join(copy.folder, 'releases', SECOND));
    return {
      releases: read.value,
      cube: files.get('cubes/cards-issued.csv') ?? '',
      hidden: audit?.cells.withheld ?? -1,
      knew: audit?.recordFigures,
      said,
    };
  } finally {
    await rm(copy.root, { recursive: true, force: true });
  }
}

async function attack({ folder }: Town, id: string, ...args: string[]) {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const effects = { ...pagelessEffects(), log: say, print: say };
  const code = await attackCommand([join(folder, 'releases', id), ...args], effects);
  return { code, said: lines.join('\n') };
}

test('a second release after a figure was taken off the record hides what it hides with the figure on it', async () => {
  const [kept, gone] = await Promise.all([
    secondAfter(told, saying(143, 'exact')),
    secondAfter(told, nothing),
  ]);
  expect(gone.cube).toBe(kept.cube);
  expect(gone.hidden).toBeGreaterThan(0);
  expect([kept.knew, gone.knew]).toEqual([[EXACT], [EXACT]]);
  expect(gone.said).toContain(
    `Not on the record now, and known all the same, since a release knew it (from the record, or as a zero that its program.json said): ${CELL}.`,
  );
});

test('where nobody ever read the figure, nothing is hidden; that release after one that knew the figure is condemned', async () => {
  const never = await secondAfter(untold, nothing);
  expect([never.hidden, never.knew]).toEqual([0, []]);
  const pool = await openPool(1);
  const [first] = (await secondAfter(told, nothing)).releases;
  const later = never.releases.slice(1);
  expect((await attackReleases(openTrial(never.releases, []), pool)).kept).toBe(true);
  expect((await attackReleases(openTrial([first as SealedRelease, ...later], []), pool)).condemned).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ key: expect.stringContaining('2024-Q1|north|young|counter') }),
    ]),
  );
});

test('attack, --check and witness say the same of releases once the figure is off the record', async () => {
  await secondAfter(told, nothing, async (town) => {
    for (const id of [FIRST, SECOND])
      expect(await attack(town, id)).toMatchObject({
        code: 0,
        said: expect.stringMatching(
          /known all the same.*1 figures on the record.*same when it is made again/s,
        ),
      });
    expect(await attack(town, SECOND, '--check')).toMatchObject({ code: 0 });
    const published = await filesIn(town.folder);
    const files = new Map([...published].map(([path, text]) => [path, new TextEncoder().encode(text)]));
    const kept = { program: PROGRAM.id, lines: new Map(), all: true };
    const { faults, shown } = await examine(findReleases(files), kept, () => undefined);
    expect([faults, shown]).toEqual([[], expect.any(Number)]);
  });
});

test.for([
  ['a corrected figure', 150, 'exact', { lower: 150, upper: 150 }],
  [
    'a figure that says no more than that the older one was false',
    143,
    'fewer than',
    { lower: 0, upper: 142 },
  ],
] as const)(
  '%s stands in the place of the older one, and the release is made',
  async ([, value, qualifier, bound]) => {
    const { knew, said } = await secondAfter(told, saying(value, qualifier));
    expect(knew).toEqual([{ cell: CELL, ...bound }]);
    expect(said).toContain(`Corrected on the record, so that the older figure no longer counts: ${CELL}.`);
  },
);

test('a vaguer figure that the older one fits takes nothing away', async () => {
  const { hidden, knew } = await secondAfter(told, saying(140, 'about'));
  expect(knew).toEqual([{ cell: CELL, lower: 135, upper: 145 }, EXACT]);
  expect(hidden).toBeGreaterThan(0);
});
