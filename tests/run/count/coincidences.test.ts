// Counts of two measures that agree in every row are declared or rejected before anything is released.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inTown, PROGRAM, release, releasesOf } from '../town.ts';

const QUARTERS = ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4'];

/**
 * What was decided, by quarter; the approved become cards, new ones or renewed, and leave a record that is kept.
 *
 *              approved  refused   new  renewed   held
 *   2024-Q1         310       31   240       70    310
 *   2024-Q2         287       12   201       86    597
 *   2024-Q3         254       40   180       74    851
 *   2024-Q4         301       27   233       68   1152
 */
const ROWS: readonly (readonly [number, number, number, number, number])[] = [
  [310, 31, 240, 70, 310],
  [287, 12, 201, 86, 597],
  [254, 40, 180, 74, 851],
  [301, 27, 233, 68, 1152],
];

const codes = (...names: readonly string[]) => names.map((code) => ({ code, label: `the ${code}` }));
const measure = (id: string, dimensions: readonly string[], kind = 'flow') => ({
  id,
  label: id,
  unit: 'things',
  kind,
  dimensions,
});
const TWIN = {
  ...PROGRAM,
  dimensions: [
    { id: 'decision', label: 'Decision', codes: codes('approved', 'refused') },
    { id: 'kind', label: 'Kind', codes: codes('new', 'renewed', 'lost') },
  ],
  measures: [measure('cards-issued', ['kind']), measure('applications', ['decision'])],
  tables: [
    { id: 'cards', measure: 'cards-issued', title: 'Cards', levels: { period: 'quarter', kind: 'kind' } },
    {
      id: 'applications',
      measure: 'applications',
      title: 'Applications',
      levels: { period: 'quarter', decision: 'decision' },
    },
  ],
  relations: [],
  notes: [],
};

/** `lost` cards stand beside those of the approved. */
function talliesOf(rows: readonly (readonly number[])[], lost = 20): Record<string, string> {
  const lines = (of: (row: readonly number[], quarter: string, at: number) => readonly string[]) =>
    rows.flatMap((row, at) => of(row, QUARTERS[at] ?? '', at).map((line) => `${line}\n`)).join('');
  return {
    'cards-issued.csv': `period,kind,count\n${lines(([, , fresh, renewed], quarter, at) => [
      `${quarter},new,${fresh}`,
      `${quarter},renewed,${renewed}`,
      `${quarter},lost,${lost === 0 ? 0 : lost + at}`,
    ])}`,
    'applications.csv': `period,decision,count\n${lines(([approved, refused], quarter) => [
      `${quarter},approved,${approved}`,
      `${quarter},refused,${refused}`,
    ])}`,
    'records-held.csv': `period,count\n${lines(([, , , , held], quarter) => [`${quarter},${held}`])}`,
  };
}

/** What the first dry run says, its exit code, and the relations that it lists. */
function found(program: object, tallies: Record<string, string>) {
  return inTown(
    async (town) => {
      const { code, said } = await release(town, ['old-ferry', '--id', '2024-Q4', '--dry-run']);
      expect(await releasesOf(town)).toEqual([]);
      const listed = [...said.matchAll(/^ {4}(\{.*\})$/gm)].map(([, json = '']) => JSON.parse(json));
      return { code, said, listed };
    },
    program,
    tallies,
  );
}

describe('npm run release of counts that always agree', () => {
  test('a sum of codes that equals another measure: refused with the JSON that declares it', async () => {
    const { code, said, listed } = await found(TWIN, talliesOf(ROWS));
    expect(code).toBe(1);
    expect(listed).toEqual([
      {
        id: expect.any(String),
        why: '',
        sense: 'equal',
        period: 'quarter',
        by: {},
        left: [
          { measure: 'cards-issued', codes: { kind: 'new' } },
          { measure: 'cards-issued', codes: { kind: 'renewed' } },
        ],
        right: [{ measure: 'applications', codes: { decision: 'approved' } }],
      },
    ]);
    expect(said).toContain(
      'In each quarter, "cards-issued" (Kind: the new) + "cards-issued" (Kind: the renewed) = "applications" (Decision: the approved) (4 rows):',
    );
    // PROGRAM declares neither.
    expect(said.match(/There is no "\w+" yet: write the line/g)).toEqual([
      'There is no "relations" yet: write the line',
      'There is no "notRelated" yet: write the line',
    ]);
    for (const count of ROWS.flat()) expect(said).not.toMatch(new RegExp(`\\b${count}\\b`));
  });

  test.each(['relations', 'notRelated'])(
    'what it lists, put into %s with a reason: released',
    async (key) => {
      const { listed } = await found(TWIN, talliesOf(ROWS));
      const declared = listed.map((relation) => ({ ...relation, why: 'Somebody looked.' }));
      expect((await found({ ...TWIN, [key]: declared }, talliesOf(ROWS))).code).toBe(0);
    },
  );

  test('what it lists, put there without a reason: refused', async () => {
    const { listed } = await found(TWIN, talliesOf(ROWS));
    const { code, said } = await found({ ...TWIN, notRelated: listed }, talliesOf(ROWS));
    expect(code).toBe(1);
    expect(said).toContain('notRelated.0.why');
  });

  test('a stock that grows by another measure: listed as held before and taken in', async () => {
    const held = {
      ...TWIN,
      measures: [measure('applications', ['decision']), measure('records-held', [], 'stock')],
      tables: [
        TWIN.tables[1],
        { id: 'held', measure: 'records-held', title: 'Held', levels: { period: 'quarter' } },
      ],
    };
    const { listed } = await found(held, talliesOf(ROWS));
    expect(listed).toMatchObject([
      {
        left: [{ measure: 'records-held', codes: {} }],
        right: [
          { measure: 'records-held', codes: {}, lag: 1 },
          { measure: 'applications', codes: { decision: 'approved' } },
        ],
      },
    ]);
  });

  test('counts that agree in all rows but one: released', async () => {
    const rows = ROWS.with(2, [255, 40, 180, 74, 851]);
    expect((await found(TWIN, talliesOf(rows))).code).toBe(0);
  });

  test('one row that agrees, which may be an accident: released', async () => {
    const { code, listed } = await found(
      { ...TWIN },
      talliesOf(ROWS.map((row, at) => (at === 0 ? row : [row[0] + at, row[1], row[2], row[3], row[4]]))),
    );
    expect({ code, listed }).toEqual({ code: 0, listed: [] });
  });

  test('for every code of a dimension: one relation, by that dimension', async () => {
    const channels = { id: 'channel', label: 'Channel', codes: codes('counter', 'event') };
    const program = {
      ...TWIN,
      dimensions: [channels],
      measures: [measure('cards-issued', ['channel']), measure('applications', ['channel'])],
      tables: ['cards-issued', 'applications'].map((id) => ({
        id,
        measure: id,
        title: id,
        levels: { period: 'quarter', channel: 'channel' },
      })),
    };
    const text = `period,channel,count\n${ROWS.flatMap(([one, other], at) => [`${QUARTERS[at]},counter,${one}\n`, `${QUARTERS[at]},event,${other}\n`]).join('')}`;
    const { listed } = await found(program, { 'cards-issued.csv': text, 'applications.csv': text });
    expect(listed).toMatchObject([{ by: { channel: 'channel' } }]);
    expect(listed).toHaveLength(1);
  });
});

test('notRelated stands in no file of a release', async () => {
  await inTown(
    async (town) => {
      const { listed } = await found(TWIN, talliesOf(ROWS));
      expect(listed).toHaveLength(1);
      expect((await release(town, ['old-ferry', '--id', '2024-Q4'])).code).toBe(0);
      const file = join(town.folder, 'releases', '2024-Q4', 'datapackage.json');
      expect(await readFile(file, 'utf8')).not.toMatch(/notRelated|by accident/);
    },
    {
      ...TWIN,
      notRelated: [
        {
          id: 'x',
          why: 'It is so by accident.',
          sense: 'equal',
          period: 'quarter',
          left: [
            { measure: 'cards-issued', codes: { kind: 'new' } },
            { measure: 'cards-issued', codes: { kind: 'renewed' } },
          ],
          right: [{ measure: 'applications', codes: { decision: 'approved' } }],
        },
      ],
    },
    talliesOf(ROWS),
  );
});
