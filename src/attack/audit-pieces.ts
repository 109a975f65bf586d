/**
 * What an audit takes beside the attack, in pieces that can be done one by one, the same however many do them: the certificate of
 * each block, the lower and the upper ends of the ranges of its cells, and what insiders could tell.
 */
import type { Insiders } from '../formats/audit-file.ts';
import type { BlockCertificate } from '../formats/certificate.ts';
import { entryOf, valueAt } from '../indexes/look-up.ts';
import type { Solver } from '../solver/solver.ts';
import type { AttackReport, BlockFindings } from './attack.ts';
import { certifyBlock } from './certify.ts';
import { type Asking, askInsiders, askings, countInsiders, type Told } from './insiders.ts';
import { endsOf, rangeBetween, type Sign } from './ranges.ts';
import { type AuditInput, openReported, type Reported, raisedModel } from './reported.ts';

/** `block`: its place in the report. */
export type AuditPiece =
  | { readonly of: 'certificate'; readonly block: number }
  | { readonly of: 'ends'; readonly block: number; readonly sign: Sign }
  | { readonly of: 'insiders'; readonly asking: Asking };

export type AuditAnswer =
  | { readonly of: 'certificate'; readonly certificate: BlockCertificate }
  /** By finding of the block; see `rangeBetween`. */
  | { readonly of: 'ends'; readonly block: number; readonly sign: Sign; readonly ends: readonly number[] }
  | { readonly of: 'insiders'; readonly told: readonly Told[] };

/**
 * What takes longest, upper ends, comes first, so that all threads end at about the same time; what takes most memory, insiders, with
 * others between, so that two threads seldom have it at once.
 */
export function auditPieces(report: AttackReport): AuditPiece[] {
  const blocks = [...report.blocks.keys()];
  const uppers = blocks.map((block): AuditPiece => ({ of: 'ends', block, sign: -1 }));
  const others = blocks.flatMap((block): AuditPiece[] => [
    { of: 'ends', block, sign: 1 },
    { of: 'certificate', block },
  ]);
  const insiders = askings(report).map((asking): AuditPiece => ({ of: 'insiders', asking }));
  const mixed = insiders.flatMap((piece, at) => [piece, ...others.slice(2 * at, 2 * at + 2)]);
  return [...uppers, ...mixed, ...others.slice(2 * insiders.length)];
}

export function openAuditPieces(input: AuditInput): (piece: AuditPiece) => AuditAnswer {
  const { report, solver } = input;
  const reportedOf = openReported(input);
  return (piece) => {
    const found = valueAt(report.blocks, piece.of === 'insiders' ? piece.asking.block : piece.block);
    const reported = reportedOf(found);
    switch (piece.of) {
      case 'certificate':
        return { of: 'certificate', certificate: certifyBlock(found, reported, solver) };
      case 'ends':
        return { ...piece, ends: blockEnds(solver, reported, found, piece.sign) };
      case 'insiders':
        return { of: 'insiders', told: askInsiders(piece.asking, found, reported, solver) };
    }
  };
}

function blockEnds(solver: Solver, reported: Reported, found: BlockFindings, sign: Sign): number[] {
  const places = new Map(found.cells.map((key, column) => [key, column]));
  const columns = found.findings.map(({ key }) => entryOf(places, key));
  const session = solver.open(raisedModel(reported, found), 'presolved', found.basis);
  try {
    const ends = endsOf(solver, session, sign, columns, found.worlds);
    return columns.map((column) => entryOf(ends, column));
  } finally {
    session.close();
  }
}

/** Of an audit what its pieces make up. */
export interface JoinedAudit {
  /** With the ranges of all findings. */
  readonly report: AttackReport;
  readonly certificates: BlockCertificate[];
  readonly insiders: Insiders;
}

/** `answers`: of each of `auditPieces`, in their order. */
export function joinAudit(report: AttackReport, answers: readonly AuditAnswer[]): JoinedAudit {
  const endsIn = (at: number, side: Sign) => {
    const [ends] = answers.flatMap((one) =>
      one.of === 'ends' && one.block === at && one.sign === side ? [one.ends] : [],
    );
    if (ends === undefined) throw new Error('internal error: a block of which nobody asked the ranges');
    return ends;
  };
  const blocks = report.blocks.map((block, at) => {
    const [least, most] = [endsIn(at, 1), endsIn(at, -1)];
    const findings = block.findings.map((finding, place) => ({
      ...finding,
      ...rangeBetween(valueAt(least, place), valueAt(most, place)),
    }));
    return { ...block, findings };
  });
  return {
    report: { ...report, blocks },
    certificates: answers.flatMap((one) => (one.of === 'certificate' ? [one.certificate] : [])),
    insiders: countInsiders(
      report,
      answers.flatMap((one) => (one.of === 'insiders' ? [one.told] : [])),
    ),
  };
}
