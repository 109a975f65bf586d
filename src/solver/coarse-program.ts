/**
 * A program of changes (local/decided-program.ts) that asks a coarse model first (coarse.ts). Whole changes there are taken apart
 * piece by piece, each by a program of its own; where that cannot be done, all is asked at once.
 */
import type { Constraint, Limit } from '../indexes/constraint.ts';
import { sparseAt, valueAt } from '../indexes/look-up.ts';
import { type Coarse, isSum, type Piece } from './coarse.ts';
import type { DecidedProgram } from './local/decided-program.ts';
import type { Leeway } from './local/kinks.ts';
import type { Answer } from './local/local-program.ts';

type Open = (width: number, constraints: readonly Constraint[]) => DecidedProgram;
type Changes = ReadonlyMap<number, number>;

/** What is this close to a whole number is one. */
const ROUNDING = 1e-6;
const STILL: Leeway = { price: 0, rise: 0, fall: 0, drop: 0 };
/** More than any sum changes by: limits say by how much it does. */
const MOST = 1e9;
const LIMITED: Leeway = { price: 1, rise: MOST, fall: MOST, drop: MOST };

/** `constraints` on changes, as those of the coarse model are. */
export function openCoarseProgram(
  coarse: Coarse,
  constraints: readonly Constraint[],
  open: Open,
): DecidedProgram {
  const { places, members, pieces } = coarse;
  const leeways = new Map<number, Leeway>();
  const leewayOf = (column: number) => leeways.get(column) ?? STILL;
  const top = open(members.length, coarse.constraints);
  const takers = new Map<number, DecidedProgram>();
  let whole: DecidedProgram | undefined;
  const atOnce = (): DecidedProgram => {
    whole ??= openWith(leeways, open(places.length, constraints));
    return whole;
  };
  const takerOf = (at: number): DecidedProgram => {
    const taker = takers.get(at) ?? openTaker(valueAt(pieces, at), leewayOf, open);
    takers.set(at, taker);
    return taker;
  };
  const placed = ({ column, ...ends }: Limit): Limit => ({ column: places[column] as number, ...ends });
  const isCoarse = ({ column }: Limit) => !isSum(coarse, places[column] as number);
  const answer = (limits: readonly Limit[], ask: 'ask' | 'askWhole' | 'tryWhole'): Answer => {
    if (!limits.every(isCoarse)) return atOnce()[ask](limits);
    const linear = top[ask](limits.map(placed));
    if (linear.status !== 'optimal') return linear;
    const added = isWhole(linear.changes)
      ? linear
      : top[ask === 'ask' ? 'askWhole' : ask](limits.map(placed));
    if (added.status !== 'optimal') return added;
    const changes = takeApart(coarse, added.changes, takerOf);
    return changes === undefined ? atOnce()[ask](limits) : { status: 'optimal', changes };
  };
  return {
    allow: (column, leeway) => {
      leeways.set(column, leeway);
      const place = places[column] as number;
      top.allow(place, together(valueAt(members, place).map(leewayOf)));
      whole?.allow(column, leeway);
      if (!isSum(coarse, place)) return;
      for (const at of valueAt(coarse.piecesAt, place))
        takers.get(at)?.allow(valueAt(pieces, at).columns.indexOf(column), leeway);
    },
    ask: (limits) => answer(limits, 'ask'),
    askWhole: (limits) => answer(limits, 'askWhole'),
    tryWhole: (limits) => answer(limits, 'tryWhole'),
    rulesOut: (limits) => limits.every(isCoarse) && top.rulesOut(limits.map(placed)),
    close: () => {
      for (const each of [top, whole, ...takers.values()]) each?.close();
    },
  };
}

function openWith(leeways: ReadonlyMap<number, Leeway>, program: DecidedProgram): DecidedProgram {
  for (const [column, leeway] of leeways) program.allow(column, leeway);
  return program;
}

function isWhole(changes: Changes): boolean {
  return [...changes.values()].every((by) => Math.abs(by - Math.round(by)) <= ROUNDING);
}

/** Changes by place as changes by column; undefined where a piece is not quickly taken apart. */
function takeApart(
  coarse: Coarse,
  added: Changes,
  takerOf: (at: number) => DecidedProgram,
): Changes | undefined {
  const { members, pieces, piecesAt } = coarse;
  const changes = new Map<number, number>();
  for (const [place, by] of added)
    if (!isSum(coarse, place)) changes.set(valueAt(valueAt(members, place), 0), by);
  for (const at of new Set([...added.keys()].flatMap((place) => valueAt(piecesAt, place)))) {
    const { columns, fixed } = valueAt(pieces, at);
    const limits = fixed.map((place, beside) => {
      const by = Math.round(sparseAt(added, place));
      return { column: columns.length + beside, lower: by, upper: by };
    });
    const answer = takerOf(at).askWhole(limits);
    if (answer.status !== 'optimal') return undefined;
    for (const [place, by] of answer.changes)
      if (place < columns.length) changes.set(valueAt(columns, place), by);
  }
  return changes;
}

function openTaker({ columns, fixed, constraints }: Piece, leewayOf: (column: number) => Leeway, open: Open) {
  const taker = open(columns.length + fixed.length, constraints);
  for (const [at, column] of columns.entries()) taker.allow(at, leewayOf(column));
  for (const at of fixed.keys()) taker.allow(columns.length + at, LIMITED);
  return taker;
}

/** All that columns may do together, at the least price of those that may change. */
function together(leeways: readonly Leeway[]): Leeway {
  const [only, ...others] = leeways;
  if (only !== undefined && others.length === 0) return only;
  const moving = leeways.filter(({ rise, drop }) => rise > 0 || drop > 0);
  if (moving.length === 0) return STILL;
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  return {
    price: Math.min(...moving.map(({ price }) => price)),
    rise: sum(moving.map(({ rise }) => rise)),
    climb: sum(moving.map(({ rise, climb = rise }) => climb)),
    fall: sum(moving.map(({ fall }) => fall)),
    drop: sum(moving.map(({ drop }) => drop)),
  };
}
