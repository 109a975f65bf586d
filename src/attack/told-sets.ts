/**
 * Sets of people that nobody can name by one cell, and that published cells tell to be some and fewer than k:
 *
 *   W1 - N1 - N2  =  93 - 40 - 50  =  3        redrawn wards: no table counts those of W1 who are in neither N1 nor N2
 *
 * Such a set is a union of the finest parts into which the codes of a table divide people. Most need not be looked for. Where
 * every part of a set lies within some cell that the promise covers and that lies within the set, the set is told to be 1
 * to k-1 only if each of these cells is less than k for certain. Then each is 0 for certain, since nothing else is left
 * to a cell that keeps the promise; so the set is 0 too. That settles all sets of parts that are withheld cells of tables, as in
 * every hierarchy and full product of codes. What is left are sets of parts that the promise does not cover: such as no table
 * publishes, where codes overlap and where tables share people but no row; and such as a table has and nobody counted ("not
 * available"). Of these only parts that are less than k for certain, since a set that holds k people or more is not told to hold fewer.
 *
 * Parts of a set may be of several measures, or what relations between measures leave over: of 53 who applied in an area and 50
 * cards there, three were refused, withdrew or were approved and have no card. Whether parts share people does not matter: some
 * people are in a sum that is more than 0, and no more than it.
 *
 * A reader adds up relations, so sets are those that linear programs tell (solver/small-sums.ts), whether or not sums of
 * published cells alone come to them, with bounds on the record and what is known of cells to be k or more.
 */

import { valueAt } from '../indexes/look-up.ts';
import { placeIn } from '../indexes/place-in.ts';
import type { Basis } from '../solver/session.ts';
import { findSmallSums } from '../solver/small-sums.ts';
import type { Solver } from '../solver/solver.ts';
import { type Block, type Split, splitSystem } from '../system/blocks.ts';
import { isFew, ruleOf } from '../system/rule.ts';
import type { PartedSystem, SystemCell } from '../system/system.ts';
import type { Facts } from '../verify/facts.ts';
import { boundsOf } from '../verify/question.ts';
import { nameSet } from './name-set.ts';

/** Cells of the system whose counts add up to 1 to k-1 for certain: so there is somebody in them, and fewer than k people are. */
interface ToldSet {
  readonly cells: readonly number[];
  /** The sum of published cells that comes to it, by their keys; or the sum of its own cells. */
  readonly name: string;
}

export interface ToldBlock {
  readonly sets: readonly ToldSet[];
  /** Parts of which not every set was decided. */
  readonly undecided: number;
}

export interface ToldInput {
  readonly system: PartedSystem;
  readonly facts: Facts;
  readonly k: number;
  readonly solver: Solver;
}

/** Blocks with more cells are not searched: to find what each of their parts can be takes minutes. */
const MOST_CELLS = 6_000;

export interface OpenedTold {
  /** The blocks in which there is something to look for. */
  readonly blocks: readonly number[];
  /** `provablyLarge`: keys of cells known to hold k or more because the promise is kept. `basis`: where an attack on the block left off. */
  readonly searchBlock: (at: number, provablyLarge: readonly string[], basis?: Basis) => ToldBlock;
}

/** `split`: of the system by what is given. */
export function openTold(
  input: ToldInput,
  { blocks }: Split = splitSystem(input.system, input.facts.given),
): OpenedTold {
  const { system, facts } = input;
  const parts = blocks.map((block) => partsIn(system, facts, block));
  return {
    blocks: [...blocks.keys()].filter((at) => valueAt(parts, at).length > 0),
    searchBlock: (at, provablyLarge, basis) =>
      searchBlock(input, valueAt(blocks, at), valueAt(parts, at), { provablyLarge, basis }),
  };
}

/** Whether the promise does not cover the cell: no table publishes it, or its table does not have its count. */
function isUncovered(
  { cells }: PartedSystem,
  { given, withheld }: Pick<Facts, 'given' | 'withheld'>,
  cell: number,
): boolean {
  const { role } = valueAt(cells, cell);
  return role === 'unpublished' || (role === 'tabled' && given[cell] === undefined && !withheld.has(cell));
}

/** How many parts there are of which sets are looked for. */
export function countParts(system: PartedSystem, facts: Facts): number {
  return system.parts.filter((cell) => isUncovered(system, facts, cell)).length;
}

/** The parts of a block as its columns; a part that the record says to hold somebody is told by others. */
function partsIn(system: PartedSystem, facts: Facts, block: Block): number[] {
  const parts = new Set(system.parts);
  const isOurs = (cell: number) =>
    parts.has(cell) && isUncovered(system, facts, cell) && valueAt(facts.lower, cell) === 0;
  return [...block.cells.entries()].flatMap(([column, cell]) => (isOurs(cell) ? [column] : []));
}

function searchBlock(
  { system, facts, k, solver }: ToldInput,
  block: Block,
  parts: readonly number[],
  { provablyLarge, basis }: { readonly provablyLarge: readonly string[]; readonly basis: Basis | undefined },
): ToldBlock {
  if (block.cells.length > MOST_CELLS) return { sets: [], undecided: parts.length };
  const large = new Set(provablyLarge.map((key) => placeIn(system.index, key)));
  const { lower, upper } = boundsOf(facts, block);
  const raised = lower.map((bound, column) => {
    const cell = block.cells[column] as number;
    return large.has(cell)
      ? Math.max(bound, ruleOf((system.cells[cell] as SystemCell).measure, k).many)
      : bound;
  });
  const { told, undecided } = findSmallSums(
    solver,
    { lower: raised, upper, constraints: block.rows },
    parts,
    k,
    basis,
  );
  const sets = told.map((columns) => {
    const cells = columns.map((column) => block.cells[column] as number);
    return { cells, name: nameSet(system, facts.given, cells, solver) };
  });
  return { sets, undecided };
}

/** Cells that the promise does not cover, of which every reader knows that they hold some people and fewer than k. */
export function fewKnown(
  system: PartedSystem,
  facts: Pick<Facts, 'given' | 'withheld'>,
  known: readonly (number | undefined)[],
  k: number,
): number[] {
  return [...system.cells.entries()].flatMap(([cell, { measure }]) => {
    const rule = ruleOf(measure, k);
    const count = known[cell];
    const isTold = rule.isProvable && count !== undefined && isFew(rule, count);
    return isTold && isUncovered(system, facts, cell) ? [cell] : [];
  });
}
