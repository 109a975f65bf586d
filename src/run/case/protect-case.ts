/** Which cells of a case to withhold, and the proof that the choice keeps the promise. */

import { type Protection, ProtectionError } from '../../protect/task.ts';
import { formatCsv } from '../../reading/csv.ts';
import { RefusedError } from '../../release/refused-error.ts';
import type { Facts } from '../../verify/facts.ts';
import type { Effects } from '../effects.ts';
import { someOf } from '../protect/protect-release.ts';
import { type PartedInput, protectInRounds } from '../protect/rounds.ts';
import { step } from '../step.ts';
import { attackOn } from '../workers/attack-on.ts';
import type { ProtectOptions } from '../workers/jobs.ts';
import type { WorkerPool } from '../workers/pool.ts';
import type { Case } from './case-file.ts';
import { buildCaseSystem, type CaseSystem } from './case-system.ts';

/**
 * Work units of the solver to spend at most on a cheaper choice: a minute or two. Of five dimensions one answer of the
 * master problem takes half of them; four times as many made the choice of such a case 4 % cheaper.
 */
export const CASE_WORK_LIMIT = 300_000;

export interface CaseOptions extends ProtectOptions {
  readonly k: number;
}

export interface ProtectedCase {
  readonly csv: string;
  readonly cells: number;
  readonly protection: Protection;
}

/** Throws `RefusedError` where no choice keeps the promise, or where the attack finds that ours does not. */
export async function protectCase(
  input: Case,
  { k, workLimit }: CaseOptions,
  pool: WorkerPool,
  effects: Pick<Effects, 'clock' | 'log'>,
): Promise<ProtectedCase> {
  const table = await step('Count its cells', effects, () => buildCaseSystem(input));
  const protection = await step('Choose which cells to withhold', effects, () =>
    choose(table, { k, workLimit }, pool),
  );
  await step('Attack the choice', effects, () => refuseBroken(table, protection.withheld, k, pool));
  return { csv: formatCase(input, table, protection.withheld), cells: table.published.length, protection };
}

async function choose(
  { system, counts, published, nameOf }: CaseSystem,
  { k, workLimit }: CaseOptions,
  pool: WorkerPool,
): Promise<Protection> {
  try {
    const input: PartedInput = {
      system,
      k,
      counts,
      people: counts,
      costs: counts.map((count) => Math.max(1, count)),
      publishable: new Set(published),
      publishedBefore: new Set(),
      inherited: new Set(),
      lower: counts.map(() => 0),
      upper: counts.map(() => Number.POSITIVE_INFINITY),
      solver: pool.solver,
    };
    return await protectInRounds(input, pool, { workLimit });
  } catch (error) {
    if (error instanceof ProtectionError)
      throw new RefusedError('protection', `${error.message} ${remedyFor(error, nameOf)}`);
    throw error;
  }
}

/** The cells that nothing protects, in the case's names, and what to do. */
function remedyFor({ cells }: ProtectionError, nameOf: CaseSystem['nameOf']): string {
  const named = cells.length === 0 ? '' : `${someOf(cells.map(nameOf))} `;
  return `${named}Publish fewer or coarser tables.`;
}

/** The attack sees what a reader of the table would see, and nothing else. */
async function refuseBroken(
  { system, counts, published, nameOf }: CaseSystem,
  withheld: ReadonlySet<number>,
  k: number,
  pool: WorkerPool,
): Promise<void> {
  const given = system.cells.map((): number | undefined => undefined);
  for (const cell of published) if (!withheld.has(cell)) given[cell] = counts[cell];
  const facts: Facts = {
    given,
    withheld,
    lower: counts.map(() => 0),
    upper: counts.map(() => Number.POSITIVE_INFINITY),
    contradictions: [],
  };
  const { kept, condemned } = await attackOn(pool, system, facts, { k, ranges: false });
  if (kept) return;
  const named = condemned.map(({ key, reason }) => `${nameOf(key)} (${reason})`);
  throw new RefusedError('attack', `The attack on the protected table succeeds: ${someOf(named)}`);
}

function formatCase(
  { dims }: Case,
  { counts, published, namesOf }: CaseSystem,
  withheld: ReadonlySet<number>,
): string {
  const rows = published.map((cell) => [
    ...namesOf(cell),
    ...(withheld.has(cell) ? ['', 'c'] : [String(counts[cell]), '']),
  ]);
  return formatCsv({ header: [...dims.map(({ name }) => name), 'count', 'status'], rows });
}
