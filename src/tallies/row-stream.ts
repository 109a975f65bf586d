/** The rows of a confidential table of which every column is known, one by one. */

import { entryOf, valueAt } from '../indexes/look-up.ts';
import { HEADER_AGAIN, isHeaderAgain, widthFault } from '../input/columns.ts';
import { openTable } from '../input/open-table.ts';
import type { Problem } from '../reading/problem.ts';
import { type Header, type HeaderWatch, readHeader, watchHeader } from './header.ts';
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
  watch: HeaderWatch | undefined;
  /** Where each wanted column stands; undefined until a sound header was read. */
  order: readonly number[] | undefined;
  /** Whether every row so far had its fields. */
  isWhole: boolean;
}

export interface StreamedRows {
  /** How problems name the file. */
  readonly file: string;
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
  const { file, read } = await openTable(path, columns);
  const stream: Stream = {
    columns,
    take,
    door: openProblemLog(file),
    log: openProblemLog(file),
    header: undefined,
    watch: undefined,
    order: undefined,
    isWhole: true,
  };
  const stop = await read({
    open: (names, line) => openHeader(names, line, stream),
    row: (fields, line) => takeRow(fields, line, stream),
    fault: (line, fault, column = '') => {
      stream.log.report(line, column, fault);
      stream.isWhole = false;
    },
  });
  const { door, log, header, watch } = stream;
  for (const { column, fault } of watch?.faults() ?? []) door.report(header?.line ?? 0, column, fault);
  return {
    file,
    problems: [...door.problems(), ...log.problems(), ...(stop === undefined ? [] : [stop])],
    isWhole: stream.isWhole && stream.order !== undefined && stop === undefined,
  };
}

function openHeader(fields: readonly string[], line: number, stream: Stream): void {
  const { columns } = stream;
  const header = readHeader(fields, columns, line);
  stream.header = header;
  stream.watch = watchHeader(header, columns);
  if (header.faults.length === 0 && header.strangers.length === 0)
    stream.order = columns.map((name) => entryOf(header.positions, name));
}

function takeRow(row: readonly string[], line: number, stream: Stream): void {
  const { header, watch, order, log, take } = stream;
  if (header === undefined || watch === undefined) throw new Error('internal error: a row before the header');
  if (!header.isHeader) {
    watch.see(row, line);
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
  } else watch.see(row, line);
}
