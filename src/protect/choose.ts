/** Which cells of one part to withhold (parts.ts): by lots where they are drawn, else the cheapest. */
import type { Solver } from '../solver/solver.ts';
import { chooseBlindly } from './blind/choose-blindly.ts';
import { chooseCheaply, type Improve } from './cheapest/choose-cheaply.ts';
import type { Part } from './parts.ts';

/** The cells of the whole task to withhold, and the cost below which no safe choice lies; or those that nothing protects. */
export type PartChoice =
  | { readonly withheld: readonly number[]; readonly bound: number }
  | { readonly unprotected: readonly number[] };

/** `improve` looks for a cheaper one, where there are no lots. Of a choice by lots the least is not known: its bound is 0. */
export function choosePart({ cells, task }: Part, solver: Solver, improve?: Improve): PartChoice {
  const choice =
    task.draw === undefined
      ? chooseCheaply({ ...task, solver }, improve)
      : { ...chooseBlindly(task, task.draw, solver), bound: 0 };
  const whole = (places: Iterable<number>) => [...places].map((place) => cells[place] as number);
  return 'unprotected' in choice
    ? { unprotected: whole(choice.unprotected) }
    : { withheld: whole(choice.withheld), bound: choice.bound };
}
