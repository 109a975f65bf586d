// Equalities by one dimension each are proposed as one by both, unless the tallies say otherwise.
import { expect, test } from 'vitest';
import { findCoincidences } from '../../src/cube/coincidences/find-coincidences.ts';
import { seriesOf } from '../../src/cube/coincidences/series.ts';
import { openCrossings } from '../../src/program/crossing-relations.ts';
import { dimensionCodelist, type Measure, type Program, type Relation } from '../../src/program/program.ts';

const QUARTERS = ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4'];
const dimension = (id: string, ...names: readonly string[]) => ({
  id,
  label: id,
  sensitive: false,
  codes: names.map((code) => ({ code, label: code })),
});
const DIMENSIONS = [dimension('area', 'harbor', 'hill'), dimension('channel', 'counter', 'event')];
const measure = (id: string) =>
  ({ id, label: id, unit: id, kind: 'flow', dimensions: ['area', 'channel'] }) as unknown as Measure;
const [APPROVALS, CARDS] = [measure('approvals'), measure('cards')];
const PROGRAM = {
  period: { from: '2024-01', levels: ['quarter'], fiscalYearStartMonth: 1, partialYear: false },
  dimensions: DIMENSIONS,
  measures: [APPROVALS, CARDS],
} as unknown as Program;

/** Of each quarter harbor by counter and event, then hill. */
const COUNTS = [
  [310, 121, 287, 95],
  [254, 140, 201, 86],
  [301, 133, 180, 74],
  [288, 152, 233, 68],
];

/** `moved` of harbor change from counter to event, and as many of hill back: margins stay. */
const seriesFor = (of: Measure, moved: number, isJointKnown: boolean) => ({
  measure: of,
  series: seriesOf(of, DIMENSIONS.map(dimensionCodelist), QUARTERS, ([period = '', ...codes]) => {
    if (!isJointKnown && !codes.includes('_T')) return { kind: 'unknown', note: undefined };
    const row = COUNTS[QUARTERS.indexOf(period)] ?? [];
    const count = row.reduce((sum, each, at) => {
      const place = [at < 2 ? 'harbor' : 'hill', at % 2 === 0 ? 'counter' : 'event'];
      const isIn = codes.every((code, side) => code === '_T' || code === place[side]);
      return isIn ? sum + each + (at === 0 || at === 3 ? -moved : moved) : sum;
    }, 0);
    return { kind: 'known', count, people: null };
  }),
});

const found = (cards: ReturnType<typeof seriesFor>, declared: readonly Relation[] = []) =>
  findCoincidences(
    [
      {
        level: 'quarter',
        codelists: DIMENSIONS.map(dimensionCodelist),
        measures: [seriesFor(APPROVALS, 0, true), cards],
      },
    ],
    { declared, rejected: [], crosses: openCrossings(PROGRAM) },
  ).map(({ relation }) => relation);

const BY_AREA: Relation = {
  id: 'approvals-and-cards',
  why: 'Every approval becomes one card.',
  sense: 'equal',
  period: 'quarter',
  by: { area: 'area' },
  left: [{ measure: 'approvals', codes: {} }],
  right: [{ measure: 'cards', codes: {} }],
};

test('cards by area and by channel alone: one relation by both', () => {
  expect(found(seriesFor(CARDS, 0, false))).toMatchObject([
    { sense: 'equal', by: { area: 'area', channel: 'channel' }, left: BY_AREA.left, right: BY_AREA.right },
  ]);
});

test('cards by both: the same', () => {
  expect(found(seriesFor(CARDS, 0, true))).toMatchObject([{ by: { area: 'area', channel: 'channel' } }]);
});

test('declared by area: by both, and never by channel beside it', () => {
  expect(found(seriesFor(CARDS, 0, false), [BY_AREA])).toMatchObject([
    { by: { area: 'area', channel: 'channel' } },
  ]);
});

test('not so for both together: each by itself, of which one can be declared', () => {
  const relations = found(seriesFor(CARDS, 7, true)).filter(({ sense }) => sense === 'equal');
  expect(relations.map(({ by }) => by)).toEqual([{ area: 'area' }, { channel: 'channel' }]);
  const crosses = openCrossings(PROGRAM);
  expect(crosses(relations[0] as Relation, relations[1] as Relation)).toBeDefined();
});
