/** The blocks that an attack has reported, with what was asked of them. */

import { valueAt } from '../indexes/look-up.ts';
import { coarseOf } from '../solver/coarse.ts';
import type { LinearModel } from '../solver/linear-model.ts';
import type { Solver } from '../solver/solver.ts';
import { alikeIn } from '../system/alike.ts';
import { type Block, splitSystem } from '../system/blocks.ts';
import type { System } from '../system/system.ts';
import type { Facts } from '../verify/facts.ts';
import { boundsOf, openQuestion, type Question } from '../verify/question.ts';
import type { AttackReport, BlockFindings } from './attack.ts';

/** What an attack has reported, with all that it went by. */
export interface AuditInput {
  readonly system: System;
  readonly facts: Facts;
  readonly report: AttackReport;
  readonly k: number;
  readonly solver: Solver;
}

export interface Reported {
  readonly block: Block;
  readonly question: Question;
  readonly model: LinearModel;
}

/** By what was found of a block. */
export function openReported({
  system,
  facts,
  k,
}: Pick<AuditInput, 'system' | 'facts' | 'k'>): (found: BlockFindings) => Reported {
  const { blocks, known } = splitSystem(system, facts.given);
  const byFirst = new Map(blocks.map((block) => [valueAt(system.cells, valueAt(block.cells, 0)).key, block]));
  return oncePerBlock(({ cells }) => {
    const block = byFirst.get(valueAt(cells, 0));
    const question = block && openQuestion(system, facts, known, block, k);
    if (block === undefined || question === undefined)
      throw new Error('internal error: the attack saw another block');
    return { block, question, model: modelOf(system, facts, block) };
  });
}

function oncePerBlock(make: (found: BlockFindings) => Reported): (found: BlockFindings) => Reported {
  const made = new Map<BlockFindings, Reported>();
  return (found) => {
    const reported = made.get(found) ?? make(found);
    made.set(found, reported);
    return reported;
  };
}

export function modelOf(system: System, facts: Facts, block: Block): LinearModel {
  const coarse = coarseOf(block.cells.length, () => alikeIn(system, block), block.rows);
  return { ...boundsOf(facts, block), constraints: block.rows, coarse };
}

/** With what every reader knows of cells found to hold k or more. */
export function raisedModel(
  { question, model }: Reported,
  { cells, provablyLarge }: BlockFindings,
): LinearModel {
  const raised = new Set(provablyLarge);
  const lower = model.lower.map((least, column) =>
    raised.has(valueAt(cells, column)) ? Math.max(least, question.rules(column).many) : least,
  );
  return { ...model, lower };
}
