/**
 * Protection as yes-or-no decisions (Fischetti and Salazar 2001, doi 10.1287/mnsc.47.7.1008.9805, with what a
 * reader of the promise knows besides):
 *
 *   w_i = 1   cell i is withheld                      costs what withholding it costs
 *   f_i = 1   it is provably large: k or more in all worlds  f_i <= w_i, for cells of k or more that are not small
 *
 * A world may take a cell below its count v_i by `fall_i`, above it by `rise_i`, both 0 for a published cell:
 *
 *   rise_i = (u_i - v_i) w_i          fall_i = (v_i - l_i) w_i - (v_i - l_i - max(0, v_i - k)) f_i
 *
 * with u and l the bounds on the record. Any provably large cells will do if all other hidden cells have their worlds: the
 * reader, who begins without one and adds one only where no world has a 0, ends with some of these.
 */
import { valueAt } from '../indexes/look-up.ts';
import { isSecret, isSettled, isUnnamed, mayBeProvablyLarge } from '../protect/must-hide.ts';
import { ruleFor } from '../protect/targets.ts';
import type { ProtectTask } from '../protect/task.ts';

export interface Choices {
  readonly task: ProtectTask;
  /** Column of w_i by cell, for cells that need not be withheld; all other cells are as `isHidden` says. */
  readonly withhold: ReadonlyMap<number, number>;
  /** Column of f_i by cell, for every cell that can be provably large. */
  readonly large: ReadonlyMap<number, number>;
  /** Hidden whatever is decided. */
  readonly isHidden: (cell: number) => boolean;
  /** By column what it costs. */
  readonly costs: readonly number[];
}

/** A goal of a hidden cell: `room` below or above its count. A conditional one falls away if the cell is published or provably large. */
export interface Goal {
  readonly cell: number;
  readonly direction: 1 | -1;
  readonly room: number;
  readonly isConditional: boolean;
}

export function listChoices(task: ProtectTask): Choices {
  const { publishable, publishedBefore, forced, world } = task;
  const isFree = (cell: number) => publishable.has(cell) && !forced.has(cell) && !publishedBefore.has(cell);
  const isKnown = (cell: number) => isSettled(task, cell);
  const mayBePromised = (cell: number) => publishable.has(cell) || forced.has(cell) || isUnnamed(task, cell);
  const cells = [...world.keys()];
  const free = cells.filter(isFree);
  const provablyLarge = cells.filter(
    (cell) => mayBePromised(cell) && !isKnown(cell) && mayBeProvablyLarge(task, cell),
  );
  return {
    task,
    withhold: new Map(free.map((cell, column) => [cell, column])),
    large: new Map(provablyLarge.map((cell, at) => [cell, free.length + at])),
    isHidden: (cell) => !isFree(cell) && !isKnown(cell),
    costs: [...free.map((cell) => valueAt(task.costs, cell)), ...provablyLarge.map(() => 0)],
  };
}

/** What every small cell must reach, and every other cell if it is withheld and not provably large. */
export function listGoals({ task, withhold, large }: Choices): Goal[] {
  const { publishable, forced, world } = task;
  return [...world.entries()].flatMap(([cell, count]) => {
    const { many } = ruleFor(task, cell);
    const mustReach = isSecret(task, cell) && (publishable.has(cell) || isUnnamed(task, cell));
    const isConditional = !mustReach && !(forced.has(cell) && !large.has(cell));
    if (isConditional && !withhold.has(cell) && !large.has(cell)) return [];
    const down: Goal = { cell, direction: -1, room: count, isConditional };
    const up: Goal = { cell, direction: 1, room: many - count, isConditional };
    return [down, up].filter(({ room }) => room > 0);
  });
}
