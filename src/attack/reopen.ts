/** The blocks that an attack reported on, and what it asked of each, from what it knew: published files alone. */
import { type Block, splitSystem } from '../model/blocks.ts';
import type { System } from '../model/system.ts';
import type { AttackReport, BlockFindings } from './attack.ts';
import type { Facts } from './facts.ts';
import { openQuestion, type Question } from './question.ts';

export interface Reopened {
  readonly found: BlockFindings;
  readonly block: Block;
  readonly question: Question;
}

/** In the order of the report. Throws where it is not a report on these facts. */
export function reopenBlocks(system: System, facts: Facts, report: AttackReport, k: number): Reopened[] {
  const { blocks, known } = splitSystem(system, facts.given);
  const byFirst = new Map(blocks.map((block) => [system.cells[block.cells[0] as number]?.key, block]));
  return report.blocks.map((found) => {
    const block = byFirst.get(found.cells[0]);
    const question = block && openQuestion(system, facts, known, block, k);
    if (block === undefined || question === undefined)
      throw new Error('internal error: the attack saw another block');
    return { found, block, question };
  });
}
