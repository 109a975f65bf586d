/** Answers from a file or from the person at the terminal, with the areas from the office's own file. */
import { readFile } from 'node:fs/promises';
import { valueAt } from '../../indexes/look-up.ts';
import { openTable, tableName } from '../../input/open-table.ts';
import { accept, type Checked, type Problem, refuse } from '../../reading/problem.ts';
import { readWritten, type Written } from '../../reading/written-json.ts';
import { UsageError } from '../command.ts';
import { orRefuse } from '../read-program.ts';
import { type Answers, answersSchema, type ReadAnswers } from './answers.ts';
import { type Ask, askAnswers } from './ask-answers.ts';
import { nameColumns } from './ask-columns.ts';
import { matchAnswers } from './match-answers.ts';
import type { Scanned } from './tally-codes.ts';

/** Where answers come from: a file, or else a person. */
export interface AnswersPlace {
  readonly file: string | undefined;
  readonly ask: Ask | undefined;
}

/** With the tallies as the answers name their columns. */
export async function readAnswers(
  { file, ask }: AnswersPlace,
  found: Scanned,
): Promise<{ readonly answers: Answers; readonly scanned: Scanned }> {
  const { value, place } = await given({ file, ask }, found);
  const columns = nameColumns(found, value.columns, file ?? 'answers');
  const scanned =
    Object.keys(value.columns).length === 0
      ? found
      : orRefuse(columns.ok ? columns : refuse(columns.problems.map(place)), DO_NOT_FIT);
  const { areas, atArea } = await areasOf(value);
  const of = file ?? 'answers';
  const matched = matchAnswers({ ...value, areas }, scanned, of);
  // One of a tally has its place already.
  const placed = (problem: Problem) => (problem.file === of ? (atArea(problem) ?? place(problem)) : problem);
  return {
    answers: orRefuse(matched.ok ? matched : refuse(matched.problems.map(placed)), DO_NOT_FIT),
    scanned,
  };
}

const DO_NOT_FIT = 'The answers do not fit the tallies. Mend them, then try again.';

type Given = ReturnType<typeof answersSchema.parse>;

async function given({ file, ask }: AnswersPlace, scanned: Scanned): Promise<Written<Given>> {
  if (file !== undefined) return await answersIn(file);
  if (ask === undefined)
    throw new UsageError('Nobody can answer here. Give the answers in a file, with --answers FILE.');
  return { value: answersSchema.parse(await askAnswers(ask, scanned)), place: (problem) => problem };
}

async function answersIn(file: string): Promise<Written<Given>> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new UsageError(`${file} is missing or cannot be read.`);
  const help = 'docs/operator.md lists the answers ("A new program").';
  return orRefuse(
    readWritten(text, file, answersSchema, help),
    `${file} has faults. Mend them, then try again.`,
  );
}

interface ReadAreas {
  readonly areas: ReadAnswers['areas'];
  /** A problem of an area of the file at its row there; undefined for any other. */
  readonly atArea: (problem: Problem) => Problem | undefined;
}

async function areasOf({ areas }: Given): Promise<ReadAreas> {
  if (typeof areas !== 'string') return { areas, atArea: () => undefined };
  const { file, rows } = orRefuse(await areasIn(areas), 'The file of areas has faults.');
  const atArea = (problem: Problem) => {
    const [, at, column = ''] = /^areas\.(\d+)\.(.*)$/.exec(problem.column) ?? [];
    return at === undefined ? undefined : { ...problem, file, line: valueAt(rows, Number(at)).line, column };
  };
  return { areas: rows.map(({ line: _, ...area }) => area), atArea };
}

interface AreaFile {
  readonly file: string;
  readonly rows: readonly (ReadAnswers['areas'][number] & { readonly line: number })[];
}

/** Columns `area` and, where areas lie in districts, `district`; `code` where the tallies have another name. */
async function areasIn(path: string): Promise<Checked<AreaFile>> {
  const rows: AreaFile['rows'][number][] = [];
  const problems: Problem[] = [];
  let places: number[] = [];
  const names = ['area', 'district', 'code'];
  const { file, read } = await openTable(tableName(path), names.slice(0, 2));
  const stop = await read({
    open: (header) => {
      places = names.map((name) => header.findIndex((title) => title.trim().toLowerCase() === name));
    },
    row: (fields, line) => {
      const [area = '', district = '', code = ''] = places.map((at) =>
        at in fields ? valueAt(fields, at).trim() : '',
      );
      if (area === '') return;
      rows.push({ area, line, ...(district && { district }), ...(code && { code }) });
    },
    fault: (line, fault, column = '') => void problems.push({ file, line, column, ...fault }),
  });
  if (stop !== undefined) problems.push(stop);
  if (problems.length === 0 && rows.length === 0)
    problems.push({ file, line: 1, column: 'area', ...NO_AREAS });
  return problems.length > 0 ? refuse(problems) : accept({ file, rows });
}

const NO_AREAS = {
  code: 'no-areas',
  message: 'The file has no column "area", or nothing in it.',
  fix: 'Name the columns "area" and, where areas lie in districts, "district".',
};
