/** What a choice of withheld cells still lacks. */
import { type Block, splitSystem } from '../model/blocks.ts';
import { givenCounts, isSensitiveCell, type ProtectInput } from './plan.ts';
import { findShortfalls, type Shortfall } from './reach.ts';
import { openPool } from './world-pool.ts';

export interface PatternJudge {
  /** What the blocks of hidden cells lack together, one by one; nothing if the pattern keeps the promise. */
  lacking(withheld: ReadonlySet<number>): Generator<Shortfall, void>;
}

/** Remembers, from one pattern to the next, the worlds that it found and the blocks that lacked nothing. */
export function openJudge(input: ProtectInput): PatternJudge {
  const pool = openPool(input.counts);
  const safe = new Set<string>();
  return {
    *lacking(withheld) {
      const { known, blocks } = splitSystem(input.system, givenCounts(input, withheld));
      yield* exposedCells(input, withheld, known);
      for (const block of blocks) {
        const promised = promisedColumns(input, withheld, block);
        const name = block.cells.join();
        if (promised.length === 0 || safe.has(name)) continue;
        let lacksNothing = true;
        for (const shortfall of findShortfalls(input, block, promised, pool)) {
          lacksNothing = false;
          yield shortfall;
        }
        if (lacksNothing) safe.add(name);
      }
    },
  };
}

/** Hidden cells that follow from one relation after another, and differences of published cells that stand for few. */
function exposedCells(
  input: ProtectInput,
  withheld: ReadonlySet<number>,
  known: readonly (number | undefined)[],
): Shortfall[] {
  return [...input.system.cells.keys()]
    .filter((cell) => known[cell] !== undefined && needsHiding(input, withheld, cell))
    .flatMap((cell) =>
      targetsOf(input, cell).map((target): Shortfall => ({ cell, target, lacks: 'room', floors: [] })),
    );
}

/** A withheld cell may follow from others if it is k or more: then everybody knows so, rightly. */
function needsHiding(input: ProtectInput, withheld: ReadonlySet<number>, cell: number): boolean {
  if (withheld.has(cell)) return isSensitiveCell(input, cell) || input.counts[cell] === 0;
  return input.system.cells[cell]?.role === 'difference' && isSensitiveCell(input, cell);
}

function targetsOf(input: ProtectInput, cell: number): Shortfall['target'][] {
  return input.counts[cell] === 0 ? ['many'] : ['zero', 'many'];
}

function promisedColumns({ system }: ProtectInput, withheld: ReadonlySet<number>, block: Block): number[] {
  return [...block.cells.keys()].filter((column) => {
    const cell = block.cells[column] ?? -1;
    return withheld.has(cell) || system.cells[cell]?.role === 'difference';
  });
}
