/** Whole-number answers of a local program: where a column is not whole it goes down, or up, and all is asked again. */
import type { Limit } from '../../indexes/constraint.ts';
import type { Answer } from './local-program.ts';

/** Questions at most for one answer. */
const MOST_QUESTIONS = 40;
/** What is this close to a whole number is one. */
const ROUNDING = 1e-6;

/** The first found, going to the nearer side first, which need not be the cheapest. `limits` are whole numbers. */
export function branch(ask: (limits: readonly Limit[]) => Answer, limits: readonly Limit[]): Answer {
  let questions = 0;
  const search = (narrowed: readonly Limit[]): Answer => {
    if (questions++ === MOST_QUESTIONS) return { status: 'undecided' };
    const answer = ask(narrowed);
    const split = answer.status === 'optimal' ? leastWhole(answer.changes) : undefined;
    if (split === undefined) return answer;
    const [column, at] = split;
    const sides = [
      { column, lower: Number.NEGATIVE_INFINITY, upper: Math.floor(at) },
      { column, lower: Math.ceil(at), upper: Number.POSITIVE_INFINITY },
    ];
    if (at - Math.floor(at) > 0.5) sides.reverse();
    for (const side of sides) {
      const found = search([...narrowed, side]);
      if (found.status !== 'infeasible') return found;
    }
    return { status: 'infeasible' };
  };
  return search(limits);
}

/** The column furthest from a whole number, undefined if all are whole. */
function leastWhole(changes: ReadonlyMap<number, number>): [column: number, at: number] | undefined {
  let least: [number, number] | undefined;
  let furthest = ROUNDING;
  for (const [column, at] of changes) {
    const off = Math.abs(at - Math.round(at));
    if (off <= furthest) continue;
    furthest = off;
    least = [column, at];
  }
  return least;
}
