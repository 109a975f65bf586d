/**
 * Ranges of parts that other rows narrow until they tell of few requests: a release would tell what the range leaves open.
 *
 *   all       42         with 30 of the press, 42 in all leave 12 for federal authorities, whatever their range says
 *   press     30
 *   federal   0-249
 *
 * It is asked of somebody who knows every count that the office has, hidden ones too: who knows less is told less.
 */
import { valueAt } from '../../indexes/look-up.ts';
import { isTotalOfRequests } from '../../program/docket-plan.ts';
import type { ProtectInput } from '../../protect/task.ts';
import type { CellPlace } from '../../reading/problem.ts';
import { RefusedError } from '../../release/refused-error.ts';
import type { Solver } from '../../solver/solver.ts';
import { findWorld } from '../../solver/worlds.ts';
import { type Block, splitSystem } from '../../system/blocks.ts';
import { type ProgramSystem, requirePlaceOf } from '../../system/editions/join-editions.ts';
import type { Counted } from '../count/counted.ts';
import { atItsRows } from '../count/rows-of-cells.ts';

type Input = Pick<ProtectInput, 'counts' | 'lower' | 'upper' | 'k'> & {
  readonly system: ProgramSystem;
  readonly solver: Pick<Solver, 'open'>;
};

interface RangedCell extends CellPlace {
  readonly at: number;
}

/** Throws `RefusedError` where there are some, at their rows. */
export function refuseNarrowed(input: Input, counted: Counted): void {
  const ranged = rangedCells(input, counted);
  if (ranged.length === 0) return;
  const { known, blocks } = splitSystem(input.system, input.counts);
  const told = [
    ...ranged.filter(({ at }) => known[at] !== undefined),
    ...blocks.flatMap((block) => narrowedIn(block, input, ranged)),
  ];
  if (told.length === 0) return;
  const problems = told.map(({ measure, codes }) =>
    atItsRows({ file: '', line: 0, column: 'count', cells: [{ measure, codes }], ...NARROWED }, counted),
  );
  throw new RefusedError(
    'input',
    'Ranges of requests do not leave open what they are to leave open.',
    problems,
  );
}

const NARROWED = {
  code: 'range-narrowed',
  message: 'The other rows leave this range less room than it says: few requests, or one number, or none.',
  fix: 'Give the totals above it as ranges as well, or leave them out: what its parts add up to follows by itself. Where the true count is known, give that.',
};

function rangedCells({ system }: Input, { shape, measures }: Counted): RangedCell[] {
  return measures.flatMap(({ measure: { id }, cells }) =>
    cells
      .filter(({ codes, range }) => range !== undefined && !isTotalOfRequests(id, codes))
      .map(({ codes }) => ({ measure: id, codes, at: requirePlaceOf(system, shape.release, id, codes) })),
  );
}

/** The cells of a block that cannot be nobody, or not many, although their range says so. */
function narrowedIn(
  block: Block,
  { lower, upper, solver, k }: Input,
  ranged: readonly RangedCell[],
): RangedCell[] {
  const own = ranged.filter(({ at }) => block.cells.includes(at));
  if (own.length === 0) return [];
  const session = solver.open({
    lower: block.cells.map((cell) => valueAt(lower, cell)),
    upper: block.cells.map((cell) => valueAt(upper, cell)),
    constraints: block.rows,
  });
  try {
    return own.filter(({ at }) => {
      const column = block.cells.indexOf(at);
      const reaches = (least: number, most: number) =>
        findWorld(session, [{ column, lower: least, upper: most }], new Map()) !== undefined;
      const isMany = reaches(k, Number.POSITIVE_INFINITY);
      return !isMany || (valueAt(lower, at) < k && !reaches(0, 0));
    });
  } finally {
    session.close();
  }
}
