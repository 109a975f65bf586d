// Cards by area and by channel, applications by both: relations by one each would tell who of both got no card.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inTown, PROGRAM, release, releasesOf, rewrite } from '../town.ts';

const AREAS = ['harbor', 'middle', 'hill'];
const CHANNELS = ['counter', 'event'];
const codes = (names: readonly string[]) => names.map((code) => ({ code, label: code }));
const measure = (id: string) => ({
  id,
  label: id,
  unit: id,
  kind: 'flow',
  dimensions: ['area', 'channel'],
  absentRows: 'zero',
});
const table = (of: string, ...by: readonly string[]) => ({
  id: [of, ...by].join('-'),
  measure: of,
  title: of,
  levels: { period: 'quarter', ...levelsOf(by) },
});
const levelsOf = (by: readonly string[]) => Object.fromEntries(by.map((name) => [name, name]));
const within = (...by: readonly string[]) => ({
  id: `within-${by.join('-')}`,
  why: 'Every card comes from one application, of the same area and channel.',
  sense: 'at-most',
  period: 'quarter',
  by: levelsOf(by),
  left: [{ measure: 'cards-issued' }],
  right: [{ measure: 'applications' }],
});

const TOWN = {
  ...PROGRAM,
  k: 11,
  period: { from: '2021-01', levels: ['quarter'] },
  dimensions: [
    { id: 'area', label: 'Area', codes: codes(AREAS) },
    { id: 'channel', label: 'Channel', codes: codes(CHANNELS) },
  ],
  measures: [measure('applications'), measure('cards-issued')],
  tables: [
    table('applications', 'area', 'channel'),
    table('cards-issued', 'area'),
    table('cards-issued', 'channel'),
  ],
  notes: [],
};

/**
 * Events are held in harbor alone. Who applied and got no card:
 *
 *              harbor          middle   hill
 *          counter  event     counter  counter
 *   last       3      14          17       19      17 of harbor less 14 of events are 3 people
 *   before  12-19   13-18      14-19    15-19
 *
 * `quarters` of them, from 2021. `of` is what the cards of both tell.
 */
function talliesOf(quarters: number, of: 'margins' | 'both' = 'margins'): Record<string, string> {
  const rows = Array.from({ length: quarters }, (_, at) => rowsOf(at, at === quarters - 1)).flat();
  const margins = [0, 1].flatMap((side) =>
    [
      ...Map.groupBy(
        rows,
        ({ period, codes: both }) => `${period},${side === 0 ? `${both[0]},_T` : `_T,${both[1]}`}`,
      ),
    ].map(([place, own]) => `${place},${own.reduce((sum, { cards }) => sum + cards, 0)}`),
  );
  const file = (lines: readonly string[]) => ['period,area,channel,count', ...lines, ''].join('\n');
  return {
    'applications.csv': file(rows.map(({ period, codes: both, applied }) => `${period},${both},${applied}`)),
    'cards-issued.csv': file(
      of === 'margins' ? margins : rows.map(({ period, codes: both, cards }) => `${period},${both},${cards}`),
    ),
  };
}

const PLACES: readonly (readonly [area: string, channel: string])[] = [
  ['harbor', 'counter'],
  ['harbor', 'event'],
  ['middle', 'counter'],
  ['hill', 'counter'],
];

/** Of a quarter, each place with who applied and who got a card. */
function rowsOf(at: number, isLast: boolean) {
  const period = `${2021 + Math.floor(at / 4)}-Q${(at % 4) + 1}`;
  return PLACES.map((both, place) => {
    const applied = 150 + ((at * 37 + place * 71) % 200);
    const without = isLast ? ([3, 14, 17, 19][place] as number) : 12 + place + ((at * 5 + place) % 5);
    return { period, codes: both, applied, cards: applied - without };
  });
}

const run = (relations: readonly object[], tallies: Record<string, string>, args: readonly string[]) =>
  inTown(
    async (town) => {
      const { code, said } = await release(town, ['old-ferry', ...args]);
      const releases = await releasesOf(town);
      const folder = join(town.folder, 'releases', '2021-Q2', 'cubes');
      const names = releases.length === 0 ? [] : ['applications.csv', 'cards-issued.csv'];
      const files = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
      return { code, said, files, releases };
    },
    { ...TOWN, relations },
    tallies,
  );

/** By codes what is published, empty where it is withheld. */
function countsOf(text: string): ReadonlyMap<string, string> {
  const [header = '', ...rows] = text.trim().split('\n');
  const at = header.split(',').indexOf('count');
  return new Map(
    rows.map((row) => {
      const fields = row.split(',');
      return [fields.slice(0, 3).join(), fields[at] as string];
    }),
  );
}

const FIRST = ['--id', '2021-Q2'];

describe('npm run release of cards within applications', () => {
  test('by area, and by channel: refused before anything is read', async () => {
    const { code, said, releases } = await run([within('area'), within('channel')], talliesOf(2), FIRST);
    expect({ code, releases }).toEqual({ code: 1, releases: [] });
    expect(said).toContain('Declare it once, by area and channel together.');
  });

  test('by area and channel together: released, and the three people are hidden', async () => {
    const { code, said, files } = await run([within('area', 'channel')], talliesOf(2), FIRST);
    expect(code, said).toBe(0);
    const shown = files.map((text) => countsOf(text));
    // 17 without a card in harbor, 14 at events.
    const sides = ['2021-Q2,harbor,_T', '2021-Q2,_T,event'].flatMap((place) =>
      shown.map((counts) => counts.get(place)),
    );
    expect(sides).toHaveLength(4);
    expect(sides).toContain('');
  });

  test('by area and channel together, where some row has more cards than that: refused with its name', async () => {
    const tallies = talliesOf(2, 'both');
    const more = (tallies['cards-issued.csv'] ?? '').replace(/(2021-Q1,harbor,event,)\d+/, '$1999');
    const { code, said, releases } = await run(
      [within('area', 'channel')],
      { ...tallies, 'cards-issued.csv': more },
      FIRST,
    );
    expect({ code, releases }).toEqual({ code: 1, releases: [] });
    expect(said).toContain('The tallies break the relation "within-area-channel"');
    expect(said).not.toContain('999');
  });
});

/** The relations that a run proposes, as `{ by }`. */
const proposedIn = (said: string) =>
  [...said.matchAll(/^ {4}(\{.*\})$/gm)].map(([, json = '']) => JSON.parse(json));

describe('npm run release of 16 quarters proposes', () => {
  const DRY = ['--id', '2024-Q4', '--dry-run'];

  test.each([
    ['nothing', []],
    ['one by area', [within('area')]],
    ['one by channel', [within('channel')]],
  ])('where %s is declared, one by both together, which can be declared', async (_, relations) => {
    const { said } = await run(relations, talliesOf(16), DRY);
    const proposed = proposedIn(said);
    expect(proposed).toMatchObject([{ sense: 'at-most', by: { area: 'area', channel: 'channel' } }]);
    const declared = proposed.map((one) => ({ ...one, why: 'So it is.' }));
    const again = await run([...relations, ...declared], talliesOf(16), ['--id', '2021-Q2', '--dry-run']);
    expect(again.said).not.toContain('says the same of the same counts');
  });
});

test('npm run release after one that declares the relation by area: by channel alone it is refused', async () => {
  await inTown(
    async (town) => {
      expect((await release(town, ['old-ferry', '--id', '2021-Q1'])).code).toBe(0);
      await rewrite(town, 'program.json', (text) =>
        JSON.stringify({ ...JSON.parse(text), relations: [within('channel')] }),
      );
      const { code, said } = await release(town, ['old-ferry', '--id', '2021-Q2']);
      expect(code).toBe(1);
      expect(said).toContain('Release 2021-Q1 declares a relation that crosses one of program.json.');
      expect(said).toContain('Declare it once, by area and channel together.');
    },
    { ...TOWN, relations: [within('area')] },
    talliesOf(2),
  );
});
