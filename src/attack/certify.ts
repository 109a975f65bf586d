/**
 * Certificates for what the attack found, from what the attack knew: published files alone. Worlds are the
 * attack's own; what it found impossible is proved anew, so that addition can show it.
 */

import type { Block } from '../model/blocks.ts';
import {
  type BlockCertificate,
  formatRelation,
  formatSum,
  formatWorld,
  type Proof,
  parseSum,
} from '../model/certificate.ts';
import { entryOf, valueAt } from '../model/look-up.ts';
import type { System } from '../model/system.ts';
import type { Solver } from '../solver/solver.ts';
import type { Facts } from '../verify/facts.ts';
import { type Bounds, narrowed } from '../verify/proof.ts';
import { isCertified, type Question } from '../verify/question.ts';
import { sampleCells } from '../verify/sample.ts';
import type { AttackReport, BlockFindings, Finding } from './attack.ts';
import { openProver, type Prover } from './prove.ts';
import { openReported, type Reported } from './reported.ts';

export interface CertifyInput {
  readonly system: System;
  readonly facts: Facts;
  readonly report: AttackReport;
  readonly k: number;
  readonly solver: Solver;
}

export interface Certified {
  /** One for each block that is to have one (question.ts). */
  readonly certificates: BlockCertificate[];
  /** Cells in the sample. */
  readonly certified: number;
}

export function certify(input: CertifyInput): Certified {
  const { report } = input;
  const { certifyBlock } = openCertify(input);
  const certificates = report.blocks.flatMap((_, at) => certifyBlock(at) ?? []);
  return { certificates, certified: sampleReport(report).size };
}

/** The keys of the cells that have certificates. */
export function sampleReport({ blocks }: AttackReport): ReadonlySet<string> {
  return sampleCells(
    blocks.map(({ cells, findings }) => ({ size: cells.length, keys: findings.map(({ key }) => key) })),
  );
}

/** Blocks of the report that can be certified one by one; undefined of a block that needs no certificate. */
export function openCertify({ report, solver, ...known }: CertifyInput): {
  readonly certifyBlock: (at: number) => BlockCertificate | undefined;
} {
  const sample = sampleReport(report);
  const questionOf = openReported(known);
  return {
    certifyBlock: (at) => {
      const found = report.blocks[at] as BlockFindings;
      const findings = found.findings.filter(({ key }) => sample.has(key));
      const reported = questionOf(found);
      return isCertified(reported.question, findings.length)
        ? certifyBlock(found, findings, reported, solver)
        : undefined;
    },
  };
}

function certifyBlock(
  found: BlockFindings,
  findings: readonly Finding[],
  { block, question, model }: Reported,
  solver: Solver,
): BlockCertificate {
  const ground = { relations: block.rows, explains: question.explains };
  const prover = openProver(ground, block.cells.length, solver);
  try {
    const proofs = [
      ...proveFindings(found, findings, model, prover, question.rules),
      ...emptyGroups(found, findings, question).map((cell) => proveZero(cell, model, prover)),
    ];
    const worlds = worldsOf(found, findings, question);
    return { cells: [...found.cells], worlds, ...citing(block, proofs) };
  } finally {
    prover.close();
  }
}

/** The worlds that show what some cell can be, and that no category need be empty, each once. */
function worldsOf(
  { worlds }: BlockFindings,
  findings: readonly Finding[],
  { categories }: Question,
): string[] {
  const shown = new Set([
    ...findings.flatMap(({ zeroWorld, manyWorld }) => [zeroWorld, manyWorld]),
    ...categories.map(({ column }) => worlds.findIndex((world) => valueAt(world, column) > 0)),
  ]);
  return worlds.filter((_, at) => shown.has(at)).map(formatWorld);
}

type Proofs = BlockCertificate['proofs'];

/** First the cells that must hold k or more, in the order in which they follow, then those that can only be 0. */
function proveFindings(
  { cells, floors }: BlockFindings,
  findings: readonly Finding[],
  start: Bounds,
  prover: Prover,
  rules: Question['rules'],
): Proofs {
  const wanted = new Set(findings.map(({ key }) => key));
  const last = floors.findLastIndex((key) => wanted.has(key));
  let bounds = start;
  const proofs: Proofs = [];
  for (const cell of floors.slice(0, last + 1).map((key) => cells.indexOf(key))) {
    proofs.push({ cell, is: 'k-or-more', proof: prover.proveUnexplained(narrowed(bounds, cell, 0, 0)) });
    bounds = narrowed(bounds, cell, rules(cell).many, Number.POSITIVE_INFINITY);
  }
  for (const { key, verdict, manyWorld } of findings) {
    if (verdict !== 'open' || manyWorld !== null) continue;
    proofs.push(proveZero(cells.indexOf(key), bounds, prover));
  }
  return proofs;
}

function proveZero(cell: number, bounds: Bounds, prover: Prover): Proofs[number] {
  return { cell, is: 'zero', proof: prover.prove(narrowed(bounds, cell, 1, Number.POSITIVE_INFINITY)) };
}

/** Groups that no world of the attack has anybody of in a category; those of the findings are proved anyway. */
function emptyGroups(
  { cells, worlds, floors }: BlockFindings,
  findings: readonly Finding[],
  { categories }: Question,
): number[] {
  const proved = new Set(findings.map(({ key }) => cells.indexOf(key)));
  const lacking = categories.filter(
    ({ column }) =>
      !floors.includes(valueAt(cells, column)) && !worlds.some((world) => valueAt(world, column) > 0),
  );
  const groups = lacking.flatMap(({ peopled }) => peopled.map(({ column }) => column));
  return [...new Set(groups)].filter((group) => !proved.has(group));
}

/** The relations of a sum that the attack itself wrote down. */
function sumIn(text: string): [number, number][] {
  const sum = parseSum(text);
  if (sum === undefined) throw new Error('internal error: the attack wrote a sum that nobody can read');
  return [...sum];
}

/** The relations that proofs add up, each once, and the proofs with these for numbers. */
function citing({ rows }: Block, proofs: Proofs): Pick<BlockCertificate, 'relations' | 'proofs'> {
  const cited = new Map<number, number>();
  const renumber = (proof: Proof): Proof => {
    if ('add' in proof) {
      const sum = sumIn(proof.add);
      for (const [row] of sum) if (!cited.has(row)) cited.set(row, cited.size);
      return { add: formatSum(new Map(sum.map(([row, times]) => [entryOf(cited, row), times]))) };
    }
    if ('few' in proof)
      return { few: proof.few.map(({ cell, proof: why }) => ({ cell, proof: renumber(why) })) };
    if ('word' in proof) return proof;
    return { ...proof, below: renumber(proof.below), above: renumber(proof.above) };
  };
  const renumbered = proofs.map(({ cell, is, proof }) => ({ cell, is, proof: renumber(proof) }));
  const relations = [...cited.keys()].flatMap((row) => {
    const relation = rows[row];
    return relation === undefined ? [] : [formatRelation(relation)];
  });
  return { relations, proofs: renumbered };
}
