/**
 * Which cells to withhold, so that whatever is published tells nobody that a hidden cell holds some people
 * and fewer than k (docs/method.md).
 *
 * Parts that have nothing to do with each other (parts.ts) are chosen each by itself (choose.ts), in one of two ways:
 *
 *   by lots        where a secret has drawn them, as for every program whose tallies are confidential: blind/choose-blindly.ts
 *   the cheapest   where tallies are public, so that nobody is to be protected by the choice itself: cheapest/choose-cheaply.ts
 */
import { valueAt } from '../indexes/look-up.ts';
import type { PartChoice } from './choose.ts';
import { disclosedCategories, withGroups } from './groups.ts';
import { isSmallCell, isUnnamed, primaryCells } from './must-hide.ts';
import { type Part, splitTask } from './parts.ts';
import {
  keysOf,
  type ProtectInput,
  type Protection,
  ProtectionError,
  type Reason,
  type TaskData,
} from './task.ts';
import { completeWorld } from './true-world.ts';

/** A task in its parts. */
export interface Opened {
  readonly parts: readonly Part[];
  /** How many cells must be withheld whatever is chosen. */
  readonly forced: number;
  /** What was chosen for each part, together. Throws `ProtectionError` if nothing protects some cells. */
  readonly join: (choices: readonly PartChoice[]) => Protection;
}

/** The parts, each to be chosen by itself (choose.ts). Throws `ProtectionError` if it is plain that no pattern keeps the promise. */
export function openProtection(input: ProtectInput): Opened {
  refuseExposed(input);
  const world = completeWorld(input);
  const { solver, ...task } = withGroups({ ...input, people: peopleOf(input, world) }, world);
  const primary = primaryCells(task);
  refuseTelling(input, task);
  return {
    parts: splitTask(task),
    forced: task.forced.size,
    join: (choices) => joinChoices(task, primary, choices),
  };
}

/** Tallies do not tell the people behind every difference; where they do not, each that is counted is taken for a person. */
function peopleOf(
  { system, people, counts, publishable }: ProtectInput,
  world: readonly number[],
): ProtectInput['people'] {
  return system.cells.map(({ role }, cell) => {
    const known = people[cell];
    if (role === 'difference') return known ?? valueAt(world, cell);
    if (known === undefined && publishable.has(cell) && counts[cell] !== undefined)
      throw new Error('internal error: of a cell that is to be published nobody said how many people it has');
    return known;
  });
}

function joinChoices(
  task: TaskData,
  primary: ReadonlySet<number>,
  choices: readonly PartChoice[],
): Protection {
  const unprotected = choices.flatMap((choice) => ('unprotected' in choice ? choice.unprotected : []));
  if (unprotected.length > 0)
    throw new ProtectionError(
      'No cells are left that could protect these.',
      keysOf(task.system, unprotected),
    );
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const withheld = choices.flatMap((choice) => ('withheld' in choice ? choice.withheld : []));
  const complementary = withheld.filter((cell) => !task.forced.has(cell));
  return {
    withheld: new Set(withheld),
    reasons: new Map(withheld.map((cell) => [cell, reasonOf(task, cell)])),
    primary: primary.size,
    unnamed: [...task.world.keys()].filter((cell) => isUnnamed(task, cell) && isSmallCell(task, cell)).length,
    decoys: complementary.filter((cell) => task.draw?.decoys.has(cell)).length,
    complementary: complementary.filter((cell) => task.draw?.decoys.has(cell) !== true).length,
    cost: sum(complementary.map((cell) => valueAt(task.costs, cell))),
    bound: sum(choices.map((choice) => ('bound' in choice ? choice.bound : 0))),
    people: sum(complementary.flatMap((cell) => task.people[cell] ?? [])),
  };
}

function reasonOf(task: TaskData, cell: number): Reason {
  if (isSmallCell(task, cell)) return 'small';
  if (task.inherited.has(cell)) return 'earlier';
  if (task.forced.has(cell)) return 'group';
  return task.draw?.decoys.has(cell) === true ? 'decoy' : 'protects';
}

function refuseExposed(input: ProtectInput): void {
  const exposed = [...input.publishedBefore].filter((cell) => isSmallCell(input, cell));
  if (exposed.length > 0)
    throw new ProtectionError(
      'An earlier release publishes cells that stand for fewer than k people.',
      keysOf(input.system, exposed),
    );
}

function refuseTelling({ publishedBefore }: ProtectInput, task: TaskData): void {
  const disclosing = [...publishedBefore].filter((cell) => task.disclosing.has(cell));
  if (disclosing.length > 0)
    throw new ProtectionError(
      'An earlier release publishes cells of a sensitive dimension that tell of everybody in a group.',
      keysOf(task.system, disclosing),
    );
  const disclosed = disclosedCategories(task, task.forced);
  if (disclosed.length > 0)
    throw new ProtectionError(
      'An earlier release publishes cells of a sensitive dimension whose group must be withheld.',
      keysOf(task.system, disclosed),
    );
}
