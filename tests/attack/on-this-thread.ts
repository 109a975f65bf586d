// All of an attack on this thread: its blocks are examined, and certified, one after another.

import { type AttackOptions, type AttackReport, openAttack, reportAttack } from '../../src/attack/attack.ts';
import { certifyBlock } from '../../src/attack/certify.ts';
import { type AuditInput, openReported } from '../../src/attack/reported.ts';
import type { BlockCertificate } from '../../src/formats/certificate.ts';
import type { RecordBound } from '../../src/formats/record-bound.ts';
import { splitSystem } from '../../src/system/blocks.ts';
import { editionsOf, joinEditions, type PublishedRelease } from '../../src/system/editions/join-editions.ts';
import type { PartedSystem } from '../../src/system/system.ts';
import { cellsOf, type Facts, gatherFacts } from '../../src/verify/facts.ts';

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
  const split = splitSystem(system, facts.given);
  const attackBlock = openAttack(system, facts, options, split);
  return reportAttack(system, facts, options.k, [...split.blocks.keys()].map(attackBlock), split);
}

/** One certificate for each block of the report. */
export function certify(input: AuditInput): BlockCertificate[] {
  const reportedOf = openReported(input);
  return input.report.blocks.map((found) => certifyBlock(found, reportedOf(found), input.solver));
}
