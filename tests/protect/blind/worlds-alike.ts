// Tables that look the same beside the hidden cells, and need the same cells open: what they are hidden by must not tell them apart.
import { coverAll } from '../../../src/protect/blind/choose-blindly.ts';
import { openCoverer } from '../../../src/protect/blind/covering-moves.ts';
import type { Draw } from '../../../src/protect/blind/draw.ts';
import { withGroups } from '../../../src/protect/groups.ts';
import { isSmallCell, isUnnamed } from '../../../src/protect/must-hide.ts';
import type { ProtectTask } from '../../../src/protect/task.ts';
import { drawLots } from '../../../src/run/lottery/lots.ts';
import { forEachTable } from '../../attack/brute-force.ts';
import { type Plan, readerOf, solver } from '../plans.ts';
import { drawnBy } from './drawn.ts';

/** Of the worlds that fit one pattern, that many are tried at most. */
const MOST_WORLDS = 12;
const SHARE = 0.5;

/** A table, what lots make of it by covering moves, and others that cannot be told from it by then. */
export interface Alike {
  readonly task: ProtectTask;
  readonly draw: Draw;
  /** Small cells and decoys. */
  readonly seeds: ReadonlySet<number>;
  readonly covered: ReadonlySet<number>;
  readonly others: readonly ProtectTask[];
}

export function worldsAlike(plan: Plan, keyName: string, choices: Iterable<number>): Alike {
  const task = taskIn(plan, plan.counts);
  const drawn = drawLots(task, drawnBy(keyName, SHARE, plan.counts.length), new Set(plan.counts.keys()));
  const draw = { ...drawn, prices: drawn.prices.map((price) => Math.max(price, 1e-3)) };
  const seeds = new Set([...smallIn(task), ...draw.decoys]);
  const covered = coveredBy(task, draw, seeds);
  const others = worldsLike(plan, covered, choices)
    .map((counts) => taskIn(plan, counts))
    .filter((other) => [...smallIn(other)].every((cell) => seeds.has(cell)));
  return { task, draw, seeds, covered, others };
}

export function smallIn(task: ProtectTask): Set<number> {
  const isAsked = (cell: number) => task.publishable.has(cell) || isUnnamed(task, cell);
  return new Set([...task.world.keys()].filter((cell) => isSmallCell(task, cell) && isAsked(cell)));
}

function taskIn({ input }: Plan, counts: readonly number[]): ProtectTask {
  return withGroups({ ...input, counts, people: counts }, counts);
}

function coveredBy(task: ProtectTask, draw: Draw, seeds: ReadonlySet<number>): ReadonlySet<number> {
  const coverer = openCoverer(task, draw, solver);
  const covered = coverAll(task, draw, seeds, coverer);
  coverer.close();
  return new Set([...covered, ...[...seeds].filter((cell) => task.publishable.has(cell))]);
}

/** Some of the counts that agree with all that is published beside the hidden cells. */
function worldsLike(plan: Plan, hidden: ReadonlySet<number>, choices: Iterable<number>): number[][] {
  const worlds: number[][] = [];
  forEachTable(plan.table, readerOf(plan, hidden), plan.input.k, (counts) => worlds.push([...counts]));
  const drawn: number[][] = [];
  for (const choice of choices) {
    if (drawn.length >= MOST_WORLDS || worlds.length === 0) break;
    drawn.push(...worlds.splice(choice % worlds.length, 1));
  }
  return drawn;
}
