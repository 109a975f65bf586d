/** Reads the tally file of one measure. */
import { type Codelist, TOTAL } from '../model/codelist.ts';
import type { MonthNumber, PeriodPlan } from '../model/period.ts';
import { accept, type Checked, type Problem, refuse } from '../model/problem.ts';
import type { Measure } from '../model/program.ts';
import type { MeasureTallies } from '../model/tally.ts';
import { type Column, codeFault, emptyCodeFault, makeColumn } from './column.ts';
import type { Fault } from './fault.ts';
import type { Slot } from './grid-store.ts';
import { findDelimiter, readHeader } from './header.ts';
import { decodeBlock, readLineBlocks } from './line-blocks.ts';
import { periodFault } from './period-fault.ts';
import { openProblemLog, type ProblemLog } from './problem-log.ts';
import { finishReading, openReading, type Reading, readRow } from './row-reader.ts';
import { BROKEN_QUOTES, splitRows } from './split-rows.ts';

/** Tallies, and how many rows lie after the end of the release and wait for a later one. */
export interface ReadMeasure extends MeasureTallies {
  readonly setAside: number;
}

/** What one file is read against; `codelists` are those of the measure's columns, `period` first. */
export interface MeasureFile {
  readonly path: string;
  readonly measure: Measure;
  readonly codelists: readonly Codelist[];
  readonly plan: PeriodPlan;
  /** The last month that the release closes. */
  readonly end: MonthNumber;
  /** What becomes of rows after that. */
  readonly late: 'set-aside' | Fault;
}

interface Progress {
  readonly file: MeasureFile;
  readonly door: ProblemLog;
  readonly log: ProblemLog;
  /** The line at which the next block starts. */
  line: number;
  delimiter: ',' | ';';
  reading: Reading | undefined;
}

/** Every problem of the file, those of its columns first, or its tallies. */
export async function readMeasure(file: MeasureFile): Promise<Checked<ReadMeasure>> {
  const read = await readSlots(file);
  if (!read.ok) return read;
  const { slots, setAside } = read.value;
  return accept({ measure: file.measure.id, grids: slots.map(({ grid }) => grid), setAside });
}

/** The same with the line of every row. */
export async function readSlots(file: MeasureFile): Promise<Checked<{ slots: Slot[]; setAside: number }>> {
  const { path } = file;
  const progress: Progress = {
    file,
    door: openProblemLog(path),
    log: openProblemLog(path),
    line: 1,
    delimiter: ',',
    reading: undefined,
  };
  let stop: readonly Problem[] = [];
  for await (const bytes of readLineBlocks(path)) {
    stop = bytes.ok ? readBlock(bytes.value, progress) : bytes.problems;
    if (stop.length > 0) break;
  }
  const found =
    progress.reading === undefined ? undefined : finishReading(progress.reading, stop.length === 0);
  const problems = [...progress.door.problems(), ...progress.log.problems(), ...stop];
  if (found === undefined) return refuse(problems.length > 0 ? problems : [problemAt(path, 0, EMPTY_FILE)]);
  return problems.length > 0 ? refuse(problems) : accept(found);
}

/** Reads one block of whole lines; returns what makes it useless to read on. */
function readBlock(bytes: Buffer, progress: Progress): readonly Problem[] {
  const { file, door, log, line } = progress;
  const text = decodeBlock(bytes, file.path, line);
  if (!text.ok) return text.problems;
  if (line === 1) progress.delimiter = findDelimiter(text.value.split('\n', 1)[0] ?? '');
  const { rows, broken } = splitRows(text.value, progress.delimiter);
  progress.line = line + rows.length;
  if (line === 1 && rows.length > 0) {
    const header = readHeader(rows[0] ?? [], tallyColumns(file.measure), ['period', 'count']);
    progress.reading = openReading(columnsOf(file), file.measure.people, header, door, log);
  }
  if (progress.reading === undefined) return [problemAt(file.path, 1, broken ? BROKEN_QUOTES : EMPTY_FILE)];
  for (const [index, row] of rows.entries())
    if (line + index > 1) readRow(progress.reading, row, line + index);
  return broken ? [problemAt(file.path, progress.line, BROKEN_QUOTES)] : [];
}

/** The columns of a measure's tally file. */
export function tallyColumns({ dimensions, people }: Measure): string[] {
  return ['period', ...dimensions, 'count', ...(people ? ['people'] : [])];
}

/** A stock is as of a date, so that it has no total over periods. */
function columnsOf({ codelists, measure, plan, end, late }: MeasureFile): Column[] {
  return codelists.map((codelist) => {
    if (codelist.dimension !== 'period')
      return makeColumn(codelist, true, (text) => codeFault(text, codelist));
    const total = measure.kind === 'flow';
    return makeColumn(codelist, total, (text) => {
      const fault = text === TOTAL ? STOCK_TOTAL : (emptyCodeFault(text) ?? periodFault(text, plan, end));
      return fault === 'set-aside' ? late : fault;
    });
  });
}

const STOCK_TOTAL: Fault = {
  code: 'stock-total',
  message: 'A stock is as of a date, so it has no total over periods.',
  fix: 'Give the stock at the end of each period.',
};

const EMPTY_FILE: Fault = {
  code: 'empty-file',
  message: 'The file is empty.',
  fix: 'Export it again, with a header and a row per period and codes.',
};

function problemAt(file: string, line: number, fault: Fault): Problem {
  return { file, line, column: '', ...fault };
}
