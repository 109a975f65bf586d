/** Reads every tally file of a program: `<folder>/<measure>.csv`. The only room that sees confidential rows. */
import { join } from 'node:path';
import { countsActs } from '../model/docket-plan.ts';
import type { MonthNumber } from '../model/period.ts';
import { accept, type Checked, type Problem, refuse } from '../model/problem.ts';
import { type Program, programCodelists } from '../model/program.ts';
import { measureCodelists } from '../model/shape.ts';
import { type ReadMeasure, readMeasure } from './read-measure.ts';

export interface TalliesRequest {
  readonly program: Program;
  /** The last month that the release closes. */
  readonly end: MonthNumber;
  readonly folder: string;
}

/**
 * The tallies of all measures, in the order of `program.json`, or every problem of every file. The docket
 * has files of another form and is not read here. Nothing is read without periods.
 */
export async function readTallies({ program, end, folder }: TalliesRequest): Promise<Checked<ReadMeasure[]>> {
  const { period: plan } = program;
  if (plan === undefined) return accept([]);
  const codelists = programCodelists(program, end);
  const read: ReadMeasure[] = [];
  const problems: Problem[] = [];
  for (const measure of program.measures.filter(({ id }) => !countsActs(id))) {
    const lists = measureCodelists(measure, codelists);
    const result = await readMeasure({
      path: join(folder, `${measure.id}.csv`),
      measure,
      codelists: lists,
      plan,
      end,
      late: 'set-aside',
    });
    if (result.ok) read.push(result.value);
    else problems.push(...result.problems);
  }
  return problems.length > 0 ? refuse(problems) : accept(read);
}
