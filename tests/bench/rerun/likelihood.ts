/**
 * How likely the releases of a table are to come out with these patterns if other counts were true, over all keys. That no
 * decoy is drawn outside of what is withheld is as likely in every world that fits, so lots are drawn for the cells inside alone.
 * A pattern only grows, so most keys are done with after covering moves, which see no counts and are made once for all worlds
 * with the same small cells.
 */
import { chooseBlindly, coverAll } from '../../../src/protect/blind/choose-blindly.ts';
import { type Coverer, openCoverer } from '../../../src/protect/blind/covering-moves.ts';
import type { Draw } from '../../../src/protect/blind/draw.ts';
import { withGroups } from '../../../src/protect/groups.ts';
import type { TaskData } from '../../../src/protect/plan.ts';
import { completeWorld } from '../../../src/protect/true-world.ts';
import { drawLots } from '../../../src/run/lottery/lots.ts';
import type { Solver } from '../../../src/solver/solver.ts';
import { drawnBy, inputOf, type Patterns, withWeights } from './methods.ts';
import { isSmall, type SmallTable } from './small-tables.ts';
import type { World } from './worlds.ts';

export interface Asked {
  readonly table: SmallTable;
  readonly patterns: Patterns;
  readonly worlds: readonly World[];
  readonly share: number;
  readonly solver: Solver;
}

const MOST_DRAWS = 60;
/** Draws after which a pattern that none has led to is given up, and matches that are enough. */
const FIRST_DRAWS = 15;
const ENOUGH = 500;

/** By world a number that grows with it; undefined where the pattern is too unlikely to come out of so few draws. */
export function likelihoods(asked: Asked): number[] | undefined {
  const found = asked.worlds.map(() => 0);
  const all = () => found.reduce((sum, each) => sum + each, 0);
  for (let draw = 0; draw < MOST_DRAWS && all() < ENOUGH; draw += 1) {
    if (draw === FIRST_DRAWS && all() === 0) return undefined;
    const leads = openDraw(asked, `draw ${draw}`);
    for (const [at, world] of asked.worlds.entries()) if (leads(world)) found[at] = (found[at] as number) + 1;
  }
  return all() === 0 ? undefined : found;
}

function openDraw(asked: Asked, name: string): (world: World) => boolean {
  const stages = [...asked.patterns.keys()].map((at) => openStage(asked, at, name));
  return (world) => stages.every((leads) => leads(world));
}

function openStage({ table, patterns, share, solver }: Asked, at: number, name: string) {
  const pattern = patterns[at] as ReadonlySet<number>;
  const input = inputOf(table, table.counts, at, patterns, solver);
  const drawn = drawLots(input, withWeights(drawnBy(name, share), input), pattern);
  const draw: Draw = { ...drawn, decoys: new Set([...drawn.decoys].filter((cell) => pattern.has(cell))) };
  const task: TaskData = withGroups(input, completeWorld(input));
  const covered = openCovered(task, draw, pattern, openCoverer(task, draw, solver));
  const known = new Map<string, boolean>();
  return (world: World): boolean => {
    const seeds = [...pattern].filter((cell) => draw.decoys.has(cell) || isSmall(table, world[cell]));
    const first = covered(seeds);
    if ([...first].some((cell) => !pattern.has(cell))) return false;
    const more = [...pattern].filter((cell) => !first.has(cell)).map((cell) => world[cell]);
    const small = [...pattern].filter((cell) => isSmall(table, world[cell]));
    return remember(known, `${seeds} ${small} ${more}`, () => {
      const own = inputOf(table, world, at, patterns, solver);
      const choice = chooseBlindly(withGroups(own, completeWorld(own)), draw, solver);
      return 'withheld' in choice && isSame(choice.withheld, pattern);
    });
  };
}

function openCovered(task: TaskData, draw: Draw, pattern: ReadonlySet<number>, coverer: Coverer) {
  const known = new Map<string, ReadonlySet<number>>();
  const isOver = (withheld: ReadonlySet<number>) => [...withheld].some((cell) => !pattern.has(cell));
  return (seeds: readonly number[]) =>
    remember(known, seeds.join(), () => coverAll(task, draw, new Set(seeds), coverer, isOver));
}

export function isSame(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  return one.size === other.size && [...one].every((cell) => other.has(cell));
}

function remember<T>(known: Map<string, T>, name: string, make: () => T): T {
  const found = known.get(name);
  if (found !== undefined) return found;
  const made = make();
  known.set(name, made);
  return made;
}
