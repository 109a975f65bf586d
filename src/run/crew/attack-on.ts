/** The attack with its blocks on all cores. */
import { type AttackOptions, type AttackReport, reportAttack } from '../../attack/attack.ts';
import type { Facts } from '../../attack/facts.ts';
import { splitSystem } from '../../model/blocks.ts';
import type { System } from '../../model/system.ts';
import type { Crew } from './crew.ts';

export async function attackOn(
  crew: Crew,
  system: System,
  facts: Facts,
  options: Omit<AttackOptions, 'solver'>,
): Promise<AttackReport> {
  const { blocks } = splitSystem(system, facts.given);
  const found = await crew.all('attack', { system, facts, ...options }, [...blocks.keys()]);
  return reportAttack(system, facts, options.k, found);
}
