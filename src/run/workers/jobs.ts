/** What a thread can be asked for: from what all items of a question share, and the solver, to what is made of one item. */
import { type AttackOptions, openAttack } from '../../attack/attack.ts';
import { openAuditPieces } from '../../attack/audit-pieces.ts';
import type { AuditInput } from '../../attack/reported.ts';
import { openTold, type ToldInput } from '../../attack/told-sets.ts';
import { improveWithin } from '../../optimum/optimum.ts';
import { choosePart } from '../../protect/choose.ts';
import type { Part } from '../../protect/parts.ts';
import type { Solver } from '../../solver/solver.ts';
import type { PartedSystem } from '../../system/system.ts';
import type { Facts } from '../../verify/facts.ts';

type Shared<Input> = Omit<Input, 'solver'>;

export interface ProtectOptions {
  /** Work units of the solver to spend at most on each part, a cheaper choice included (src/optimum); 0: the first is taken. */
  readonly workLimit: number;
}

const JOBS = {
  protect: ({ workLimit }: ProtectOptions, solver: Solver) => {
    const improve = workLimit > 0 ? improveWithin(workLimit) : undefined;
    return (part: Part) => choosePart(part, solver, improve);
  },
  attack: (
    {
      system,
      facts,
      ...options
    }: { system: PartedSystem; facts: Facts } & Omit<AttackOptions, 'solver' | 'tell'>,
    solver: Solver,
    tell: (share: number) => void,
  ) => openAttack(system, facts, { ...options, solver, tell }),
  certify: (input: Shared<AuditInput>, solver: Solver) => openAuditPieces({ ...input, solver }),
  /** Where nothing is known yet of cells that hold k or more. */
  told: (input: Shared<ToldInput>, solver: Solver) => {
    const { searchBlock } = openTold({ ...input, solver });
    return (at: number) => searchBlock(at, []);
  },
};

export type JobName = keyof typeof JOBS;
type SharedBy<Name extends JobName> = Parameters<(typeof JOBS)[Name]>[0];
export type Item<Name extends JobName> = Parameters<ReturnType<(typeof JOBS)[Name]>>[0];
export type Result<Name extends JobName> = ReturnType<ReturnType<(typeof JOBS)[Name]>>;

/** Asks for a job: what it makes of each item, in their order. Throws an error of the kind, the words and the place of that which the job throws. */
export type Run = <Name extends JobName>(
  name: Name,
  shared: SharedBy<Name>,
  items: readonly Item<Name>[],
) => Promise<Result<Name>[]>;

/** Told, of a question that was begun, how many of its items are done, with the share that is done of those under way. */
export type Tell = (name: JobName, done: number, of: number) => void;

/** Whether an item may take seconds at a stretch: to choose among some hundred cells. */
export function isLong(item: Part | Item<Exclude<JobName, 'protect'>>): boolean {
  return typeof item === 'object' && 'cells' in item && item.cells.length > 200;
}

type Open = (shared: unknown, solver: Solver, tell: (share: number) => void) => (item: unknown) => unknown;

/** Who asks knows what the job gives. `tell`: told by some jobs what share is done of the item under way. */
export function openJob(name: JobName, ...given: Parameters<Open>): ReturnType<Open> {
  const open = JOBS[name] as unknown as Open;
  return open(...given);
}
