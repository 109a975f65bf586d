/** The attack on staged or sealed files, and the audit that says what came of it. */
import type { AttackReport } from '../../attack/attack.ts';
import { auditPieces, joinAudit } from '../../attack/audit-pieces.ts';
import { countParts } from '../../attack/told-sets.ts';
import type { Audit } from '../../formats/audit-file.ts';
import type { RecordBound } from '../../formats/record-bound.ts';
import type { PublishedCell } from '../../program/cell.ts';
import { changesProblem } from '../../release/changes/list-changes.ts';
import { RefusedError } from '../../release/refused-error.ts';
import type { Release } from '../../release/release.ts';
import { everOnRecord } from '../../verify/ever-on-record.ts';
import { knownFrom, type PublicKnowledge } from '../../verify/facts.ts';
import { verifyAudit } from '../../verify/verify.ts';
import { ENGINE } from '../engine.ts';
import { attackOn } from '../workers/attack-on.ts';
import type { WorkerPool } from '../workers/pool.ts';
import { refuseUnverified } from './checks.ts';

/** All releases of a program up to the one on trial, which is the last, with the system that they make up. */
export interface Trial {
  readonly releases: readonly Release[];
  /** Everything that figures on the record ever told, of cells that no release has too: a later one may. */
  readonly record: readonly RecordBound[];
  readonly known: PublicKnowledge;
}

/** `recordNow`: what figures tell that are on the record now. Throws `RefusedError` where a release lists other changes than its figures show. */
export function openTrial(releases: readonly Release[], recordNow: readonly RecordBound[]): Trial {
  const problems = releases.flatMap((release, at) => changesProblem(releases[at - 1], release) ?? []);
  if (problems.length > 0)
    throw new RefusedError('input', 'A release does not list the figures that it changes.', problems);
  return {
    releases,
    record: everOnRecord(releases, recordNow),
    known: knownFrom(releases, recordNow),
  };
}

/** Without ranges, which an audit takes (`makeAudit`). */
export function attackReleases(
  { known: { system, facts, k } }: Trial,
  pool: WorkerPool,
): Promise<AttackReport> {
  return attackOn(pool, system, facts, { k, ranges: false });
}

/** From published files alone: whoever attacks the same files writes the same audit. */
export async function makeAudit(trial: Trial, report: AttackReport, pool: WorkerPool): Promise<Audit> {
  const { releases, record, known } = trial;
  const last = releases.at(-1);
  if (last === undefined || !report.kept)
    throw new Error('internal error: only a release that keeps the promise has an audit');
  const answers = await pool.all('certify', { ...known, report }, auditPieces(report));
  const joined = joinAudit(report, answers);
  return {
    program: last.declaration.id,
    release: last.release,
    k: last.declaration.k,
    releases: releases.map(({ release }) => release),
    recordFigures: record,
    cells: countStatuses([...last.cubes.values()].flat()),
    blocks: report.blocks.length,
    sets: { parts: countParts(known.system, known.facts), undecided: report.undecided },
    promise: 'kept',
    ranges: joined.report.blocks.flatMap(({ findings }) => findings.flatMap(asRange)),
    certificates: joined.certificates,
    insiders: joined.insiders,
    method: METHOD,
    engine: ENGINE,
    solver: pool.solver.name,
  };
}

/** Throws `RefusedError` unless the certificates of an audit add up for every hidden cell (src/verify). */
export function refuseUnshown({ known }: Trial, audit: Audit): void {
  refuseUnverified(verifyAudit(known, audit));
}

const METHOD =
  'Every withheld cell was looked for in whole-number worlds that agree with all published figures, their relations and the figures on the record, and in which each block of withheld cells holds one of 1 to k-1. It is open if it is 0 in one such world and k or more in another. Of sets of people that no cell names it was asked whether linear programs tell that they are 1 to k-1. Certificates of all withheld cells were added up exactly by a part that knows no solver; ranges are those of linear programs, rounded inwards.';

function countStatuses(cells: readonly PublishedCell[]): Audit['cells'] {
  const having = (status: string) => cells.filter((cell) => cell.status === status).length;
  const [withheld, notApplicable, notAvailable] = [having('c'), having('z'), having('x')];
  return {
    published: cells.length - withheld - notApplicable - notAvailable,
    withheld,
    notApplicable,
    notAvailable,
  };
}

function asRange({
  key,
  least,
  most,
  verdict,
}: AttackReport['blocks'][number]['findings'][number]): Audit['ranges'] {
  if (verdict !== 'open' && verdict !== 'k-or-more') return [];
  const bar = key.indexOf('|');
  return [{ measure: key.slice(0, bar), cell: key.slice(bar + 1), least, most, verdict }];
}
