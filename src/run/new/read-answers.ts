/** Answers from a file or from the person at the terminal, with the areas from the office's own file. */
import { readFile } from 'node:fs/promises';
import { openTable, tableName } from '../../input/open-table.ts';
import { valueAt } from '../../model/look-up.ts';
import { accept, type Checked, type Problem, refuse } from '../../model/problem.ts';
import { readWritten } from '../../model/written-json.ts';
import { UsageError } from '../command.ts';
import { orRefuse } from '../read-program.ts';
import { type Answers, answersSchema } from './answers.ts';
import { type Ask, askAnswers } from './ask-answers.ts';
import type { Scanned } from './make-program.ts';

/** Where answers come from: a file, or else a person. */
export interface AnswersPlace {
  readonly file: string | undefined;
  readonly ask: Ask | undefined;
}

export async function readAnswers({ file, ask }: AnswersPlace, scanned: Scanned): Promise<Answers> {
  if (file !== undefined) return await withAreas(await answersIn(file));
  if (ask === undefined)
    throw new UsageError('Nobody can answer here. Give the answers in a file, with --answers FILE.');
  return await withAreas(answersSchema.parse(await askAnswers(ask, scanned)));
}

async function answersIn(file: string): Promise<ReturnType<typeof answersSchema.parse>> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new UsageError(`${file} is missing or cannot be read.`);
  const help = 'docs/operator.md lists the answers ("A new program").';
  return orRefuse(
    readWritten(text, file, answersSchema, help),
    `${file} has faults. Mend them, then try again.`,
  ).value;
}

async function withAreas(answers: ReturnType<typeof answersSchema.parse>): Promise<Answers> {
  const { areas } = answers;
  if (typeof areas !== 'string') return { ...answers, areas };
  return { ...answers, areas: orRefuse(await areasIn(areas), 'The file of areas has faults.') };
}

/** Columns `area` and, where areas lie in districts, `district`. */
async function areasIn(path: string): Promise<Checked<Answers['areas']>> {
  const rows: Answers['areas'] = [];
  const problems: Problem[] = [];
  let [area, district] = [-1, -1];
  const names = ['area', 'district'];
  const { file, read } = await openTable(tableName(path), names);
  const stop = await read({
    open: (header) => {
      [area, district] = names.map((name) =>
        header.findIndex((title) => title.trim().toLowerCase() === name),
      ) as [number, number];
    },
    row: (fields) => {
      const at = (place: number) => (place in fields ? valueAt(fields, place).trim() : '');
      if (at(area) === '') return;
      rows.push({ area: at(area), ...(at(district) === '' ? {} : { district: at(district) }) });
    },
    fault: (line, fault, column = '') => void problems.push({ file, line, column, ...fault }),
  });
  if (stop !== undefined) problems.push(stop);
  if (problems.length === 0 && rows.length === 0)
    problems.push({ file, line: 1, column: 'area', ...NO_AREAS });
  return problems.length > 0 ? refuse(problems) : accept(rows);
}

const NO_AREAS = {
  code: 'no-areas',
  message: 'The file has no column "area", or nothing in it.',
  fix: 'Name the columns "area" and, where areas lie in districts, "district".',
};
