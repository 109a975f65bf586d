/**
 * How likely the releases of a table are to come out with these patterns if other counts were true, over all keys. Places and
 * prices are drawn as keys draw them. What sets of decoys make of them is added up (decoy-sets.ts), not drawn: most patterns take
 * decoys that are rare. That no decoy is drawn outside of the pattern is as likely in every world that fits.
 */
import { seededRandom } from '../../../scripts/seed/random.ts';
import { chooseBlindly } from '../../../src/protect/blind/choose-blindly.ts';
import { withGroups } from '../../../src/protect/groups.ts';
import type { ProtectInput, TaskData } from '../../../src/protect/task.ts';
import { completeWorld } from '../../../src/protect/true-world.ts';
import { decoyRate, drawLots, expectedOf } from '../../../src/run/lottery/lots.ts';
import type { Solver } from '../../../src/solver/solver.ts';
import { type Decided, openDecoySets, type Way } from './decoy-sets.ts';
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

const DRAWS = 200;
/** Draws after which a pattern that none has led to is given up; and how many must lead to it to say how likely it is. */
const FIRST_DRAWS = 60;
const FEWEST = 20;
/** The ways to a larger pattern are too many to follow. */
const MOST_CELLS = 20;

/** By world the share of keys that lead to the patterns, of those that draw no decoy outside of them; undefined where the pattern is too large, or too unlikely to come out of so few draws. */
export function likelihoods(asked: Asked): number[] | undefined {
  if ((asked.patterns.at(-1) as ReadonlySet<number>).size > MOST_CELLS) return undefined;
  const releases = [...asked.patterns.keys()].map((at) => releaseOf(asked, at));
  const found = asked.worlds.map(() => 0);
  let leading = 0;
  for (let draw = 0; draw < DRAWS; draw += 1) {
    if (draw === FIRST_DRAWS && leading === 0) return undefined;
    const drawn = releases.map((release) => openDrawn(asked, release, draw));
    const chances = asked.worlds.map((world) => chanceOf(drawn, world, new Map()));
    for (const { close } of drawn) close();
    if (chances.some((chance) => chance > 0)) leading += 1;
    for (const [at, chance] of chances.entries()) found[at] = (found[at] as number) + chance / DRAWS;
  }
  return leading < FEWEST ? undefined : found;
}

/** One release of the table. */
interface Release {
  readonly at: number;
  readonly pattern: ReadonlySet<number>;
  readonly input: ProtectInput;
  readonly task: TaskData;
  /** By cell of the pattern how often a key makes it a decoy. */
  readonly rates: ReadonlyMap<number, number>;
}

function releaseOf({ table, patterns, share, solver }: Asked, at: number): Release {
  const pattern = patterns[at] as ReadonlySet<number>;
  const input = inputOf(table, table.counts, at, patterns, solver);
  const expected = expectedOf(input, pattern, drawnBy('', share).lottery);
  const rates = [...pattern].map(
    (cell) => [cell, decoyRate(share, table.k, expected[cell] as number)] as const,
  );
  return { at, pattern, input, task: withGroups(input, completeWorld(input)), rates: new Map(rates) };
}

/** A release whose places and prices are drawn. */
interface Drawn {
  /** One way that decoys can make, with the chance of all; undefined where there is none. */
  readonly wayIn: (world: World, before: Decided) => Way | undefined;
  /** Whether the choice makes the pattern of it. */
  readonly leads: (world: World, way: Way) => boolean;
  readonly close: () => void;
}

/** A cell is a decoy in all releases or in none. */
function chanceOf([first, ...later]: readonly Drawn[], world: World, before: Decided): number {
  if (first === undefined) return 1;
  const way = first.wayIn(world, before);
  return way !== undefined && first.leads(world, way) ? way.chance * chanceOf(later, world, way.decided) : 0;
}

function openDrawn({ table, patterns, share, solver }: Asked, release: Release, draw: number): Drawn {
  const { at, pattern, input, task, rates } = release;
  const lots = drawLots(input, withWeights(drawnBy(`draw ${draw}`, share), input), pattern);
  const sets = openDecoySets({ task, draw: lots, rates, solver, random: seededRandom(draw) });
  const [ways, results] = [new Map<string, Way | undefined>(), new Map<string, boolean>()];
  const smallIn = (world: World) => [...pattern].filter((cell) => isSmall(table, world[cell]));
  return {
    close: sets.close,
    wayIn: (world, before) => {
      const small = smallIn(world);
      return remember(ways, `${small} ${decoysOf(before)}`, () => sets.follow(new Set(small), before));
    },
    leads: (world, way) => {
      const decoys = decoysOf(way.decided);
      const shown = [...pattern].filter((cell) => !way.covered.has(cell)).map((cell) => world[cell]);
      return remember(results, `${smallIn(world)} ${decoys} ${[...way.covered]} ${shown}`, () => {
        const own = inputOf(table, world, at, patterns, solver);
        const drawn = { ...lots, decoys: new Set(decoys) };
        const choice = chooseBlindly(withGroups(own, completeWorld(own)), drawn, solver);
        return 'withheld' in choice && isSame(choice.withheld, pattern);
      });
    },
  };
}

function decoysOf(decided: Decided): number[] {
  return [...decided].flatMap(([cell, isDecoy]) => (isDecoy ? [cell] : []));
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
