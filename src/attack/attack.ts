/**
 * What an outsider can prove from everything ever published: release files, codelists and the record.
 *
 * Nothing here comes from tallies or from the protection. The relations are built again from what was
 * published; published counts are filled in; the rest falls into blocks, and each block is examined whole.
 */

import { valueAt } from '../indexes/look-up.ts';
import type { Basis, Session } from '../solver/session.ts';
import type { Solver } from '../solver/solver.ts';
import { type HeldWorld, heldCount } from '../solver/worlds.ts';
import { type Block, type Split, splitSystem } from '../system/blocks.ts';
import type { PartedSystem, System } from '../system/system.ts';
import { exposedCells } from '../verify/exposed.ts';
import type { Facts } from '../verify/facts.ts';
import { openQuestion, type Question } from '../verify/question.ts';
import { type Examination, examineBlock, type Verdict } from './examine.ts';
import { type Range, rangesOf } from './ranges.ts';
import { modelOf } from './reported.ts';
import { openTold, type ToldBlock } from './told-sets.ts';

/** What was found of one hidden cell. */
export interface Finding extends Range {
  /** The cell's key in the system of all releases. */
  readonly key: string;
  readonly verdict: Verdict;
  /** Worlds, by their place in the block's `worlds`, in which the cell is 0 and in which it is k or more. */
  readonly zeroWorld: number | null;
  readonly manyWorld: number | null;
}

export interface BlockFindings {
  /** Cells of the block by key, in the order of the columns of each world. */
  readonly cells: readonly string[];
  readonly worlds: readonly HeldWorld[];
  readonly findings: readonly Finding[];
  /** Keys of the cells found to hold k or more, in the order in which one follows from those before it. */
  readonly provablyLarge: readonly string[];
  /** Of a large block by provably large cell why the relations leave it no 0, where the whole block was asked for it: its proof begins there. */
  readonly rays?: ReadonlyMap<string, Float64Array>;
  /** Keys of categories of sensitive dimensions in which nobody of their group can be. */
  readonly empties: readonly string[];
  /** Where the solver left off: from there it is soon at the ends of ranges (audit-pieces.ts). */
  readonly basis?: Basis | undefined;
}

export interface AttackReport {
  readonly kept: boolean;
  readonly condemned: readonly { readonly key: string; readonly reason: string }[];
  readonly blocks: readonly BlockFindings[];
  /** Parts of which not every set of people was decided: see told-sets.ts. */
  readonly undecided: number;
}

/** `k` is the largest that any of the releases promises. `ranges` also takes the range of every cell. */
export interface AttackOptions {
  readonly k: number;
  readonly solver: Solver;
  readonly ranges: boolean;
  /** Told, while a block is searched, what share of it is. */
  readonly tell?: (share: number) => void;
}

/** What was found of one block: of its cells, unless the promise covers none, and where all of these keep it, of sets of people. */
export interface BlockAttack {
  readonly found: BlockFindings | undefined;
  readonly told: ToldBlock | undefined;
}

/**
 * Attacks one block after another, by its place in `split`: the system by what is given. Sets take of other blocks that these
 * keep the promise.
 */
export function openAttack(
  system: PartedSystem,
  facts: Facts,
  options: AttackOptions,
  split: Split = splitSystem(system, facts.given),
): (at: number) => BlockAttack {
  const { blocks, searchBlock } = openTold({ system, facts, ...options }, split);
  const searched = new Set(blocks);
  return (at) => {
    const found = attackBlock(system, facts, split.known, valueAt(split.blocks, at), options);
    const isKept = found === undefined || condemnedIn(found).length === 0;
    const told =
      isKept && searched.has(at) ? searchBlock(at, found?.provablyLarge ?? [], found?.basis) : undefined;
    return { found, told };
  };
}

const TOLD = 'it is the count of a set of people, which can be shown to be some and fewer than k';

/** What was found of each block of `split`, in their order, together with what takes no solver to find. */
export function reportAttack(
  system: System,
  facts: Facts,
  k: number,
  attacked: readonly BlockAttack[],
  split: Split,
): AttackReport {
  const blocks = attacked.flatMap(({ found }) => found ?? []);
  const cells = [...exposedCells(system, facts, split, k), ...blocks.flatMap(condemnedIn)];
  if (cells.length > 0) return { kept: false, condemned: cells, blocks, undecided: 0 };
  const told = attacked.flatMap((one) => one.told ?? []);
  const condemned = told.flatMap(({ sets }) => sets.map(({ name }) => ({ key: name, reason: TOLD })));
  const undecided = told.reduce((sum, block) => sum + block.undecided, 0);
  return { kept: condemned.length === 0, condemned, blocks, undecided };
}

type Condemned = AttackReport['condemned'];

function condemnedIn({ findings, empties }: BlockFindings): Condemned {
  const cells = findings.map(({ key, verdict }) => ({ key, reason: reasonOf(verdict) }));
  const categories = empties.map((key) => ({
    key,
    reason: 'it can be shown that nobody of its group is in it',
  }));
  return [...cells.filter(({ reason }) => reason !== ''), ...categories];
}

/**
 * Of so many cells a block is large. What is shown of smaller ones is shown anew, which takes no more than seconds: so whoever
 * attacks releases of long ago has their certificates byte for byte.
 */
const LARGE = 5_000;

function attackBlock(
  system: System,
  facts: Facts,
  known: Split['known'],
  block: Block,
  { k, solver, ranges, tell }: AttackOptions,
): BlockFindings | undefined {
  const question = openQuestion(system, facts, known, block, k);
  if (question === undefined) return undefined;
  const session = solver.open(modelOf(system, facts, block), 'presolved');
  try {
    const cells = block.cells.map((cell) => keyOf(system, cell));
    const examined = examineBlock(solver, session, question, tell);
    const isLarge = block.cells.length >= LARGE;
    const found = findingsOf(solver, session, question, cells, examined, ranges);
    return { cells, ...found, ...(isLarge && { rays: byKey(cells, examined.rays) }) };
  } finally {
    session.close();
  }
}

function findingsOf(
  solver: Solver,
  session: Session,
  question: Question,
  cells: readonly string[],
  { verdicts, worlds, provablyLarge, empties }: Examination,
  ranges: boolean,
): Omit<BlockFindings, 'cells'> {
  const keyAt = (column: number) => valueAt(cells, column);
  const worldWhere = (test: (count: number) => boolean, column: number) => {
    const at = worlds.findIndex((world) => test(heldCount(world, column)));
    return at < 0 ? null : at;
  };
  const ranged = ranges && worlds.length > 0 ? [...verdicts.keys()] : [];
  const found = rangesOf(solver, session, ranged, worlds);
  const findings = [...verdicts].map(([column, verdict]) => ({
    key: keyAt(column),
    verdict,
    ...(found.get(column) ?? { least: 0, most: null }),
    zeroWorld: worldWhere((count) => count === 0, column),
    manyWorld: worldWhere((count) => count >= question.rules(column).many, column),
  }));
  const basis = ranges || worlds.length === 0 ? undefined : answeredBasis(session);
  return { worlds, findings, provablyLarge: provablyLarge.map(keyAt), empties: empties.map(keyAt), basis };
}

function byKey<Value>(cells: readonly string[], values: ReadonlyMap<number, Value>): Map<string, Value> {
  return new Map([...values].map(([column, value]) => [valueAt(cells, column), value]));
}

/** From where the last question had no answer it is a long way to an end of a range. */
function answeredBasis(session: Session): Basis | undefined {
  session.minimize(new Map(), [], false);
  return session.basis();
}

/** Why a verdict breaks the promise; empty where it keeps it. */
function reasonOf(verdict: Finding['verdict']): string {
  switch (verdict) {
    case 'open':
    case 'k-or-more':
      return '';
    case 'never-zero':
      return 'it can be shown to hold somebody';
    case 'never-k':
      return 'it can be shown to hold fewer than k';
    case 'no-world':
      return 'no counts explain what was published and what was withheld';
  }
}

function keyOf(system: System, cell: number): string {
  return valueAt(system.cells, cell).key;
}
