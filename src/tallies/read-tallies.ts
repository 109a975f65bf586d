/** Reads every tally file of a program: `<folder>/<measure>.csv`. The only room that sees confidential rows. */
import { join } from 'node:path';
import type { Headings } from '../input/columns.ts';
import { countsRequests, keepsTotals } from '../program/docket-plan.ts';
import type { MonthNumber } from '../program/period.ts';
import { type Program, programCodelists } from '../program/program.ts';
import { accept, type Checked } from '../reading/problem.ts';
import { measureCodelists } from '../system/shape.ts';
import { readTotals } from './docket/request-totals.ts';
import { type ReadMeasure, readMeasure } from './read-measure.ts';

export interface TalliesRequest {
  readonly program: Program;
  /** The last month that the release closes. */
  readonly end: MonthNumber;
  readonly folder: string;
}

/**
 * The tallies of each measure, or every problem of its file, in the order of `program.json`. The docket has files of
 * another form and is not read here; totals of requests stand last. Nothing is read without periods.
 */
export async function readTallies({ program, end, folder }: TalliesRequest): Promise<Checked<ReadMeasure>[]> {
  const { period: plan } = program;
  if (plan === undefined) return [];
  const codelists = programCodelists(program, end);
  const headings = headingsOf(program);
  const read: Checked<ReadMeasure>[] = [];
  for (const measure of program.measures.filter(({ id }) => !countsRequests(id))) {
    const lists = measureCodelists(measure, codelists);
    const path = join(folder, `${measure.id}.csv`);
    read.push(await readMeasure({ path, measure, codelists: lists, headings, plan, end, late: 'set-aside' }));
  }
  if (keepsTotals(program)) {
    const totals = await readTotals({ program, codelists, folder, end, late: 'set-aside' });
    read.push(...(totals.ok ? totals.value.map(accept) : [totals]));
  }
  return read;
}

/** The labels of dimensions: a spreadsheet's columns are often headed by what readers see. */
export function headingsOf({ dimensions }: Pick<Program, 'dimensions'>): Headings {
  return new Map(dimensions.map(({ id, label }) => [id, label]));
}
