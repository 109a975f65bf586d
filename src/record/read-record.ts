/** Reads the public record of a program: figures, requests with their states, statements, a timeline; each with its source. */
import { join } from 'node:path';
import { accept, type Checked, type Fault, type Problem, refuse } from '../reading/problem.ts';
import { type CellSpace, cellFault } from './cell-key.ts';
import { derivationFault } from './derivation.ts';
import { repeatedIds, rowsOf, strayFiles } from './file-checks.ts';
import { columnsOf, type RecordFile, readRecordFile } from './read-record-file.ts';
import {
  eventSchema,
  figureSchema,
  type PublicRecord,
  type RecordedFigure,
  type RecordedStatement,
  requestSchema,
  statementSchema,
} from './record.ts';
import { standingOf, stateProblems, stateSchema } from './states.ts';

const SCHEMAS = {
  'figures.csv': figureSchema,
  'requests.csv': requestSchema,
  'states.csv': stateSchema,
  'statements.csv': statementSchema,
  'timeline.csv': eventSchema,
} as const;

/** The names of the files of a record; whatever else lies beside them is none of it. */
export const RECORD_FILES: readonly string[] = Object.keys(SCHEMAS);

/** The columns of every file of the record. */
export function recordColumns(): [file: string, columns: string[]][] {
  return Object.entries(SCHEMAS).map(([file, schema]) => [file, columnsOf(schema)]);
}

/**
 * The record in `folder`, or every problem of every file. Files may be missing, the folder too: then nothing
 * is on the record. `program` says which cells a figure may map to.
 */
export async function readRecord({
  folder,
  program,
}: {
  readonly folder: string;
  readonly program: CellSpace;
}): Promise<Checked<PublicRecord>> {
  const [figures, requests, states, statements, timeline] = await Promise.all([
    readRecordFile(join(folder, 'figures.csv'), figureSchema),
    readRecordFile(join(folder, 'requests.csv'), requestSchema),
    readRecordFile(join(folder, 'states.csv'), stateSchema),
    readRecordFile(join(folder, 'statements.csv'), statementSchema),
    readRecordFile(join(folder, 'timeline.csv'), eventSchema),
  ]);
  const problems = [
    ...(await strayFiles(folder, RECORD_FILES)),
    ...[figures, requests, states, statements, timeline].flatMap((file) => file.problems),
    ...[figures, requests, statements].flatMap(repeatedIds),
    ...figureProblems(figures, program),
    ...stateProblems(states, requests),
    ...(requests.problems.length > 0 ? [] : unknownRequests(statements, requests)),
  ];
  if (problems.length > 0) return refuse(problems);
  return accept({
    figures: rowsOf(figures),
    requests: rowsOf(requests).map((request) => ({
      ...request,
      ...standingOf(request.id, request.received, rowsOf(states)),
    })),
    statements: byDate(rowsOf(statements)),
    timeline: byDate(rowsOf(timeline)),
  });
}

/** Oldest first; rows of one date stay in the order of the file. */
function byDate<Row extends { readonly date: string }>(rows: readonly Row[]): Row[] {
  return rows.toSorted((one, other) => (one.date < other.date ? -1 : Number(one.date > other.date)));
}

/** Formulas are checked once every figure could be read; cells always. */
function figureProblems({ path, rows, problems }: RecordFile<RecordedFigure>, program: CellSpace): Problem[] {
  const figures = rows.map(({ row }) => row);
  return rows.flatMap(({ line, row }) => {
    const derivation = problems.length > 0 ? undefined : derivationFault(row, figures);
    const cell = row.cell === '' ? undefined : (cellFault(row.cell, program) ?? cellValueFault(row));
    return [
      ...(derivation === undefined ? [] : [{ file: path, line, column: 'derived', ...derivation }]),
      ...(cell === undefined ? [] : [{ file: path, line, column: 'cell', ...cell }]),
    ];
  });
}

/** A cell counts: nothing but a whole number of at least 0 can stand for one. */
function cellValueFault({ value, qualifier }: RecordedFigure): Fault | undefined {
  const least = qualifier === 'fewer than' ? 1 : 0;
  if (Number.isSafeInteger(value) && value >= least) return undefined;
  return {
    code: 'cell-value',
    message: 'The figure maps to a cell, but no count fits its value.',
    fix: 'Leave the cell empty for shares, or correct the value.',
  };
}

function unknownRequests(
  statements: RecordFile<RecordedStatement>,
  requests: RecordFile<{ readonly id: string }>,
): Problem[] {
  const known = new Set(requests.rows.map(({ row }) => row.id));
  return statements.rows
    .filter(({ row }) => row.request !== '' && !known.has(row.request))
    .map(({ line }) => ({
      file: statements.path,
      line,
      column: 'request',
      code: 'unknown-request',
      message: 'There is no request of this id in requests.csv.',
      fix: 'Correct the id, or leave it empty for the program as a whole.',
    }));
}
