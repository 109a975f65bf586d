/**
 * One block of hidden cells before a reader who knows the promise (docs/method.md).
 *
 * Such a reader adds to the relations two facts that follow from the promise alone:
 *
 *   a hidden cell that must hold somebody holds k or more        x_i >= 1 everywhere   =>   x_i >= k
 *   every block hides somebody                                   some x_j in 1..k-1 in every world, or
 *                                                                x_j = 0 in a sensitive dimension, its group not
 *
 * and takes the ranges again until nothing changes. A cell is then acquitted by two whole-number worlds, one
 * in which it is 0 and one in which it is k or more, or by the proof that it is k or more. Every other
 * hidden cell is condemned, and every category of a sensitive dimension that is 0 in every world while its group need
 * not be. What `k or more` is for a count of requests, and what of these facts holds for it,
 * `rule.ts` says.
 */
import type { Session } from '../solver/session.ts';
import type { Solver } from '../solver/solver.ts';
import { findWorld, type HeldWorld } from '../solver/worlds.ts';
import type { Category, Question } from '../verify/question.ts';
import { openSearch, type Search } from './search.ts';

/** `open` and `k-or-more` keep the promise; a column that is never 0, or never many, and a block without a world, break it. */
export type Verdict = 'open' | 'k-or-more' | 'never-zero' | 'never-k' | 'no-world';

export interface Examination {
  /** By column that the promise covers. */
  readonly verdicts: ReadonlyMap<number, Verdict>;
  /** Worlds that acquit, each of which explains the hiding. */
  readonly worlds: readonly HeldWorld[];
  /** Columns that must hold k or more, in the order in which one follows from those before it. */
  readonly provablyLarge: readonly number[];
  /** By provably large cell why the relations of the whole block leave it no 0, where these were asked. */
  readonly rays: ReadonlyMap<number, Float64Array>;
  /** Categories in which nobody of their group can be. */
  readonly empties: readonly number[];
}

/** Told what share of a block is examined. */
type Tell = (share: number) => void;

/** Bounds of columns found to hold k or more are raised in the session and stay so. */
export function examineBlock(
  solver: Pick<Solver, 'open' | 'openChanges'>,
  session: Session,
  question: Question,
  tell: Tell = () => undefined,
): Examination {
  const search = openSearch(solver, session, question);
  try {
    return examine(session, search, question, tell);
  } finally {
    search.close();
  }
}

function examine(session: Session, search: Search, question: Question, tell: Tell): Examination {
  const { promised } = question;
  const { provablyLarge, rays, neverZero } = findZeros(search, question, (share) => tell(share / 2));
  if (!search.reaches([])) {
    const verdicts = new Map(promised.map((column) => [column, 'no-world'] as const));
    return { verdicts, worlds: [], provablyLarge: [], rays, empties: [] };
  }
  const verdicts = new Map<number, Verdict>();
  for (const [at, column] of promised.entries()) {
    tell((1 + at / promised.length) / 2);
    if (provablyLarge.has(column)) verdicts.set(column, 'k-or-more');
    else if (neverZero.has(column)) verdicts.set(column, 'never-zero');
    else verdicts.set(column, judgeOpen(session, question, search, column));
  }
  const empties = findEmpties(search, question);
  return { verdicts, worlds: search.worlds(), provablyLarge: [...provablyLarge], rays, empties };
}

/** A world of 0 for every column that can be 0; the others must hold k or more, which may take worlds away again. */
function findZeros(
  search: Search,
  { promised, rules }: Question,
  tell: Tell,
): { provablyLarge: Set<number>; rays: Map<number, Float64Array>; neverZero: Set<number> } {
  const provablyLarge = new Set<number>();
  const rays = new Map<number, Float64Array>();
  const neverZero = new Set<number>();
  let asked = 0;
  for (let before = -1; before !== provablyLarge.size; ) {
    before = provablyLarge.size;
    for (const column of promised) {
      tell(Math.min(1, asked / promised.length));
      asked += 1;
      if (provablyLarge.has(column) || neverZero.has(column)) continue;
      if (reachesZero(search, column, rays)) continue;
      const { many, isProvable } = rules(column);
      if (isProvable) {
        provablyLarge.add(column);
        search.raise(column, many);
      } else neverZero.add(column);
    }
  }
  return { provablyLarge, rays, neverZero };
}

/** If not, the reason joins `rays` where the whole block was asked for it. */
function reachesZero(search: Search, column: number, rays: Map<number, Float64Array>): boolean {
  const limits = [{ column, lower: 0, upper: 0 }];
  if (search.reaches(limits)) return true;
  const ray = search.ray(limits);
  if (ray !== undefined) rays.set(column, ray);
  return false;
}

/** Whether a column that can be 0 can be k or more too. */
function judgeOpen(session: Session, question: Question, search: Search, column: number): Verdict {
  const { many } = question.rules(column);
  if (search.reaches([{ column, lower: many, upper: Number.POSITIVE_INFINITY }])) return 'open';
  if (question.withheld.has(column)) return 'never-k';
  const somebody = findWorld(session, [{ column, lower: 1, upper: Number.POSITIVE_INFINITY }], new Map());
  return somebody === undefined ? 'open' : 'never-k';
}

/** Categories that are 0 in every world that explains the hiding, while their group has people in some. */
function findEmpties(search: Search, { categories }: Question): number[] {
  const isEmpty = ({ column, peopled }: Category) =>
    !search.reaches([{ column, lower: 1, upper: Number.POSITIVE_INFINITY }]) && search.reaches(peopled);
  return categories.filter(isEmpty).map(({ column }) => column);
}
