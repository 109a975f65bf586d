/**
 * A cheaper choice of cells than the first, and a bound below which there is none: by exchange (exchange.ts) and by cut
 * generation (improve.ts), until the budget is spent. What it finds is asked the same questions as any other choice, so a release
 * without it is as safe, and maybe dearer.
 */
import type { FirstChoice, Improve } from '../protect/cheapest/choose-cheaply.ts';
import { removeRedundant } from '../protect/cheapest/redundant.ts';
import { repairUntilSafe } from '../protect/cheapest/repair-until-safe.ts';
import { exchange } from './exchange.ts';
import { improve, type Referee } from './improve.ts';

/** How much of the budget may be spent when exchanges end. */
const EXCHANGES = 0.5;

/** `workLimit`: work units of the solver (solver.ts) for all of a choice, the first included. */
export function improveWithin(workLimit: number): Improve {
  return (first) => {
    const { task, safe, begun } = first;
    const isWithin = (share: number) => () => task.solver.work() < begun + share * workLimit;
    return improve(task, safe, openReferee(first, isWithin(EXCHANGES)), isWithin(1));
  };
}

function openReferee(first: FirstChoice, mayExchange: () => boolean): Referee {
  const { task, audit, finder, costOf } = first;
  return {
    costOf,
    exchange: (safe) => exchange(first, safe, mayExchange),
    brokenBlocks: audit.brokenBlocks,
    isSafe: audit.isSafe,
    makeSafe: (chosen) => {
      const joined = audit.joined(chosen, task.forced);
      const safe = repairUntilSafe(task, audit, finder, joined);
      return safe && removeRedundant(task, audit, joined, safe);
    },
  };
}
