/** A tally with the rows of a correction in place of its own. */

import { valueAt } from '../indexes/look-up.ts';
import { gridIndex, type MeasureTallies, type TallyGrid } from '../program/tally.ts';
import type { Fault } from '../reading/problem.ts';
import { accept, type Checked, refuse } from '../reading/problem.ts';
import type { Slot } from './grid-store.ts';
import { openProblemLog } from './problem-log.ts';

/** `file` names the place in problems; `absentIsZero`: a row that the tally leaves out is a zero. */
export function correctTallies(
  file: string,
  { measure, grids, ranges = [] }: MeasureTallies,
  slots: readonly Slot[],
  absentIsZero: boolean,
): Checked<MeasureTallies> {
  const log = openProblemLog(file);
  const corrected = grids.map(copyGrid);
  for (const { grid, from, line } of rowsOf(slots)) {
    const target = corrected.find(({ levels }) => levels.join() === grid.levels.join());
    const to = target === undefined ? -1 : placeIn(target, codesAt(grid, from));
    const fault = correctRow(target, to, grid, from, absentIsZero);
    if (fault !== undefined) log.report(line, fault === NO_ROW ? 'period' : 'count', fault);
  }
  const problems = log.problems();
  return problems.length > 0 ? refuse(problems) : accept({ measure, grids: corrected, ranges });
}

interface Row {
  readonly grid: TallyGrid;
  readonly from: number;
  readonly line: number;
}

/** In the order of the file. */
function rowsOf(slots: readonly Slot[]): Row[] {
  return slots
    .flatMap(({ grid, lines }) =>
      [...lines].flatMap((line, from) => (line === 0 ? [] : [{ grid, from, line }])),
    )
    .sort((one, other) => one.line - other.line);
}

function copyGrid({ levels, codes, counts, people }: TallyGrid): TallyGrid {
  return { levels, codes, counts: counts.slice(), people: people?.slice() ?? null };
}

/** The codes of an entry of a grid; the last dimension moves fastest. */
function codesAt({ codes }: TallyGrid, index: number): string[] {
  const found: string[] = [];
  let rest = index;
  for (const list of codes.toReversed()) {
    found.unshift(valueAt(list, rest % list.length));
    rest = Math.floor(rest / list.length);
  }
  return found;
}

/** -1 where the grid lacks one of the codes. */
function placeIn(grid: TallyGrid, codes: readonly string[]): number {
  const positions = codes.map((code, dimension) => valueAt(grid.codes, dimension).indexOf(code));
  return positions.includes(-1) ? -1 : gridIndex(grid, positions);
}

/** Puts the row in its place, or says why it has none. */
function correctRow(
  target: TallyGrid | undefined,
  to: number,
  { counts, people }: TallyGrid,
  from: number,
  absentIsZero: boolean,
): Fault | undefined {
  if (target === undefined || to < 0) return NO_ROW;
  const old = valueAt(target.counts, to);
  if (old < 0 && !absentIsZero) return NO_ROW;
  const peopleAt = (list: TallyGrid['people'], place: number) => (list === null ? 0 : valueAt(list, place));
  const before = [Math.max(0, old), Math.max(0, peopleAt(target.people, to))];
  const after = [valueAt(counts, from), peopleAt(people, from)];
  if (before.join() === after.join()) return NO_CHANGE;
  target.counts[to] = valueAt(counts, from);
  if (target.people !== null && people !== null) target.people[to] = valueAt(people, from);
  return undefined;
}

const NO_ROW: Fault = {
  code: 'nothing-to-correct',
  message: 'The tally has no row of this period and these codes, so there is nothing to correct.',
  fix: 'Give the row at the level of the tally, or add it to the tally itself if it was never counted.',
};

const NO_CHANGE: Fault = {
  code: 'no-change',
  message: 'The row is as the tally has it, so it corrects nothing.',
  fix: 'Take it out. If a release has carried it, all rows of the batch belong into the tallies now, and the folder away.',
};
