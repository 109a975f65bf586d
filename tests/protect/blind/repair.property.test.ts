// Whatever hidden cells hold: of the same cells that must be open, by the same lots, the same is added.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverAll } from '../../../src/protect/blind/choose-blindly.ts';
import { openCoverer } from '../../../src/protect/blind/covering-moves.ts';
import type { Draw } from '../../../src/protect/blind/draw.ts';
import { repair } from '../../../src/protect/blind/repair.ts';
import { withGroups } from '../../../src/protect/groups.ts';
import { isSmallCell, isUnnamed } from '../../../src/protect/must-hide.ts';
import { givenCounts, type ProtectTask } from '../../../src/protect/task.ts';
import { drawLots } from '../../../src/run/lottery/lots.ts';
import { splitSystem } from '../../../src/system/blocks.ts';
import { forEachTable } from '../../attack/brute-force.ts';
import { SHAPES } from '../../attack/shapes.ts';
import { type Plan, plans, readerOf, solver } from '../plans.ts';
import { drawnBy, keyNames } from './drawn.ts';

const MOST_PEOPLE = 9;
const SEED = 20_261_130;
/** Of the worlds that fit one pattern, that many are tried at most. */
const MOST_WORLDS = 12;

test('repair adds the same, whatever hidden cells hold, for the same cells that must be open by the same lots', () => {
  const seen = { compared: 0, added: 0 };
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.values(SHAPES)).chain((table) => plans(table, MOST_PEOPLE)),
      keyNames,
      fc.infiniteStream(fc.nat()),
      (plan, name, choices) => {
        const task = taskIn(plan, plan.counts);
        const drawn = drawLots(task, drawnBy(name, 0.5, plan.counts.length), new Set(plan.counts.keys()));
        const draw = { ...drawn, prices: drawn.prices.map((price) => Math.max(price, 1e-3)) };
        const seeds = new Set([...smallIn(task), ...draw.decoys]);
        const covered = coveredBy(task, draw, seeds);
        fc.pre(isExplained(task, covered));
        const whole = chosen(task, draw, seeds, covered);
        for (const counts of worldsLike(plan, covered, choices)) {
          const other = taskIn(plan, counts);
          if (![...smallIn(other)].every((cell) => seeds.has(cell)) || !isExplained(other, covered)) continue;
          const found = chosen(other, draw, seeds, covered);
          if (whole === undefined || found === undefined) continue;
          seen.compared += 1;
          if (whole.length > covered.size) seen.added += 1;
          expect(found).toEqual(whole);
        }
      },
    ),
    { numRuns: 150, seed: SEED },
  );
  expect(seen.compared).toBeGreaterThan(100);
  expect(seen.added).toBeGreaterThan(30);
});

function taskIn({ input }: Plan, counts: readonly number[]): ProtectTask {
  return withGroups({ ...input, counts, people: counts }, counts);
}

function smallIn(task: ProtectTask): Set<number> {
  const isAsked = (cell: number) => task.publishable.has(cell) || isUnnamed(task, cell);
  return new Set([...task.world.keys()].filter((cell) => isSmallCell(task, cell) && isAsked(cell)));
}

/** Whether each block that hides something holds a small count, as readers suppose. */
function isExplained(task: ProtectTask, covered: ReadonlySet<number>): boolean {
  const { blocks } = splitSystem(task.system, givenCounts(task, covered));
  const isHiding = (cell: number) => covered.has(cell) || isUnnamed(task, cell);
  return blocks.every(({ cells }) => !cells.some(isHiding) || cells.some((cell) => isSmallCell(task, cell)));
}

function coveredBy(task: ProtectTask, draw: Draw, seeds: ReadonlySet<number>): ReadonlySet<number> {
  const coverer = openCoverer(task, draw, solver);
  const covered = coverAll(task, draw, seeds, coverer);
  coverer.close();
  return new Set([...covered, ...[...seeds].filter((cell) => task.publishable.has(cell))]);
}

/** Undefined where nothing protects some cell. */
function chosen(task: ProtectTask, draw: Draw, seeds: ReadonlySet<number>, covered: ReadonlySet<number>) {
  const own = { ...task, costs: draw.prices };
  const choice = repair({ task: own, draw, secrets: smallIn(task), seeds }, covered);
  return 'withheld' in choice ? [...choice.withheld].sort((one, other) => one - other) : undefined;
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
