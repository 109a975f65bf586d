// All of an attack on this thread: its blocks are examined, and certified, one after another.

import {
  type AttackOptions,
  type AttackReport,
  attackSets,
  openAttack,
  reportAttack,
} from '../../src/attack/attack.ts';
import { openCertify } from '../../src/attack/certify.ts';
import type { AuditInput } from '../../src/attack/reported.ts';
import type { BlockCertificate } from '../../src/formats/certificate.ts';
import { editionsOf, joinEditions, type PublishedRelease } from '../../src/system/editions.ts';
import type { PartedSystem } from '../../src/system/system.ts';
import { cellsOf, type Facts, gatherFacts, type RecordBound } from '../../src/verify/facts.ts';

export interface AttackInput extends AttackOptions {
  readonly releases: readonly PublishedRelease[];
  readonly record: readonly RecordBound[];
}

/** All releases of one program together. Throws `SolverError` where the solver has no answer. */
export function attack(input: AttackInput): AttackReport {
  const system = joinEditions(editionsOf(input.releases), cellsOf(input.record));
  return attackSystem(system, gatherFacts(system, input.releases, input.record), input);
}

/** The same for a system and facts that are at hand, as for a single table. */
export function attackSystem(system: PartedSystem, facts: Facts, options: AttackOptions): AttackReport {
  const { blocks, attackBlock } = openAttack(system, facts, options);
  const found = Array.from({ length: blocks }, (_, at) => attackBlock(at));
  return attackSets(system, facts, options, reportAttack(system, facts, options.k, found));
}

/** One certificate for each block of the report. */
export function certify(input: AuditInput): BlockCertificate[] {
  const { certifyBlock } = openCertify(input);
  return input.report.blocks.map((_, at) => certifyBlock(at));
}
