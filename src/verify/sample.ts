/**
 * Which withheld cells have certificates: all of them, or, where that would fill too large a file, a sample
 * that depends on the names of the cells alone, so that nobody chooses it and everybody can draw it again.
 */

/** Cells of a block, and the keys of those under the promise that do not follow from others. */
export interface SampledBlock {
  readonly size: number;
  readonly keys: readonly string[];
}

/** Numbers in all worlds together, about: a cell takes at most two worlds, one number per cell of its block. */
const NUMBERS = 2_000_000;
const FEWEST = 20;

/** The keys of the cells that have certificates. */
export function sampleCells(blocks: readonly SampledBlock[]): ReadonlySet<string> {
  const keys = blocks.flatMap((block) => block.keys);
  const largest = Math.max(1, ...blocks.map(({ size }) => size));
  const most = Math.max(FEWEST, Math.floor(NUMBERS / (2 * largest)));
  return drawKeys(keys, most);
}

/** At most `most` of the keys, drawn by hash. */
export function drawKeys(keys: readonly string[], most: number): ReadonlySet<string> {
  if (keys.length <= most) return new Set(keys);
  const drawn = keys
    .map((key) => ({ key, lot: hash(key) }))
    .sort((one, other) => one.lot - other.lot || (one.key < other.key ? -1 : 1));
  return new Set(drawn.slice(0, most).map(({ key }) => key));
}

/** FNV-1a, 32 bits, over UTF-16 code units (http://www.isthe.com/chongo/tech/comp/fnv/). */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
