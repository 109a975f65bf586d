/** The attack of `npm run attack` in a browser, with and without `--check`: the same code on the same published files. */
import {
  type AttackReport,
  type BlockFindings,
  type Finding,
  openAttack,
  reportAttack,
} from '../../attack/attack.ts';
import { loadBrowserSolver } from '../../solver/browser-solver.ts';
import type { HeldWorld } from '../../solver/worlds.ts';
import { type Split, splitSystem } from '../../system/blocks.ts';
import { ruleOf } from '../../system/rule.ts';
import type { System, SystemCell } from '../../system/system.ts';
import { type Facts, knownFrom } from '../../verify/facts.ts';
import { openQuestion } from '../../verify/question.ts';
import { verify } from '../../verify/verify.ts';
import { readPublished } from './read-published.ts';

/** A hidden cell with what was found of it. */
export interface Hidden extends SystemCell {
  readonly finding: Finding;
  /** The least count that tells of nobody. */
  readonly many: number;
  /** Its group, by its place in `groups`. */
  readonly group: number;
  /** Other hidden cells that a sum joins it with, not all where there are many. */
  readonly neighbours: readonly SystemCell[];
}

/** Cells that sums and limits join. */
export interface Group {
  /** By key, in the order of the columns of each world. */
  readonly cells: readonly string[];
  /** Ways to fill it in. */
  readonly worlds: readonly HeldWorld[];
  /** How many sums and limits hold in it. */
  readonly sums: number;
}

export interface Attacked {
  readonly kept: boolean;
  readonly condemned: AttackReport['condemned'];
  /** What addition alone says of the certificates that were published: how many cells must be shown, how many are, and what is wrong. */
  readonly certified: { readonly asked: number; readonly shown: number; readonly faults: number };
  readonly groups: readonly Group[];
  /** Group by group. */
  readonly hidden: readonly Hidden[];
}

/** What begins; groups are attacked one after another. */
export type Step =
  | { readonly phase: 'reading' | 'joining' | 'adding' | 'fetching' }
  | { readonly phase: 'attacking'; readonly group: number; readonly groups: number };

/** Throws where a file or the solver cannot be had. */
export async function runAttack(
  addresses: readonly string[],
  onStep: (step: Step) => void,
): Promise<Attacked> {
  onStep({ phase: 'reading' });
  const { releases, record, certificates } = await readPublished(addresses);
  onStep({ phase: 'joining' });
  const known = knownFrom(releases, record);
  const { system, facts, k } = known;
  onStep({ phase: 'adding' });
  const { asked, shown, faults } = verify({ ...known, certificates });
  onStep({ phase: 'fetching' });
  const options = { k, solver: await loadBrowserSolver(), ranges: true };
  const split = splitSystem(system, facts.given);
  const attackBlock = openAttack(system, facts, options, split);
  const groups = blocksToAttack(system, facts, split, k);
  const attacked = [...split.blocks.keys()].map((at) => {
    const group = groups.indexOf(at) + 1;
    if (group > 0) onStep({ phase: 'attacking', group, groups: groups.length });
    return attackBlock(at);
  });
  const { kept, condemned, blocks } = reportAttack(system, facts, k, attacked, split);
  return {
    kept,
    condemned,
    certified: { asked, shown: shown.size, faults: faults.length },
    groups: blocks.map((block) => groupOf(system, block)),
    hidden: hiddenCells(system, facts.withheld, blocks, k),
  };
}

/** The blocks that hide something under the promise; pages call them groups. */
function blocksToAttack(system: System, facts: Facts, { blocks, known }: Split, k: number): number[] {
  return [...blocks.entries()].flatMap(([at, block]) =>
    openQuestion(system, facts, known, block, k) === undefined ? [] : [at],
  );
}

function groupOf(system: System, { cells, worlds }: BlockFindings): Group {
  const inside = new Set(cells.map((key) => system.index.get(key)));
  return { cells, worlds, sums: system.rows.filter((row) => row.cells.some((at) => inside.has(at))).length };
}

function hiddenCells(
  system: System,
  withheld: ReadonlySet<number>,
  blocks: readonly BlockFindings[],
  k: number,
): Hidden[] {
  const joined = neighboursOf(system, withheld);
  return blocks.flatMap(({ findings }, group) =>
    findings.flatMap((finding): Hidden[] => {
      const at = system.index.get(finding.key) ?? -1;
      const cell = system.cells[at];
      if (cell === undefined || !withheld.has(at)) return [];
      const { many } = ruleOf(cell.measure, k);
      const neighbours = (joined.get(at) ?? []).slice(0, MOST_NEIGHBOURS);
      return [{ ...cell, finding, many, group, neighbours }];
    }),
  );
}

/** More than these would bury the count that was asked for. */
const MOST_NEIGHBOURS = 12;

/** By withheld cell: the other withheld cells of every sum that it stands in. */
function neighboursOf(
  { cells, rows }: System,
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
