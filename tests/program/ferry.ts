/**
 * Old Ferry as its rules need it: two quarters of cards and of records held, at events, at the counter and online, and
 * the attack on a release of which some cells are hidden. k is 5.
 */

import { expect } from 'vitest';
import { checkRelations } from '../../src/cube/check-relations.ts';
import { type CountedMeasure, countCells } from '../../src/cube/count-cells.ts';
import { type CountedCell, cellKey, type PublishedCell } from '../../src/program/cell.ts';
import { declare } from '../../src/program/declaration.ts';
import { parseProgram } from '../../src/program/parse-program.ts';
import { releaseEnd } from '../../src/program/period.ts';
import { type Program, programCodelists } from '../../src/program/program.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import type { ReleaseShape } from '../../src/system/shape.ts';
import { attack } from '../attack/on-this-thread.ts';

const solver = await loadSolver();

const QUARTERS = ['2024-Q1', '2024-Q2'];
export const CHANNELS = ['event', 'counter', 'online'];
const LEVELS = { period: 'quarter', channel: 'channel' };

export const SOUND = {
  id: 'old-ferry',
  name: 'Ferry Card',
  city: 'Old Ferry',
  nature: 'invented',
  standing: 'Made for tests.',
  summary: 'A card.',
  tallies: 'confidential',
  k: 5,
  period: { from: '2024-01', levels: ['quarter'] },
  dimensions: [{ id: 'channel', label: 'Channel', codes: CHANNELS.map((code) => ({ code, label: code })) }],
  measures: [
    { id: 'cards-issued', label: 'Cards', unit: 'cards', kind: 'flow', dimensions: ['channel'] },
    { id: 'records-held', label: 'Records', unit: 'records', kind: 'stock', dimensions: ['channel'] },
  ],
  tables: [
    { id: 'cards', measure: 'cards-issued', title: 'Cards', levels: LEVELS },
    { id: 'records', measure: 'records-held', title: 'Records', levels: LEVELS },
  ],
  licence: { name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
};

export const channel = (id: string, more: object = {}) => ({
  id,
  label: id,
  keeps: 'Papers.',
  until: 'For ever.',
  accordingTo: 'The clerk.',
  leavesRecords: 'not-on-the-record',
  ...more,
});

export function programWith(changes: object): Program {
  const read = parseProgram(JSON.stringify({ ...SOUND, ...changes }), 'program.json');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

export function shapeOf(program: Program): ReleaseShape {
  return {
    release: '2024-Q2',
    declaration: declare(program),
    codelists: programCodelists(program, releaseEnd('2024-Q2') ?? 0),
  };
}

/** By quarter: at events, at the counter, online; -1 where the tally has no row. */
type Counts = readonly (readonly number[])[];
export interface Tallies {
  readonly cards?: Counts;
  readonly records?: Counts;
  readonly people?: Counts;
}
const NOBODY: Counts = [
  [0, 0, 0],
  [0, 0, 0],
];

export function count(program: Program, { cards = NOBODY, records = NOBODY, people }: Tallies) {
  const gridOf = (counts: Counts, behind: Counts | undefined) => ({
    levels: ['quarter', 'channel'],
    codes: [QUARTERS, CHANNELS],
    counts: Int32Array.from(counts.flat()),
    people: behind === undefined ? null : Int32Array.from(behind.flat()),
  });
  return countCells(program, shapeOf(program), [
    { measure: 'cards-issued', grids: [gridOf(cards, people)] },
    { measure: 'records-held', grids: [gridOf(records, undefined)] },
  ]);
}

export function counted(program: Program, tallies: Tallies): readonly CountedMeasure[] {
  const found = count(program, tallies);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  expect(checkRelations(shapeOf(program), found.value)).toEqual([]);
  return found.value;
}

/** As published with some cells hidden, by measure and codes; one that cannot be otherwise never is. */
export function publish(program: Program, tallies: Tallies, hidden: readonly string[]) {
  const publishCell = (measure: string, { codes, count: known, status, note }: CountedCell): PublishedCell =>
    status !== 'z' && hidden.includes(`${measure}|${cellKey(codes)}`)
      ? { codes, count: null, status: 'c', note: '' }
      : { codes, count: known, status, note };
  return new Map(
    counted(program, tallies).map(({ measure, cells }) => [
      measure.id,
      cells.map((cell) => publishCell(measure.id, cell)),
    ]),
  );
}

export function attackOf(
  program: Program,
  tallies: Tallies,
  hidden: readonly string[],
  record: Parameters<typeof attack>[0]['record'] = [],
) {
  const release = { ...shapeOf(program), cubes: publish(program, tallies, hidden), changes: [] };
  return attack({ releases: [release], record, k: 5, solver, ranges: true });
}

/** Hidden cells that do not follow from published ones. */
export const openIn = ({ blocks }: ReturnType<typeof attackOf>) =>
  blocks.flatMap(({ findings }) => findings.map(({ key }) => key));
export const keysOf = ({ condemned }: ReturnType<typeof attackOf>) => condemned.map(({ key }) => key);
/** Hidden cells of which adding up alone tells what it may not. */
export const toldIn = ({ condemned }: ReturnType<typeof attackOf>) =>
  condemned.filter(({ reason }) => !reason.includes('no counts explain')).map(({ key }) => key);
/** The least and the most that a cell can be that does not follow. */
export const rangeIn = ({ blocks }: ReturnType<typeof attackOf>, key: string) =>
  blocks
    .flatMap(({ findings }) => findings)
    .filter((found) => found.key === key)
    .flatMap(({ least, most }) => [least, most]);
const cardsAt = (period: string, code: string) => `cards-issued|${period}|${code}`;
export const [EVENT, ONLINE] = [cardsAt('2024-Q1', 'event'), cardsAt('2024-Q1', 'online')];
export const LATER_EVENT = cardsAt('2024-Q2', 'event');
/** Four cells, of which all sums are published. */
export const FOUR = [EVENT, ONLINE, LATER_EVENT, cardsAt('2024-Q2', 'online')];
/** Whoever knows that nobody applied online at first knows the 3 at events afterwards: 23 to date, less 20. */
export const NONE_ONLINE = {
  cards: [
    [20, 40, 0],
    [3, 40, 30],
  ],
};
export const PLAIN = programWith({});
