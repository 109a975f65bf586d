/** The rows of a confidential CSV file of which every column is known, one by one. */

import {
  findColumns,
  HEADER_AGAIN,
  HEADER_LINES,
  headerBelow,
  isHeaderAgain,
  widthFault,
} from '../input/columns.ts';
import { readRows } from '../input/read-rows.ts';
import { entryOf, valueAt } from '../model/look-up.ts';
import type { Problem } from '../model/problem.ts';
import { type Header, readHeader, strangerFaults } from './header.ts';
import { openProblemLog, type ProblemLog } from './problem-log.ts';

/** What takes a row: its fields in the order of the wanted columns, its line, and the log for what is wrong. */
export type TakeRow = (fields: readonly string[], line: number, log: ProblemLog) => void;

interface Stream {
  readonly columns: readonly string[];
  readonly take: TakeRow;
  /** Faults of the columns; they are told first. */
  readonly door: ProblemLog;
  readonly log: ProblemLog;
  header: Header | undefined;
  /** Where each wanted column stands; undefined until a sound header was read. */
  order: readonly number[] | undefined;
  /** A few values of each column that nothing declares. */
  readonly samples: string[][];
  /** The line of what looks like the header, where the first line is none. */
  headerAt: number | undefined;
  /** Whether every row so far had its fields. */
  isWhole: boolean;
}

const SAMPLE_ROWS = 500;

export interface StreamedRows {
  /** Every problem of the file, those that `take` reports among them. */
  readonly problems: readonly Problem[];
  /** Whether `take` was given every row of the file. */
  readonly isWhole: boolean;
}

export async function streamRows(
  path: string,
  columns: readonly string[],
  take: TakeRow,
): Promise<StreamedRows> {
  const stream: Stream = {
    columns,
    take,
    door: openProblemLog(path),
    log: openProblemLog(path),
    header: undefined,
    order: undefined,
    samples: [],
    headerAt: undefined,
    isWhole: true,
  };
  const stop = await readRows(path, columns, {
    open: (names, line) => openHeader(names, line, stream),
    row: (fields, line) => takeRow(fields, line, stream),
    fault: (line, fault) => {
      stream.log.report(line, '', fault);
      stream.isWhole = false;
    },
  });
  const { door, log, header, samples } = stream;
  if (header?.isHeader === false) reportNoHeader(header, stream);
  if (header !== undefined)
    for (const { column, fault } of strangerFaults(header, samples, columns))
      door.report(header.line, column, fault);
  return {
    problems: [...door.problems(), ...log.problems(), ...(stop === undefined ? [] : [stop])],
    isWhole: stream.isWhole && stream.order !== undefined && stop === undefined,
  };
}

function openHeader(fields: readonly string[], line: number, stream: Stream): void {
  const { columns, door } = stream;
  const header = readHeader(fields, columns, line);
  stream.header = header;
  stream.samples.push(...header.strangers.map((): string[] => []));
  if (header.isHeader) for (const { column, fault } of header.faults) door.report(line, column, fault);
  if (header.faults.length === 0 && header.strangers.length === 0)
    stream.order = columns.map((name) => entryOf(header.positions, name));
}

/** Said when the whole file was seen: what is no header may stand above one. */
function reportNoHeader({ faults, line }: Header, { door, headerAt }: Stream): void {
  const own = headerAt === undefined ? faults : [{ column: '', fault: headerBelow(line, headerAt) }];
  for (const { column, fault } of own) door.report(line, column, fault);
}

/** Under a line that is no header nothing is read, but one is looked for. */
function passOver(row: readonly string[], line: number, header: Header, stream: Stream): void {
  const isNear = line <= header.line + HEADER_LINES;
  if (isNear && findColumns(row, stream.columns).isHeader) stream.headerAt ??= line;
  if (line > SAMPLE_ROWS) return;
  for (const [index, at] of header.strangers.entries())
    if (at < row.length) stream.samples[index]?.push(valueAt(row, at));
}

function takeRow(row: readonly string[], line: number, stream: Stream): void {
  const { header, order, log, take, samples } = stream;
  if (header === undefined) throw new Error('internal error: a row before the header');
  if (!header.isHeader) {
    passOver(row, line, header, stream);
    return;
  }
  const fault = isHeaderAgain(row, header) ? HEADER_AGAIN : widthFault(row, header);
  if (fault !== undefined) {
    log.report(line, '', fault);
    stream.isWhole = false;
  } else if (order !== undefined) {
    take(
      order.map((at) => valueAt(row, at)),
      line,
      log,
    );
  } else if (line <= SAMPLE_ROWS)
    for (const [index, at] of header.strangers.entries()) samples[index]?.push(valueAt(row, at));
}
