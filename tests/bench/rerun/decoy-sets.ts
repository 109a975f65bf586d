/**
 * What all sets of decoys make of one release, where its places and prices are drawn and these cells of it are small. In the
 * order of the places,
 *
 *   a cell that is withheld by then   is passed over, whatever it is
 *   a small one                       is covered
 *   any other                         is covered if it is a decoy, and left if not: both are followed, each by its chance
 *
 * What withholds a cell outside of the pattern is given up. Of all ways that are left the chances are added up, and one of
 * them is drawn by these to stand for all.
 */
import type { Random } from '../../../scripts/seed/random.ts';
import { type Coverer, openCoverer } from '../../../src/protect/blind/covering-moves.ts';
import type { Draw } from '../../../src/protect/blind/draw.ts';
import { withCategories } from '../../../src/protect/must-hide.ts';
import type { TaskData } from '../../../src/protect/task.ts';
import type { Solver } from '../../../src/solver/solver.ts';

/** By cell whether it is a decoy, as far as that is decided. */
export type Decided = ReadonlyMap<number, boolean>;

/** What a set of decoys leads to by covering moves, and how likely it is. */
export interface Way {
  readonly decided: Decided;
  readonly covered: ReadonlySet<number>;
  readonly chance: number;
}

export interface Drawn {
  readonly task: TaskData;
  readonly draw: Pick<Draw, 'lots' | 'prices'>;
  /** By cell of the pattern how often a key makes it a decoy. */
  readonly rates: ReadonlyMap<number, number>;
  readonly solver: Solver;
  readonly random: Random;
}

export interface DecoySets {
  /** Undefined where no set of decoys stays inside the pattern. `before`: what an earlier release has decided. */
  readonly follow: (small: ReadonlySet<number>, before: Decided) => Way | undefined;
  readonly close: () => void;
}

export function openDecoySets({ task, draw, rates, solver, random }: Drawn): DecoySets {
  const order = [...rates.keys()].sort(
    (one, other) => (draw.lots[one] as number) - (draw.lots[other] as number),
  );
  const isDrawn = new Map(order.map((cell) => [cell, random() < (rates.get(cell) as number)]));
  const coverer = openCoverer(task, draw, solver);
  const cover = coverOnce(task, coverer);
  const next = (way: Way, cell: number, isSmall: boolean): Way[] => {
    const { decided, covered, chance } = way;
    const isDecoy = decided.get(cell);
    const as = (decoy: boolean) => new Map([...decided, [cell, decoy]]);
    if (isSmall) return [covered.has(cell) ? way : { ...way, covered: cover(cell, covered) }];
    if (covered.has(cell)) return [{ ...way, decided: as(isDecoy ?? isDrawn.get(cell) === true) }];
    if (isDecoy === false) return [way];
    const taken = { decided: as(true), covered: cover(cell, covered), chance };
    if (isDecoy === true) return [taken];
    const rate = rates.get(cell) as number;
    return [
      { ...taken, chance: chance * rate },
      { ...way, decided: as(false), chance: chance * (1 - rate) },
    ];
  };
  const isInside = ({ covered }: Way) => [...covered].every((cell) => rates.has(cell));
  const follow = (small: ReadonlySet<number>, before: Decided) => {
    const start: Way = { decided: before, covered: withCategories(task, task.inherited), chance: 1 };
    const ways = order.reduce<Way[]>(
      (found, cell) => found.flatMap((way) => next(way, cell, small.has(cell))).filter(isInside),
      [start],
    );
    return oneOf(ways, random);
  };
  return { follow, close: coverer.close };
}

/** The cells withheld after a covering move through one, each asked for once. */
function coverOnce(task: TaskData, coverer: Coverer) {
  const known = new Map<string, ReadonlySet<number>>();
  return (cell: number, withheld: ReadonlySet<number>): ReadonlySet<number> => {
    const name = `${cell} ${[...withheld].sort()}`;
    const found = known.get(name);
    if (found !== undefined) return found;
    const made = withCategories(task, new Set([...withheld, ...(coverer.cover(cell, withheld) ?? [])]));
    known.set(name, made);
    return made;
  };
}

/** One of them, drawn by their chances, with the chance of all. */
function oneOf(ways: readonly Way[], random: Random): Way | undefined {
  const all = ways.reduce((sum, { chance }) => sum + chance, 0);
  let left = random() * all;
  for (const way of ways) {
    left -= way.chance;
    if (left < 0) return { ...way, chance: all };
  }
  return undefined;
}
