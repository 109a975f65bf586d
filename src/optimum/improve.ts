/**
 * From a safe choice towards the cheapest, with a bound below which there is none: exchanges (exchange.ts), and cut
 * generation (Fischetti and Salazar 2001). The master problem chooses; goals that its choice cannot reach give constraints;
 * in between, each choice is made safe and kept if it is the cheapest so far.
 *
 * The bound holds for every safe choice, since every safe choice satisfies the constraints; what they leave
 * out (that worlds are whole, and explain the hiding) the audit adds, one choice at a time.
 */
import { valueAt } from '../indexes/look-up.ts';
import type { Improved } from '../protect/cheapest/choose-cheaply.ts';
import type { ProtectTask } from '../protect/task.ts';
import type { BinaryProgram } from '../solver/binary-program.ts';
import { type Choices, listChoices } from './choices.ts';
import { categoryCuts, companyCuts, largeCuts, notAlone, otherThan } from './cuts.ts';
import { openSeparator, type Separator } from './separate.ts';

/** What the search needs to know of a choice of cells. */
export interface Referee {
  /** What a choice costs, forced cells left out. */
  readonly costOf: (withheld: ReadonlySet<number>) => number;
  /** Blocks of hidden cells that do not keep the promise, whatever is withheld elsewhere. */
  readonly brokenBlocks: (withheld: ReadonlySet<number>) => readonly (readonly number[])[];
  readonly isSafe: (withheld: ReadonlySet<number>) => boolean;
  /** A safe choice that costs no more than this one. */
  readonly exchange: (withheld: ReadonlySet<number>) => ReadonlySet<number>;
  /** The choice with what it lacks, less what it does not need; undefined if nothing makes it safe. */
  readonly makeSafe: (withheld: ReadonlySet<number>) => ReadonlySet<number> | undefined;
}

/** Gaps to which the master problem is solved, one after another, as long as its choices bring nothing new. */
const GAPS = [0.02, 0.005, 0];
/** Nodes of the search tree of one answer at most. */
const NODES = 3000;
/** Bounds are prices summed by a solver: what is this little below a cost is as good as equal. */
const ROUNDING = 1e-6;

/** With more cells to choose from, or more cells in all, one round of goals alone takes longer than a search is worth. */
const MOST_CHOICES = 2500;
const MOST_CELLS = 5000;

/** Stops once `mayGoOn` says no. */
export function improve(
  task: ProtectTask,
  start: ReadonlySet<number> | undefined,
  referee: Referee,
  mayGoOn: () => boolean,
): Improved {
  const choices = listChoices(task);
  const isTooLarge = choices.withhold.size > MOST_CHOICES || task.world.length > MOST_CELLS;
  if (choices.costs.length === 0 || (isTooLarge && start !== undefined)) return { withheld: start, bound: 0 };
  const program = task.solver.openBinary(choices.costs);
  const separator = openSeparator(choices);
  try {
    for (const cut of [...largeCuts(choices), ...categoryCuts(choices), ...companyCuts(choices)])
      program.require(cut);
    const bound = tighten(program, separator, mayGoOn);
    const isDone = start === undefined || isProved({ withheld: start, bound }, referee);
    const withheld = isDone ? start : referee.exchange(start);
    return branch({ choices, program, separator, referee, mayGoOn }, { withheld, bound });
  } finally {
    separator.close();
    program.close();
  }
}

/** Adds constraints to the relaxation until its answer breaks none. Returns the bound. */
function tighten(program: BinaryProgram, separator: Separator, mayGoOn: () => boolean): number {
  for (let bound = 0; ; ) {
    const relaxed = program.relax();
    if (relaxed === undefined) return Number.POSITIVE_INFINITY;
    bound = Math.max(bound, relaxed.bound);
    const cuts = separator.separate(relaxed.values);
    if (cuts.length === 0 || !mayGoOn()) return bound;
    for (const cut of cuts) program.require(cut);
  }
}

interface Search {
  readonly choices: Choices;
  readonly program: BinaryProgram;
  readonly separator: Separator;
  readonly referee: Referee;
  readonly mayGoOn: () => boolean;
}

/** What has been spent on the master problem and on making its choices safe: evenly, if there is a choice. */
interface Spent {
  master: number;
  safety: number;
}

function branch(search: Search, start: Improved): Improved {
  const spent: Spent = { master: 0, safety: 0 };
  let best = start;
  for (let level = 0; level < GAPS.length && search.mayGoOn() && !isProved(best, search.referee); ) {
    const next = decideOnce(search, best, valueAt(GAPS, level), spent);
    best = next.best;
    if (next.isSpent) return best;
    if (next.isFinal) level += 1;
  }
  return best;
}

/** One answer of the master problem. `isFinal`: nothing speaks against it; `isSpent`: there is none. */
function decideOnce(
  search: Search,
  best: Improved,
  gap: number,
  spent: Spent,
): { best: Improved; isFinal?: boolean; isSpent?: boolean } {
  const { choices, program, separator, referee } = search;
  const { work } = choices.task.solver;
  const begun = work();
  const decided = program.decide({ gap, nodes: NODES });
  if (decided === undefined) return { best: { ...best, bound: Number.POSITIVE_INFINITY }, isSpent: true };
  const bounded = { ...best, bound: Math.max(best.bound, decided.bound) };
  if (decided.values === undefined) return { best: bounded, isSpent: true };
  const chosen = withheldBy(choices, decided.values);
  const cuts = separator.separate(decided.values);
  for (const cut of cuts) program.require(cut);
  const found = work();
  spent.master += found - begun;
  if (cuts.length > 0 && spent.safety > spent.master) return { best: bounded };
  const safe = cheaper(bounded, referee.makeSafe(chosen), referee);
  spent.safety += work() - found;
  return { best: safe, isFinal: cuts.length === 0 && !excludeBroken(search, chosen) };
}

/** Excludes a choice that is not safe from further answers, as much as possible with it. False if it is safe. */
function excludeBroken({ choices, program, referee }: Search, chosen: ReadonlySet<number>): boolean {
  const broken = referee.brokenBlocks(chosen);
  for (const block of broken) program.require(notAlone(choices, block, chosen));
  if (broken.length > 0) return true;
  if (referee.isSafe(chosen)) return false;
  program.require(otherThan(choices, chosen));
  return true;
}

function isProved({ withheld, bound }: Improved, { costOf }: Referee): boolean {
  return withheld !== undefined && costOf(withheld) <= bound * (1 + ROUNDING) + ROUNDING;
}

function cheaper(best: Improved, withheld: ReadonlySet<number> | undefined, { costOf }: Referee): Improved {
  if (withheld === undefined) return best;
  return best.withheld === undefined || costOf(withheld) < costOf(best.withheld)
    ? { ...best, withheld }
    : best;
}

function withheldBy({ task: { forced }, withhold }: Choices, values: readonly number[]): Set<number> {
  const chosen = [...withhold].filter(([, column]) => valueAt(values, column) > 0.5);
  return new Set([...forced, ...chosen.map(([cell]) => cell)]);
}
