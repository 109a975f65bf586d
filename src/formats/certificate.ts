/**
 * Certificates in `audit.json`: what shows, by addition alone, that each withheld cell of a block can be
 * anything or must be k or more.
 *
 *   world       one whole number per cell of the block, in the order of `cells`: `0 27 14`; or, where that is shorter, what it
 *               has otherwise than the first: `c0 = 3, c1 = 24`
 *   relation    what the published counts leave of a relation, by places in `cells`: `c0 + c1 = 27`
 *   sum         relations added up, each as often as it says: `r0 - 2 r3`
 */

import { valueAt } from '../indexes/look-up.ts';

/** Why no world lies within the bounds at hand. */
export type Proof =
  /** The sum of relations asks for more than the bounds of its cells can give. */
  | { readonly add: string }
  /**
   * Some cell would have to hold few, and so explain the hiding, and none can: each that the bounds leave, in turn. An empty list is a
   * whole proof where the bounds leave some cell no number at all (at least 11, at most 4), or leave no cell that could hold few.
   */
  | { readonly few: readonly { readonly cell: number; readonly proof: Proof }[] }
  /** The cell is at most `upTo`, or more; neither can be. */
  | { readonly cell: number; readonly upTo: number; readonly below: Proof; readonly above: Proof }
  /** In audits of before 2026-12: nothing that can be checked, the solver said so. It is no proof. */
  | { readonly word: 'solver' };

export interface BlockCertificate {
  /** Keys of the cells in the system of all releases; all other numbers of cells are places in this list. */
  readonly cells: readonly string[];
  readonly worlds: readonly string[];
  /** The relations that the proofs add up. */
  readonly relations: readonly string[];
  /** In the order in which a reader comes to them: each may use what those before it proved. */
  readonly proofs: readonly {
    readonly cell: number;
    readonly is: 'k-or-more' | 'zero';
    readonly proof: Proof;
  }[];
}

/** Relations by place, each with how often it is added: a whole number other than 0. */
export type RelationSum = ReadonlyMap<number, number>;

/** A world as it is written: whole, or by place in `cells` the counts in which it differs from the first of its certificate. */
export type WrittenWorld =
  | { readonly whole: readonly number[] }
  | { readonly changes: ReadonlyMap<number, number> };

/** All are of the same cells. */
export function formatWorlds(worlds: Iterable<readonly number[]>): string[] {
  let first: readonly number[] | undefined;
  return Array.from(worlds, (world) => {
    first ??= world;
    const changes = world === first ? undefined : writtenOf(changesOf(first, world));
    // No count takes less than a digit and what parts it from the next: most need not be written out to know which is shorter.
    if (changes !== undefined && changes.length < 2 * world.length - 1) return changes;
    const whole = world.join(' ');
    return changes !== undefined && changes.length < whole.length ? changes : whole;
  });
}

/** By place the counts of a world in which it differs from the first. */
function changesOf(first: readonly number[], world: readonly number[]): [cell: number, count: number][] {
  const changes: [number, number][] = [];
  for (let cell = 0; cell < world.length; cell++)
    if (world[cell] !== first[cell]) changes.push([cell, world[cell] as number]);
  return changes;
}

/** Reads what `formatWorlds` wrote of one; undefined where the text is not that of whole numbers from 0. */
export function parseWorld(text: string): WrittenWorld | undefined {
  const terms = text.split(text.startsWith('c') ? ', ' : ' ');
  const numbers = terms.map((term) => term.replace(/^c/, '').split(' = ').map(Number));
  if (!numbers.flat().every(isCount)) return undefined;
  const [whole, changes] = [numbers.map(([count = 0]) => count), new Map(numbers as [number, number][])];
  if (whole.join(' ') === text) return { whole };
  return changes.size === terms.length && writtenOf(changes) === text ? { changes } : undefined;
}

function writtenOf(changes: Iterable<readonly [number, number]>): string {
  return Array.from(changes, ([cell, count]) => `c${cell} = ${count}`).join(', ');
}

function isCount(number: number): boolean {
  return Number.isSafeInteger(number) && number >= 0;
}

/** What the published counts leave of a relation: `lower` to `upper`, over columns by their places in `cells`. */
interface Remainder {
  readonly columns: readonly number[];
  readonly coefficients: readonly number[];
  readonly lower: number;
  readonly upper: number;
}

/** `c0 + c1 - c4 = 27`, or `<=` where nothing limits it from below. */
export function formatRelation({ columns, coefficients, lower, upper }: Remainder): string {
  const sum = formatTerms(columns.map((column, term) => [`c${column}`, valueAt(coefficients, term)]));
  return lower === upper ? `${sum} = ${upper}` : `${sum} <= ${upper}`;
}

export function formatSum(sum: RelationSum): string {
  return formatTerms([...sum].map(([relation, times]) => [`r${relation}`, times]));
}

/** Reads what `formatSum` wrote; undefined for anything else. */
export function parseSum(text: string): RelationSum | undefined {
  const sum = new Map<number, number>();
  for (const [, sign = '', times = '1', relation] of text.matchAll(/(^|^-|[+-] )(?:(\d+) )?r(\d+)/g))
    sum.set(Number(relation), (sign.startsWith('-') ? -1 : 1) * Number(times));
  const counts = sum.size > 0 && ![...sum.values()].includes(0);
  return counts && formatSum(sum) === text ? sum : undefined;
}

function formatTerms(terms: readonly (readonly [string, number])[]): string {
  return terms
    .map(([name, times], at) => {
      const amount = Math.abs(times) === 1 ? name : `${Math.abs(times)} ${name}`;
      if (at === 0) return times < 0 ? `-${amount}` : amount;
      return times < 0 ? ` - ${amount}` : ` + ${amount}`;
    })
    .join('');
}
