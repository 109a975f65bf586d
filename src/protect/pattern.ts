/** What a choice of withheld cells still lacks. */
import { type Split, splitSystem } from '../model/blocks.ts';
import { openFocus } from './focus.ts';
import { givenCounts, isSensitiveCell, type ProtectTask, ruleFor } from './plan.ts';
import {
  classify,
  findMisses,
  type Inquiry,
  isSafeAtOnce,
  type Miss,
  openInquiry,
  type Shortfall,
} from './reach.ts';
import { openPool } from './world-pool.ts';

/** Remembers, from one pattern to the next, the worlds that it found and the blocks that lacked nothing. */
export interface PatternJudge {
  /** Whether the pattern keeps the promise. */
  isSafe(withheld: ReadonlySet<number>): boolean;
  /** What the blocks of hidden cells lack together. */
  lacking(withheld: ReadonlySet<number>): Shortfall[];
  /** The blocks of hidden cells that lack something, each as the cells that it joins. */
  brokenBlocks(withheld: ReadonlySet<number>): (readonly number[])[];
  close(): void;
}

export function openJudge(task: ProtectTask): PatternJudge {
  const pool = openPool(task.world);
  const focus = openFocus(task);
  const safe = new Set<string>();
  const split = (withheld: ReadonlySet<number>) => splitSystem(task.system, givenCounts(task, withheld));
  /** The blocks that are not known to be safe, each ready to be asked about. */
  function* inquiries(withheld: ReadonlySet<number>, { known, blocks }: Split): Generator<Asked, void> {
    for (const { cells } of blocks) {
      const name = cells.join();
      const promised = promisedCells(task, withheld, cells);
      if (promised.length === 0 || safe.has(name)) continue;
      const open = () => {
        focus.on(cells);
        return openInquiry(task, focus, pool, promised, (cell) => known[cell] === undefined);
      };
      yield { cells, open, acquit: () => safe.add(name) };
    }
  }
  const isBroken = ({ open, acquit }: Asked) => {
    const isSafe = isSafeAtOnce(open()) ?? findMisses(open()).next().done === true;
    if (isSafe) acquit();
    return !isSafe;
  };
  const lackedBy = ({ open, acquit }: Asked) => {
    const inquiry = open();
    const found: Shortfall[] = [];
    for (const miss of findMisses(inquiry)) found.push(classify(inquiry, miss));
    if (found.length === 0) acquit();
    return found;
  };
  return {
    isSafe: (withheld) => {
      const parts = split(withheld);
      return (
        exposedCells(task, withheld, parts.known).length === 0 &&
        ![...inquiries(withheld, parts)].some(isBroken)
      );
    },
    lacking: (withheld) => {
      const parts = split(withheld);
      return [
        ...exposedCells(task, withheld, parts.known),
        ...[...inquiries(withheld, parts)].flatMap(lackedBy),
      ];
    },
    brokenBlocks: (withheld) =>
      [...inquiries(withheld, split(withheld))].filter(isBroken).map(({ cells }) => cells),
    close: () => focus.close(),
  };
}

/** A block in question: `open` begins afresh, `acquit` says that it lacks nothing. */
interface Asked {
  readonly cells: readonly number[];
  readonly open: () => Inquiry;
  readonly acquit: () => void;
}

/** Hidden cells that follow from one relation after another, and differences of published cells that stand for few. */
function exposedCells(
  task: ProtectTask,
  withheld: ReadonlySet<number>,
  known: readonly (number | undefined)[],
): Shortfall[] {
  return [...task.world.keys()]
    .filter((cell) => known[cell] !== undefined && needsHiding(task, withheld, cell))
    .flatMap((cell) =>
      targetsOf(task, cell).map((target): Shortfall => ({ cell, target, lacks: 'room', floors: [] })),
    );
}

/** A withheld cell may follow from others if it is k or more: then everybody knows so, rightly. */
function needsHiding(task: ProtectTask, withheld: ReadonlySet<number>, cell: number): boolean {
  const isSensitive = isSensitiveCell(task, cell);
  if (!withheld.has(cell)) return isSensitive && task.system.cells[cell]?.role === 'difference';
  const { many, isProvable } = ruleFor(task, cell);
  return isSensitive || !isProvable || (task.world[cell] ?? 0) < many;
}

function targetsOf({ world }: ProtectTask, cell: number): Miss['target'][] {
  return world[cell] === 0 ? ['many'] : ['zero', 'many'];
}

function promisedCells(
  { system }: ProtectTask,
  withheld: ReadonlySet<number>,
  cells: readonly number[],
): number[] {
  return cells.filter((cell) => withheld.has(cell) || system.cells[cell]?.role === 'difference');
}
