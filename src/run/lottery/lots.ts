/**
 * Lots: numbers that the office's secret and the full name of a cell give, always the same and known to nobody else
 * (HMAC, RFC 2104, with SHA-256). Three of a cell that have nothing to do with each other:
 *
 *   whether it is a decoy     its first number < p x min(1, (1.5 k / E)^2), E the people to be expected in it by published margins:
 *                             what these count, by the acts of one person where the tally has people apart
 *   its place in the queue    its second
 *   its price                 what withholding it costs at E people, times (third / (1 - third)) ^ spread
 *
 * A decoy of an earlier release stays one, however many people are expected in it by now: it would follow from published counts
 * where a small count never does. Of what earlier releases hid, each cell counts whose first number could have made it one.
 *
 * The price is drawn from all numbers above 0, so any covering move may be the cheapest. Decoys are rare where many people are
 * expected (at E = 15 k a hundredth of p), and there are none where nothing says how many (a stock without parts): there a cell is
 * hidden because it is small or protects one, and readers know it. So lots never replace anything that the promise asks.
 */
import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { valueAt } from '../../indexes/look-up.ts';
import type { Draw } from '../../protect/blind/draw.ts';
import type { ProtectInput } from '../../protect/task.ts';
import type { System } from '../../system/system.ts';
import { expectedCounts, isMargin } from './expected.ts';

/** What an office draws lots with. */
export interface Lottery {
  /** 256 bits. */
  readonly key: Uint8Array;
  /** The program's id: two programs of one office draw apart. */
  readonly program: string;
  /** Share of the cells that are decoys where few people are expected, 0 to 1. */
  readonly share: number;
  /**
   * The highest share by which earlier releases drew, 0 if there are none; 1 if one of them was drawn by another key or by none,
   * whose decoys nobody can name any more.
   */
  readonly earlierShare: number;
  /** By measure about how many of what it counts stand for one person, where its tally has people apart; at least 1. */
  readonly actsPerPerson: ReadonlyMap<string, number>;
}

/** What a blind choice takes besides the cells. */
export interface Blindly {
  readonly lottery: Lottery;
  /** By cell of the system what it weighs to withhold one person of it; 1 of those beyond. */
  readonly weights: readonly number[];
}

/** How far apart prices are drawn. */
const SPREAD = 0.5;
/** Up to how many times k people a cell counts as one in which few are expected. */
const FEW = 1.5;

/** `hidden`: cells that are withheld, of which readers see no count. */
export function drawLots(
  { system, k, counts, publishable, inherited, natural }: ProtectInput,
  { lottery, weights }: Blindly,
  hidden: ReadonlySet<number>,
): Draw {
  const { key, program, share, earlierShare } = lottery;
  const expected = expectedOf({ system, counts }, hidden, lottery);
  const wasHidden = hiddenBefore(system, inherited);
  const rateOf = (cell: number) =>
    Math.max(decoyRate(share, k, valueAt(expected, cell)), wasHidden.has(cell) ? earlierShare : 0);
  const secret = createSecretKey(key);
  const lots = system.cells.map(({ role, key: name }) =>
    role === 'unpublished' ? NO_LOTS : lotsOf(secret, `${program}|${name}`),
  );
  const isNamed = (cell: number) => publishable.has(cell) || inherited.has(cell);
  const isDrawn = (cell: number) =>
    (isNamed(cell) || system.cells[cell]?.role === 'difference') && natural?.has(cell) !== true;
  return {
    decoys: new Set(lots.flatMap(({ decoy }, cell) => (isDrawn(cell) && decoy < rateOf(cell) ? [cell] : []))),
    lots: lots.map(({ queue }) => queue),
    prices: lots.map(({ price }, cell) => {
      const people = Math.min(MOST_PEOPLE, Math.max(1, expected[cell] as number));
      return people * (cell < weights.length ? valueAt(weights, cell) : 1) * (price / (1 - price)) ** SPREAD;
    }),
  };
}

/** What earlier releases withheld, and the differences that hang on it. */
function hiddenBefore({ cells, rows }: System, inherited: ReadonlySet<number>): ReadonlySet<number> {
  const touched = rows.filter((row) => row.cells.some((cell) => inherited.has(cell)));
  const isDifference = (cell: number) => valueAt(cells, cell).role === 'difference';
  return new Set([...inherited, ...touched.flatMap((row) => row.cells.filter(isDifference))]);
}

/** By cell how many people readers expect in it by the margins that they see. */
export function expectedOf(
  { system, counts }: Pick<ProtectInput, 'system' | 'counts'>,
  hidden: ReadonlySet<number>,
  { actsPerPerson }: Pick<Lottery, 'actsPerPerson'>,
): number[] {
  const isUsable = system.cells.map(
    (cell, at) => isMargin(cell) && cell.role === 'tabled' && !hidden.has(at),
  );
  const expected = expectedCounts(system, (cell) => (isUsable[cell] ? counts[cell] : undefined));
  return expected.map((count, cell) => {
    const acts = actsPerPerson.get(valueAt(system.cells, cell).measure);
    return acts === undefined ? count : count / acts;
  });
}

const MOST_PEOPLE = 1e6;

export function decoyRate(share: number, k: number, expected: number): number {
  return share * Math.min(1, ((FEW * k) / expected) ** 2);
}

/** Of cells that no table has, of which a large city has four in five: they are no decoys, and moves go through them for next to nothing. */
const NO_LOTS = { decoy: 1, queue: 1, price: 0.5 };

/** Three numbers above 0 and below 1. */
function lotsOf(key: KeyObject, name: string): Readonly<Record<'decoy' | 'queue' | 'price', number>> {
  const bytes = createHmac('sha256', key).update(name).digest();
  const at = (place: number) => (bytes.readUIntBE(place, 6) + 0.5) / 2 ** 48;
  return { decoy: at(0), queue: at(6), price: at(12) };
}
