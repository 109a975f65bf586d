/**
 * Pairs of hidden cells of one block: where an insider is placed, and the other cell that is asked about. A release has n (n - 1)
 * in a block of n cells, and only so many are asked about as the budget allows, whatever the size of the release:
 * all, or a simple random sample of the pairs of all blocks together. The lot of a pair is a hash of the names of its
 * cells, so that nobody chooses the pairs and everybody can draw them again. Every block has its share by chance; each
 * pair is as likely to be drawn as any other.
 */
import { scatter } from '../solver/local/scatter.ts';

/** Keys of two cells of one block. */
export interface Pair {
  readonly place: string;
  readonly other: string;
}

interface Lot extends Pair {
  readonly block: number;
  readonly lot: number;
}

/** At most `most` pairs. `blocks`: keys of the hidden cells of each. */
export function drawPairs(blocks: readonly (readonly string[])[], most: number): Pair[][] {
  const lots = countPairs(blocks) <= most ? lotsOf(blocks, () => true) : smallest(blocks, most);
  const drawn = blocks.map((): Pair[] => []);
  for (const { block, place, other } of lots) drawn[block]?.push({ place, other });
  return drawn;
}

/** How many there are. */
export function countPairs(blocks: readonly { readonly length: number }[]): number {
  return blocks.reduce((sum, { length }) => sum + length * (length - 1), 0);
}

/** `isWanted` is asked of each lot: of a large block there are millions. */
function* lotsOf(blocks: readonly (readonly string[])[], isWanted: (lot: number) => boolean): Generator<Lot> {
  for (const [block, keys] of blocks.entries()) {
    const names = keys.map((key) => ({ key, hash: hash(key) }));
    for (const place of names) {
      const first = scatter(place.hash);
      for (const other of names) {
        const lot = scatter(first + other.hash);
        if (isWanted(lot) && place !== other) yield { block, place: place.key, other: other.key, lot };
      }
    }
  }
}

/** The `most` smallest, in the order of their lots; of equal ones by name. */
function smallest(blocks: readonly (readonly string[])[], most: number): Lot[] {
  let kept: Lot[] = [];
  let bar = Number.POSITIVE_INFINITY;
  const cut = () => {
    kept = kept.sort(inOrder).slice(0, most);
    bar = kept[most - 1]?.lot ?? bar;
  };
  for (const lot of lotsOf(blocks, (each) => each <= bar)) {
    kept.push(lot);
    if (kept.length >= 2 * most) cut();
  }
  cut();
  return kept;
}

function inOrder(one: Lot, two: Lot): number {
  return one.lot - two.lot || compare(one.place, two.place) || compare(one.other, two.other);
}

function compare(one: string, two: string): number {
  return Number(one > two) - Number(one < two);
}

/** FNV-1a, 32 bits, over UTF-16 code units (http://www.isthe.com/chongo/tech/comp/fnv/). */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
