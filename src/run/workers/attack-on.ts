/** The attack with its blocks on all cores. */
import { type AttackOptions, type AttackReport, reportAttack } from '../../attack/attack.ts';
import { openTold, type ToldBlock } from '../../attack/told-sets.ts';
import { type Split, splitSystem } from '../../system/blocks.ts';
import type { PartedSystem } from '../../system/system.ts';
import type { Facts } from '../../verify/facts.ts';
import type { WorkerPool } from './pool.ts';

export async function attackOn(
  pool: WorkerPool,
  system: PartedSystem,
  facts: Facts,
  options: Omit<AttackOptions, 'solver' | 'tell'>,
): Promise<AttackReport> {
  const split = splitSystem(system, facts.given);
  const attacked = await pool.all('attack', { system, facts, ...options }, [...split.blocks.keys()]);
  return reportAttack(system, facts, options.k, attacked, split);
}

/** The sets of people that are told where nothing is known of cells to hold k or more, with blocks on all cores. */
export async function toldOn(
  pool: WorkerPool,
  system: PartedSystem,
  facts: Facts,
  k: number,
  split: Split,
): Promise<ToldBlock[]> {
  const shared = { system, facts, k };
  return await pool.all('told', shared, openTold({ ...shared, solver: pool.solver }, split).blocks);
}
