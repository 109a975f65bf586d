/**
 * Differences of published codes where one contains the other (60 and over less 65 and over): anybody can
 * subtract them, so such a difference is a cell under the promise too (docs/method.md).
 */

import { entryOf } from '../indexes/look-up.ts';
import { type Extent, findByLeaves } from './atoms.ts';

/** `whole` less `parts`, all of them published codes of one dimension. */
export interface Difference {
  readonly code: string;
  readonly leaves: ReadonlySet<string>;
  readonly whole: string;
  readonly parts: readonly string[];
}

/**
 * The differences that are neither published codes nor sums of cells that the promise covers already.
 * First the atoms left over by a whole and a set of its parts, then wholes less one part.
 */
export function differencesOf(extent: Extent, published: readonly string[]): Difference[] {
  const remainders = [...extent.keys()]
    .filter((code) => !published.includes(code))
    .flatMap((code) => remainder(code, extent, published) ?? []);
  const covered = [...published, ...remainders.map(({ code }) => code)];
  const pairs = published.flatMap((whole) =>
    published.flatMap((part) => pairDifference(whole, part, extent, covered) ?? []),
  );
  return [...remainders, ...pairs];
}

/** `code` as a published whole less published parts, if it is one. */
function remainder(code: string, extent: Extent, published: readonly string[]): Difference | undefined {
  const leaves = entryOf(extent, code);
  for (const whole of published) {
    const all = entryOf(extent, whole);
    if (all.size <= leaves.size || ![...leaves].every((leaf) => all.has(leaf))) continue;
    const parts = partition(
      [...all].filter((leaf) => !leaves.has(leaf)),
      extent,
      published,
    );
    if (parts !== undefined) return { code, leaves, whole, parts };
  }
  return undefined;
}

function pairDifference(
  whole: string,
  part: string,
  extent: Extent,
  covered: readonly string[],
): Difference | undefined {
  const all = entryOf(extent, whole);
  const taken = entryOf(extent, part);
  if (all.size <= taken.size || ![...taken].every((leaf) => all.has(leaf))) return undefined;
  const rest = [...all].filter((leaf) => !taken.has(leaf));
  if (partition(rest, extent, covered) !== undefined) return undefined;
  return {
    code: findByLeaves(extent, rest) ?? `${whole}-less-${part}`,
    leaves: new Set(rest),
    whole,
    parts: [part],
  };
}

/** Codes that together cover exactly these leaves, each once: the widest that fits first. */
function partition(
  leaves: readonly string[],
  extent: Extent,
  codes: readonly string[],
): string[] | undefined {
  const left = new Set(leaves);
  const chosen: string[] = [];
  const bySize = [...codes].sort((one, other) => entryOf(extent, other).size - entryOf(extent, one).size);
  for (const code of bySize) {
    const covers = [...entryOf(extent, code)];
    if (covers.length === 0 || !covers.every((leaf) => left.has(leaf))) continue;
    for (const leaf of covers) left.delete(leaf);
    chosen.push(code);
  }
  return left.size === 0 ? chosen : undefined;
}
