/** Reads the tally file of one measure. */
import type { Headings } from '../input/columns.ts';
import { openTable } from '../input/open-table.ts';
import type { Codelist } from '../program/codelist.ts';
import type { MonthNumber, PeriodPlan } from '../program/period.ts';
import type { Measure } from '../program/program.ts';
import type { MeasureTallies } from '../program/tally.ts';
import { accept, type Checked, type Fault, refuse } from '../reading/problem.ts';
import { type Column, codeReader, makeColumn } from './column.ts';
import type { Slot } from './grid-store.ts';
import { readHeader } from './header.ts';
import { periodReader } from './periods/period-reader.ts';
import { openProblemLog } from './problem-log.ts';
import { openNoteLog, type ReadNote } from './read-notes.ts';
import { finishReading, openReading, type RangeRow, type Reading, readRow } from './row-reader.ts';
import type { AbsentRow } from './whole-count.ts';

/** Tallies, and how many rows lie after the end of the release and wait for a later one. */
export interface ReadMeasure extends MeasureTallies {
  readonly file: string;
  readonly setAside: number;
  /** Rows of which the count is a range. */
  readonly ranges: readonly RangeRow[];
  /** The grids again, with the line of every row. */
  readonly slots: readonly Slot[];
  readonly notes: readonly ReadNote[];
}

/** What one file is read against; `codelists` are those of the measure's columns, `period` first. */
export interface MeasureFile {
  readonly path: string;
  readonly measure: Measure;
  readonly codelists: readonly Codelist[];
  /** The labels of dimensions, by which columns may be headed too. */
  readonly headings?: Headings;
  readonly plan: PeriodPlan;
  /** The last month that the release closes. */
  readonly end: MonthNumber;
  /** What becomes of rows after that. */
  readonly late: 'set-aside' | Fault;
  /** As the measure says, where it is left out. */
  readonly absent?: AbsentRow;
  /** Whether a count may be a range; not if left out. */
  readonly withRanges?: boolean;
}

/** Every problem of the file, those of its columns first, or its tallies. */
export async function readMeasure(file: MeasureFile): Promise<Checked<ReadMeasure>> {
  const { path, measure, headings } = file;
  const wanted = tallyColumns(measure);
  const table = await openTable(path, wanted, headings);
  const from = table.file;
  const logs = { door: openProblemLog(from), log: openProblemLog(from), notes: openNoteLog(from) };
  const form = {
    wanted,
    headings,
    columns: columnsOf(file),
    withPeople: measure.people,
    withRanges: file.withRanges === true,
    absent: file.absent ?? measure.absentRows,
  };
  let reading: Reading | undefined;
  let isWhole = true;
  const stop = await table.read({
    open: (names, line, separator) => {
      reading = openReading(form, logs, readHeader(names, wanted, line, headings), separator);
    },
    row: (fields, line) => {
      if (reading !== undefined) readRow(reading, fields, line);
    },
    fault: (line, fault, column = '') => {
      isWhole = false;
      logs.log.report(line, column, fault);
    },
  });
  const found = reading === undefined ? undefined : finishReading(reading, isWhole && stop === undefined);
  const problems = [...logs.door.problems(), ...logs.log.problems(), ...(stop === undefined ? [] : [stop])];
  if (problems.length > 0) return refuse(problems);
  if (found === undefined) throw new Error('internal error: a file without a header and without a problem');
  const { slots, setAside, ranges } = found;
  const grids = slots.map(({ grid }) => grid);
  return accept({
    measure: measure.id,
    file: from,
    grids,
    ranges,
    slots,
    setAside,
    notes: logs.notes.notes(),
  });
}

/** The columns of a measure's tally file. */
export function tallyColumns({ dimensions, people }: Measure): string[] {
  return ['period', ...dimensions, 'count', ...(people ? ['people'] : [])];
}

/** A stock is as of a date, so that it has no total over periods. */
function columnsOf({ codelists, measure, plan, end, late }: MeasureFile): Column[] {
  return codelists.map((codelist) => {
    if (codelist.dimension !== 'period') return makeColumn(codelist, true, codeReader(codelist));
    const total = measure.kind === 'flow';
    return makeColumn(codelist, total, periodReader({ codelist, plan, end, late, total }));
  });
}
