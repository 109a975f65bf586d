/** The rows of a confidential CSV file of which every column is known, one by one. */

import { HEADER_AGAIN, isHeaderAgain, widthFault } from '../input/columns.ts';
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
  for (const { column, fault } of header.faults) door.report(line, column, fault);
  if (header.faults.length === 0 && header.strangers.length === 0)
    stream.order = columns.map((name) => entryOf(header.positions, name));
}

function takeRow(row: readonly string[], line: number, stream: Stream): void {
  const { header, order, log, take, samples } = stream;
  if (header === undefined) throw new Error('internal error: a row before the header');
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
