/**
 * Which cells a measure's tables speak of, published or not, and how they add up.
 *
 * A box is a full product of codes, one list per dimension. Tables are boxes. Two tables that share people
 * but no row (area x year and age x year) bound each other only through counts that none publishes. Those
 * are needed exactly where the tables do not form a chordal graph: margins over the cliques of a chordal
 * graph, consistent where the cliques meet, always come from one joint table (Lauritzen 1996, Graphical
 * Models, section 3.1; Dobra and Fienberg 2000, doi 10.1073/pnas.97.22.11885). So the boxes that make up
 * the system are the cliques of a chordal completion, found by eliminating variables with least fill.
 *
 *   month x channel, month x age             no extra cells: given the month, any two margins fit together
 *   month x channel, month x age, channel x age    one triangle: the joint month x channel x age is unknown
 */

import { valueAt } from '../indexes/look-up.ts';
import type { Codelist } from '../program/codelist.ts';
import { TOTAL } from '../program/codelist.ts';
import { type Extent, partitionKey, refines, withAtoms } from './atoms.ts';

/** One list of codes per dimension of the measure; a dimension that the box does not split holds `_T` alone. */
export type Box = readonly (readonly string[])[];

/** A way in which some table divides one dimension. */
interface Variable {
  readonly dimension: number;
  readonly extent: Extent;
}

/** The boxes that make up the system of one measure, each with the codes and atoms of its dimensions. */
export function systemBoxes(tables: readonly Box[], codelists: readonly Codelist[]): Extent[][] {
  const variables = findVariables(tables, codelists);
  const neighbours = variables.map(() => new Set<number>());
  const connect = (group: readonly number[]) => {
    for (const one of group) for (const other of group) if (one !== other) neighbours[one]?.add(other);
  };
  for (const table of tables) connect(variablesOf(table, variables, codelists));
  for (const dimension of codelists.keys())
    connect([...variables.keys()].filter((v) => variables[v]?.dimension === dimension));
  return cliques(neighbours).map((clique) => boxOf(clique, variables, tables, codelists));
}

/** Every distinct way in which the tables divide a dimension; tables that divide it alike share a variable. */
function findVariables(tables: readonly Box[], codelists: readonly Codelist[]): Variable[] {
  const found = new Map<string, Variable>();
  for (const table of tables) {
    for (const [dimension, codelist] of codelists.entries()) {
      const codes = valueAt(table, dimension);
      if (codes.length === 1 && codes[0] === TOTAL) continue;
      const key = `${dimension}:${partitionKey(withAtoms(codes, codelist))}`;
      const together = [...new Set([...(found.get(key)?.extent.keys() ?? []), ...codes])];
      found.set(key, { dimension, extent: withAtoms(together, codelist) });
    }
  }
  return [...found.values()];
}

/** The variables that a table determines: its own and every coarser one of the same dimension. */
function variablesOf(table: Box, variables: readonly Variable[], codelists: readonly Codelist[]): number[] {
  return [...variables.keys()].filter((index) => {
    const { dimension, extent } = variables[index] as Variable;
    const codes = valueAt(table, dimension);
    const codelist = codelists[dimension];
    if (codelist === undefined || (codes.length === 1 && codes[0] === TOTAL)) return false;
    return refines(withAtoms(codes, codelist), extent);
  });
}

/** The maximal cliques of a chordal completion: eliminate the variable that needs least fill, first on ties. */
function cliques(graph: readonly ReadonlySet<number>[]): number[][] {
  const neighbours = graph.map((set) => new Set(set));
  const left = new Set(neighbours.keys());
  const found: number[][] = [];
  while (left.size > 0) {
    const next = leastFill(left, neighbours);
    const around = [...valueAt(neighbours, next)].filter((other) => left.has(other));
    for (const one of around) for (const other of around) if (one !== other) neighbours[one]?.add(other);
    left.delete(next);
    const clique = [next, ...around];
    if (!found.some((other) => clique.every((variable) => other.includes(variable)))) found.push(clique);
  }
  return found.length > 0 ? found : [[]];
}

function leastFill(left: ReadonlySet<number>, neighbours: readonly ReadonlySet<number>[]): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const variable of left) {
    const around = [...valueAt(neighbours, variable)].filter((other) => left.has(other));
    const fill = around.reduce(
      (sum, one) => sum + around.filter((other) => other !== one && !neighbours[one]?.has(other)).length,
      0,
    );
    if (fill < least) [best, least] = [variable, fill];
  }
  return best;
}

/** The product of the codes that a clique's variables bring; `_T` alone for dimensions that it leaves whole. */
function boxOf(
  clique: readonly number[],
  variables: readonly Variable[],
  tables: readonly Box[],
  codelists: readonly Codelist[],
): Extent[] {
  return codelists.map((codelist, dimension) => {
    const mine = clique
      .map((index) => valueAt(variables, index))
      .filter((variable) => variable.dimension === dimension);
    const split = mine.flatMap((variable) => [...variable.extent.keys()]);
    const total = tables.some((table) => table[dimension]?.includes(TOTAL)) ? [TOTAL] : [];
    return withAtoms([...new Set([...split, ...(mine.length === 0 ? [TOTAL] : total)])], codelist);
  });
}

/** Every combination of one item from each list, the last list moving fastest. */
export function product<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>((rows, list) => rows.flatMap((row) => list.map((item) => [...row, item])), [[]]);
}
