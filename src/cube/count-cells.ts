/**
 * From tallies to counts: what every cell of a measure's system holds, as far as the tallies tell.
 *
 * A cell may be had in several ways: as a row of its own, as a sum of finer rows, as a sum of other cells.
 * All ways that are complete must agree; a cell that has none is not available (`x`).
 */

import { valueAt } from '../indexes/look-up.ts';
import { type CountedCell, cellKey, NOT_GIVEN_NOTE, RANGE_NOTE } from '../program/cell.ts';
import { nameCell } from '../program/cell-name.ts';
import { cellNotes } from '../program/channel-zeros.ts';
import { childrenOf, hierarchiesOf } from '../program/codelist.ts';
import type { GivenRange } from '../program/count-range.ts';
import { countsRequests, isTotalOfRequests } from '../program/docket-plan.ts';
import type { Measure, Program } from '../program/program.ts';
import { LARGEST_SUM, type MeasureTallies } from '../program/tally.ts';
import { accept, type Checked, type Problem, refuse } from '../reading/problem.ts';
import { measureCodelists, type ReleaseShape } from '../system/shape.ts';
import { measureSystemOf } from '../system/shape-system.ts';
import {
  addCounts,
  type Count,
  type GridContext,
  type GridReader,
  gridReaders,
  narrowPeople,
  noteFinder,
} from './grid-sums.ts';

export interface CountedMeasure {
  readonly measure: Measure;
  /** The cells that tables publish, in cube order. */
  readonly cells: readonly CountedCell[];
  /** Counts of the other cells of the measure's system, where the tallies give them; null where they do not. */
  readonly unpublished: readonly CountedCell[];
}

/** Confidential. Problems name cells, never counts. */
export function countCells(
  program: Program,
  shape: ReleaseShape,
  tallies: readonly MeasureTallies[],
): Checked<CountedMeasure[]> {
  const problems: Problem[] = [];
  const notes = cellNotes(program, shape.codelists);
  const counted = program.measures.map((measure) => {
    const context = { measure, codelists: measureCodelists(measure, shape.codelists), notes };
    const cells = [...measureSystemOf(shape, measure).cells.values()];
    const found = countMeasure(
      cells.map(({ codes }) => codes),
      openCounter(tallies, context, problems),
      context,
      problems,
    ).map(withRange(tallies, measure.id));
    return {
      measure,
      cells: found.filter((_, index) => cells[index]?.role === 'tabled'),
      unpublished: found.filter((_, index) => cells[index]?.role !== 'tabled'),
    };
  });
  return problems.length > 0 ? refuse(problems) : accept(counted);
}

/** A cell that has no count, with the range that is given of it. */
function withRange(tallies: readonly MeasureTallies[], id: string): (cell: CountedCell) => CountedCell {
  const given = tallies.flatMap(({ measure, ranges = [] }) => (measure === id ? ranges : []));
  const ranges = new Map(
    given.map(({ codes, least, most }): [string, GivenRange] => [cellKey(codes), { least, most }]),
  );
  return (cell) => {
    const range = cell.status === 'x' ? ranges.get(cellKey(cell.codes)) : undefined;
    return range === undefined ? cell : { ...cell, range, note: RANGE_NOTE };
  };
}

/** The count of any cell of a measure, with memory. Cells that can be had in ways that disagree are added to `problems`. */
export function openCounter(
  tallies: readonly MeasureTallies[],
  context: GridContext,
  problems: Problem[],
): (codes: readonly string[]) => Count {
  const grids = tallies.find((tally) => tally.measure === context.measure.id)?.grids ?? [];
  const readers = gridReaders(grids, context);
  const memory = new Map<string, Count>();
  const countOf = (codes: readonly string[]): Count => {
    const key = cellKey(codes);
    const known = memory.get(key);
    if (known !== undefined) return known;
    const ways = waysTo(codes, readers, context, countOf);
    const complete = ways.filter((way) => way.kind !== 'unknown');
    if (new Set(complete.map((way) => (way.kind === 'known' ? way.count : 0))).size > 1)
      problems.push(disagreement(context, codes));
    const [first] = complete;
    const best =
      first === undefined
        ? addCounts(ways.length > 0 ? ways : [{ kind: 'unknown', note: undefined }], false)
        : withPeople(first, complete);
    if (!countsRequests(context.measure.id) && disagreeOnPeople(best))
      problems.push(peopleDisagree(context, codes));
    memory.set(key, best);
    return best;
  };
  return countOf;
}

function disagreeOnPeople(count: Count): boolean {
  return count.kind === 'known' && count.people !== null && count.people.least > count.people.most;
}

/** Any way to a count may say more than others about how many people are behind it. */
function withPeople(count: Count, ways: readonly Count[]): Count {
  if (count.kind !== 'known') return count;
  const people = ways.map((way) => (way.kind === 'known' ? way.people : null));
  return { ...count, people: narrowPeople(people) };
}

function countMeasure(
  cells: readonly (readonly string[])[],
  countOf: (codes: readonly string[]) => Count,
  context: GridContext,
  problems: Problem[],
): CountedCell[] {
  const noteAt = noteFinder(context);
  return cells.map((codes) => {
    const count = countOf(codes);
    const remark = noteAt(codes, count.kind === 'unknown' ? ['x'] : ['b', '']);
    if (count.kind === 'known' && count.count > 0 && noteAt(codes, ['z']) !== undefined)
      problems.push(impossible(context, codes));
    if (count.kind === 'known' && count.count > LARGEST_SUM) problems.push(tooMany(context, codes));
    const cell = cellOf(codes, count, remark);
    return isTotalOfRequests(context.measure.id, codes) ? { ...cell, people: 0 } : cell;
  });
}

function cellOf(
  codes: readonly string[],
  count: Count,
  remark: { status: CountedCell['status']; note: string } | undefined,
): CountedCell {
  switch (count.kind) {
    case 'known':
      return {
        codes,
        count: count.count,
        people: count.people?.least ?? null,
        ...(count.people && { mostPeople: count.people.most }),
        status: remark?.status ?? '',
        note: remark?.note ?? '',
      };
    case 'impossible':
      return { codes, count: null, people: null, status: 'z', note: count.note };
    case 'unknown':
      return {
        codes,
        count: null,
        people: null,
        status: 'x',
        note: remark?.note ?? count.note ?? NOT_GIVEN_NOTE,
      };
  }
}

/**
 * Every way to a cell's count: each grid that speaks of it; where none settles it, its parts as well. A cell
 * of which no grid speaks has none: a grid that spoke of its parts would speak of it too.
 */
function waysTo(
  codes: readonly string[],
  readers: readonly GridReader[],
  context: GridContext,
  countOf: (codes: readonly string[]) => Count,
): Count[] {
  const direct = readers.flatMap((reader) => {
    const count = reader.sum(codes);
    return count === undefined ? [] : [{ count, isFinest: reader.isFinest }];
  });
  const settled =
    direct.length === 0 || direct.some(({ count, isFinest }) => isFinest && count.kind !== 'unknown');
  return [...direct.map(({ count }) => count), ...(settled ? [] : sumsOfParts(codes, context, countOf))];
}

function sumsOfParts(
  codes: readonly string[],
  { measure, codelists }: GridContext,
  countOf: (codes: readonly string[]) => Count,
): Count[] {
  return codelists.flatMap((codelist, dimension) => {
    if (dimension === 0 && measure.kind === 'stock') return [];
    return hierarchiesOf(codelist).flatMap((hierarchy) => {
      const parts = childrenOf(codelist, valueAt(codes, dimension), hierarchy);
      const counts = parts.map((part) => countOf(codes.with(dimension, part)));
      return parts.length === 0 ? [] : [addCounts(counts, countsRequests(measure.id))];
    });
  });
}

function disagreement(context: GridContext, codes: readonly string[]): Problem {
  return {
    ...atCell(context, codes),
    code: 'parts-disagree',
    message: `The rows given for ${nameOf(context, codes)} and the rows of its parts do not add up to the same count.`,
    fix: 'Correct the parent or its parts, or leave the parent out.',
  };
}

function peopleDisagree(context: GridContext, codes: readonly string[]): Problem {
  return {
    ...atCell(context, codes),
    column: 'people',
    code: 'people-disagree',
    message: `The people given for ${nameOf(context, codes)} are fewer than those of one of its parts, or more than all its parts have together.`,
    fix: 'Correct the people of the parent or of its parts, or leave the parent out.',
  };
}

function impossible(context: GridContext, codes: readonly string[]): Problem {
  return {
    ...atCell(context, codes),
    code: 'count-where-none-can-be',
    message: `The tally counts somebody in ${nameOf(context, codes)}, where program.json says that nobody can be counted (status z).`,
    fix: 'Correct the tally, or the note or the channel in program.json.',
  };
}

function tooMany(context: GridContext, codes: readonly string[]): Problem {
  return {
    ...atCell(context, codes),
    code: 'sum-huge',
    message: `The rows of ${nameOf(context, codes)} add up to more than ${LARGEST_SUM}.`,
    fix: 'Look for digits of another column among the counts.',
  };
}

function atCell({ measure: { id } }: GridContext, codes: readonly string[]) {
  return { file: `${id}.csv`, line: 0, column: 'count', cells: [{ measure: id, codes }] };
}

function nameOf({ measure, codelists }: GridContext, codes: readonly string[]): string {
  return nameCell(measure, codelists, codes);
}
