/** The rows of a CSV file of which every column is known, one by one, so that a file of any length is read in little memory. */
import type { Problem } from '../model/problem.ts';
import { findDelimiter, type Header, readHeader, strangerFault } from './header.ts';
import { decodeBlock, readLineBlocks } from './line-blocks.ts';
import { openProblemLog, type ProblemLog } from './problem-log.ts';
import { BROKEN_QUOTES, splitRows, wrongWidth } from './split-rows.ts';

/** What takes a row: its fields in the order of the wanted columns, its line, and the log for what is wrong. */
export type TakeRow = (fields: readonly string[], line: number, log: ProblemLog) => void;

interface Stream {
  readonly path: string;
  readonly columns: readonly string[];
  readonly take: TakeRow;
  readonly log: ProblemLog;
  line: number;
  delimiter: ',' | ';';
  header: Header | undefined;
  /** Where each wanted column stands; undefined until a sound header was read. */
  order: readonly number[] | undefined;
  /** A few values of each column that nothing declares. */
  readonly samples: string[][];
}

const SAMPLE_ROWS = 500;

/** Every problem of the file, those that `take` reports among them. */
export async function streamRows(
  path: string,
  columns: readonly string[],
  take: TakeRow,
): Promise<Problem[]> {
  const stream: Stream = {
    path,
    columns,
    take,
    log: openProblemLog(path),
    line: 1,
    delimiter: ',',
    header: undefined,
    order: undefined,
    samples: [],
  };
  let stop: readonly Problem[] = [];
  for await (const bytes of readLineBlocks(path)) {
    stop = bytes.ok ? readBlock(bytes.value, stream) : bytes.problems;
    if (stop.length > 0) break;
  }
  if (stream.header === undefined && stop.length === 0) stream.log.report(0, '', EMPTY_FILE);
  return [...strangerProblems(stream), ...stream.log.problems(), ...stop];
}

const EMPTY_FILE = {
  code: 'empty-file',
  message: 'The file is empty.',
  fix: 'Write its header line; a docket without requests has no rows below it.',
};

function readBlock(bytes: Buffer, stream: Stream): readonly Problem[] {
  const { path, line } = stream;
  const text = decodeBlock(bytes, path, line);
  if (!text.ok) return text.problems;
  if (line === 1) stream.delimiter = findDelimiter(text.value.split('\n', 1)[0] ?? '');
  const { rows, broken } = splitRows(text.value, stream.delimiter);
  stream.line = line + rows.length;
  for (const [index, row] of rows.entries()) {
    if (line + index === 1) openHeader(row, stream);
    else readRow(row, line + index, stream);
  }
  return broken ? [{ file: path, line: stream.line, column: '', ...BROKEN_QUOTES }] : [];
}

function openHeader(fields: readonly string[], stream: Stream): void {
  const { columns, log } = stream;
  const header = readHeader(fields, columns, columns);
  stream.header = header;
  stream.samples.push(...header.strangers.map((): string[] => []));
  for (const { column, fault } of header.faults) log.report(1, column, fault);
  if (header.faults.length === 0 && header.strangers.length === 0)
    stream.order = columns.map((name) => header.positions.get(name) ?? -1);
}

function readRow(row: readonly string[], line: number, stream: Stream): void {
  const { header, order, log, take, samples } = stream;
  if (header === undefined || row.every((field) => field === '')) return;
  if (row.length !== header.width) log.report(line, '', wrongWidth(row.length, header.width));
  else if (order !== undefined)
    take(
      order.map((at) => row[at] ?? ''),
      line,
      log,
    );
  else if (line <= SAMPLE_ROWS)
    for (const [index, at] of header.strangers.entries()) samples[index]?.push(row[at] ?? '');
}

/** Columns that nothing declares, told first: they could hold anything, records of people too. */
function strangerProblems({ path, header, samples }: Stream): Problem[] {
  return (header?.strangers ?? []).map((at, index) => {
    const { name, title } = header?.columns[at] ?? { name: '', title: '' };
    return { file: path, line: 1, column: title, ...strangerFault(name, title, samples[index] ?? []) };
  });
}
