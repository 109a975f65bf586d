/**
 * The program of changes (change-program.ts) for HiGHS, which knows no kinks. Each column is up to four that cannot be below 0:
 *
 *   x = rise + soar - fall - plunge,   cost  price x (rise + fall + steep x (soar + plunge))
 *
 * those of them that have room. From one question to the next the prices stay and bounds change, so the last answer stays dual
 * feasible and the dual simplex method goes on from there.
 */

import type { Constraint, Limit } from '../../indexes/constraint.ts';
import { valueAt } from '../../indexes/look-up.ts';
import type { LinearModel, Outcome } from '../linear-model.ts';
import type { Steps } from '../native-model.ts';
import type { Session } from '../session.ts';
import type { Leeway } from './kinks.ts';

export interface SplitProgram {
  allow(column: number, leeway: Leeway): void;
  /** By column its change; undefined if there is none within the limits. */
  ask(limits: readonly Limit[], whole: boolean): ReadonlyMap<number, number> | undefined;
  close(): void;
}

/** Changes this small are rounding. */
const ROUNDING = 1e-6;
const STILL: Leeway = { price: 0, rise: 0, fall: 0, drop: 0 };

/** How far one part of a column goes at most, and what each unit of it costs. */
interface Part {
  readonly sign: 1 | -1;
  readonly room: number;
  readonly price: number;
}

/** By column the columns of HiGHS that its parts are; none for a part that had no room. */
type Places = ReadonlyMap<number, readonly (number | undefined)[]>;

interface Loaded {
  readonly session: Session;
  readonly places: Places;
}

/** HiGHS is given the model with the first question, and again where a part comes to have room that had none. */
export function openSplitProgram(
  constraints: readonly Constraint[],
  steep: number,
  open: (model: LinearModel, steps: Steps) => Session,
): SplitProgram {
  const leeways = new Map<number, Leeway>();
  const untold = new Set<number>();
  let loaded: Loaded | undefined;
  const unload = () => {
    loaded?.session.close();
    loaded = undefined;
  };
  const partsAt = (column: number) => partsOf(leeways.get(column) ?? STILL, steep);
  const load = (): Loaded => {
    const { places, parts } = placeParts([...leeways.keys()], partsAt);
    const session = open(splitModel(parts, places, constraints), 'dual');
    session.setCosts(Float64Array.from(parts, ({ price }) => price));
    untold.clear();
    return { session, places };
  };
  const current = (): Loaded => {
    if (loaded !== undefined && !tell(loaded, untold, partsAt)) unload();
    loaded ??= load();
    return loaded;
  };
  return {
    allow: (column, leeway) => {
      leeways.set(column, leeway);
      untold.add(column);
    },
    ask: (limits, whole) => {
      const { session, places } = current();
      const own = splitLimits(limits, places, partsAt);
      const values = own && answerOf(session, own, whole, () => pricesOf(places, partsAt));
      return values && joinParts(values, places);
    },
    close: unload,
  };
}

/** An answer that happens to be whole needs no search. Else whole numbers near it first, which takes seconds less than any. */
function answerOf(
  session: Session,
  limits: readonly Limit[],
  whole: boolean,
  prices: () => Float64Array,
): Float64Array | undefined {
  const valuesOf = (outcome: Outcome) => (outcome.status === 'optimal' ? outcome.values : undefined);
  const linear = valuesOf(session.ask(limits, false));
  if (linear === undefined || !whole || linear.every(isWhole)) return linear;
  return session.wholeNear(limits, linear, prices()) ?? valuesOf(session.ask(limits, true));
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) <= ROUNDING;
}

type PartsAt = (column: number) => readonly Part[];

/** Rises first, up to the kink and beyond, then what falls and plunges. */
function partsOf({ price, rise, climb = rise, fall, drop }: Leeway, steep: number): readonly Part[] {
  const near = Math.min(rise, climb);
  return [
    { sign: 1, room: near, price },
    { sign: 1, room: near < rise ? rise - near : 0, price: steep * price },
    { sign: -1, room: fall, price },
    { sign: -1, room: drop - fall, price: steep * price },
  ];
}

/** A place for each part that has room. */
function placeParts(
  columns: readonly number[],
  partsAt: PartsAt,
): { readonly places: Places; readonly parts: readonly Part[] } {
  const parts: Part[] = [];
  const place = (part: Part) => (part.room > 0 ? parts.push(part) - 1 : undefined);
  const places = new Map(columns.map((column) => [column, partsAt(column).map(place)]));
  return { places, parts };
}

/** By column of HiGHS. */
function pricesOf(places: Places, partsAt: PartsAt): Float64Array {
  const prices = new Float64Array([...places.values()].flat().filter((place) => place !== undefined).length);
  for (const [column, own] of places)
    for (const [at, { price }] of partsAt(column).entries()) {
      const place = own[at];
      if (place !== undefined) prices[place] = price;
    }
  return prices;
}

/** Tells of the columns that are `untold`; false where one of their parts has room and no place. */
function tell({ session, places }: Loaded, untold: Set<number>, partsAt: PartsAt): boolean {
  for (const column of untold)
    for (const [at, { room, price }] of partsAt(column).entries()) {
      const place = places.get(column)?.[at];
      if (place === undefined && room > 0) return false;
      if (place === undefined) continue;
      session.setBounds({ column: place, lower: 0, upper: room });
      session.setCost(place, price);
    }
  untold.clear();
  return true;
}

function splitModel(parts: readonly Part[], places: Places, constraints: readonly Constraint[]): LinearModel {
  const terms = ({ columns, coefficients }: Constraint) => {
    const split = { columns: [] as number[], coefficients: [] as number[] };
    for (const [term, column] of columns.entries())
      for (const place of places.get(column) ?? []) {
        if (place === undefined) continue;
        split.columns.push(place);
        split.coefficients.push(valueAt(parts, place).sign * valueAt(coefficients, term));
      }
    return split;
  };
  return {
    lower: parts.map(() => 0),
    upper: parts.map(({ room }) => room),
    constraints: constraints.map((constraint) => ({ ...constraint, ...terms(constraint) })),
  };
}

/**
 * The parts of each side in turn reach as far as the nearer end of the limit, and go no further than its other end. Undefined where
 * they cannot.
 */
function splitLimits(limits: readonly Limit[], places: Places, partsAt: PartsAt): Limit[] | undefined {
  const found: Limit[] = [];
  for (const { column, lower, upper } of limits) {
    const up = { least: Math.max(0, lower), most: Math.max(0, upper) };
    const down = { least: Math.max(0, -upper), most: Math.max(0, -lower) };
    for (const [at, { sign, room }] of partsAt(column).entries()) {
      const left = sign === 1 ? up : down;
      const place = places.get(column)?.[at];
      const own = { lower: Math.min(room, left.least), upper: Math.min(room, left.most) };
      if (place !== undefined) found.push({ column: place, ...own });
      left.least -= own.lower;
      left.most -= own.upper;
    }
    if (up.least > 0 || down.least > 0) return undefined;
  }
  return found;
}

function joinParts(values: Float64Array, places: Places): ReadonlyMap<number, number> {
  const changes = new Map<number, number>();
  for (const [column, [rise, soar, fall, plunge]] of places) {
    const of = (place: number | undefined) => (place === undefined ? 0 : (values[place] as number));
    const change = of(rise) + of(soar) - of(fall) - of(plunge);
    if (Math.abs(change) > ROUNDING) changes.set(column, change);
  }
  return changes;
}
