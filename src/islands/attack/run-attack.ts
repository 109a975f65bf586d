/** The attack of `npm run attack` in a browser: the same code on the same published files. */
import { type AttackReport, attackSystem, type BlockFindings, type Finding } from '../../attack/attack.ts';
import { cellsOf, gatherFacts } from '../../attack/facts.ts';
import { editionsOf, joinEditions } from '../../model/editions.ts';
import { ruleOf } from '../../model/rule.ts';
import type { SystemCell } from '../../model/system.ts';
import { loadBrowserSolver } from '../../solver/browser-solver.ts';
import { readPublished } from './read-published.ts';

/** A hidden cell with what was found of it. */
export interface Hidden extends SystemCell {
  readonly finding: Finding;
  /** The least count that tells of nobody. */
  readonly many: number;
  /** Up to two ways to fill in its group: one in which it is zero, one in which it is `many` or more; null where there is none. */
  readonly ways: readonly [zero: Way | null, many: Way | null];
  /** Other hidden cells that a sum joins it with. */
  readonly neighbours: readonly SystemCell[];
  /** How many cells its group has, and how many sums hold in it. */
  readonly group: { readonly cells: number; readonly sums: number };
}

/** Counts by key, for every cell of a group. */
export type Way = ReadonlyMap<string, number>;

export interface Attacked {
  readonly kept: boolean;
  readonly condemned: AttackReport['condemned'];
  readonly groups: number;
  /** In the order of the system. */
  readonly hidden: readonly Hidden[];
}

export type Step = 'reading' | 'fetching' | 'attacking';

/** `onStep` is told what begins; the page gets to draw before each step. Throws where a file or the solver cannot be had. */
export async function runAttack(
  addresses: readonly string[],
  onStep: (step: Step) => void,
): Promise<Attacked> {
  const begin = async (step: Step) => {
    onStep(step);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  };
  await begin('reading');
  const { releases, record } = await readPublished(addresses);
  await begin('fetching');
  const solver = await loadBrowserSolver();
  await begin('attacking');
  const system = joinEditions(editionsOf(releases), cellsOf(record));
  const known = record.filter(({ cell }) => system.index.has(cell));
  const facts = gatherFacts(system, releases, known);
  const k = Math.max(...releases.map(({ declaration }) => declaration.k));
  const report = attackSystem(system, facts, { k, solver, ranges: true });
  return { ...summaryOf(report), hidden: hiddenCells(system, facts.withheld, report, k) };
}

/** Long enough for a browser to draw and a screen reader to be told. */
const PAUSE_MS = 60;

function summaryOf({ kept, condemned, blocks }: AttackReport): Omit<Attacked, 'hidden'> {
  return { kept, condemned, groups: blocks.length };
}

type JoinedSystem = ReturnType<typeof joinEditions>;

function hiddenCells(
  system: JoinedSystem,
  withheld: ReadonlySet<number>,
  { blocks }: AttackReport,
  k: number,
): Hidden[] {
  const joined = neighboursOf(system, withheld);
  return blocks.flatMap((block) => {
    const inside = new Set(block.cells);
    const sums = system.rows.filter(({ cells }) => cells.some((at) => inside.has(keyAt(system, at)))).length;
    const group = { cells: block.cells.length, sums };
    return block.findings.flatMap((finding): Hidden[] => {
      const at = system.index.get(finding.key) ?? -1;
      const cell = system.cells[at];
      if (cell === undefined || !withheld.has(at)) return [];
      const ways = [wayOf(block, finding.zeroWorld), wayOf(block, finding.manyWorld)] as const;
      const { many } = ruleOf(cell.measure, k);
      return [{ ...cell, finding, many, ways, group, neighbours: joined.get(at) ?? [] }];
    });
  });
}

function keyAt({ cells }: JoinedSystem, at: number): string {
  return cells[at]?.key ?? '';
}

function wayOf({ cells, worlds }: BlockFindings, at: number | null): Way | null {
  const world = at === null ? undefined : worlds[at];
  return world === undefined ? null : new Map(cells.map((key, cell) => [key, world[cell] ?? 0]));
}

/** By withheld cell: the other withheld cells of every sum that it stands in. */
function neighboursOf(
  { cells, rows }: JoinedSystem,
  withheld: ReadonlySet<number>,
): ReadonlyMap<number, readonly SystemCell[]> {
  const found = new Map<number, Set<number>>();
  for (const row of rows) {
    const members = row.cells.filter((at) => withheld.has(at));
    for (const at of members) {
      const known = found.get(at) ?? new Set();
      for (const other of members) if (other !== at) known.add(other);
      found.set(at, known);
    }
  }
  return new Map([...found].map(([at, others]) => [at, [...others].flatMap((other) => cells[other] ?? [])]));
}
