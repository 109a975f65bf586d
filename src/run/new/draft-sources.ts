/** `sources.json` of a new program whose office counts in a database or in large files: every key in its place, with names to be put right. */
import { countsRequests } from '../../program/docket-plan.ts';
import type { Measure, Program } from '../../program/program.ts';
import { IN_FILES } from '../../tallies/sources/engine.ts';

/** Measures that the database counts: requests have files of their own. */
export function countedElsewhere({ measures }: Program): readonly Measure[] {
  return measures.filter(({ id }) => !countsRequests(id));
}

/** As it is written. Tables and columns are called as the program calls what they have. */
export function draftSources(program: Program, database: string): string {
  const measures = countedElsewhere(program).map((measure) => [measure.id, sourceOf(measure, database)]);
  return `${JSON.stringify({ database, measures: Object.fromEntries(measures) }, null, 2)}\n`;
}

/** A flow is counted by the day; a stock has its period in a column, since it is as of the end of one. */
function sourceOf({ id, kind, dimensions, people }: Measure, database: string): object {
  const name = id.replaceAll('-', '_');
  return {
    from: database === IN_FILES ? `${name}_rows.csv` : `public.${name}`,
    period: kind === 'flow' ? { day: 'day' } : { code: 'period' },
    dimensions: Object.fromEntries(dimensions.map((one) => [one, one])),
    ...(people ? { person: 'person' } : {}),
  };
}
