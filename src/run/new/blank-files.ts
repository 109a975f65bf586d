/** A blank file, its header alone, for every confidential input of a program. */
import { countsRequests, keepsTotals } from '../../program/docket-plan.ts';
import type { Program } from '../../program/program.ts';
import { EVENT_COLUMNS } from '../../tallies/docket/docket-events.ts';
import { REQUEST_COLUMNS } from '../../tallies/docket/docket-requests.ts';
import { EVENTS_FILE, REQUESTS_FILE, ZEROS_FILE } from '../../tallies/docket/docket-source.ts';
import { ZERO_COLUMNS } from '../../tallies/docket/docket-zeros.ts';
import { TOTALS_FILE, totalsColumns } from '../../tallies/docket/request-totals.ts';
import { tallyColumns } from '../../tallies/read-measure.ts';

export interface BlankFile {
  readonly path: string;
  readonly columns: readonly string[];
}

export function blankFiles(program: Program): BlankFile[] {
  const { measures, docket } = program;
  const tallied = measures.filter(({ id }) => !countsRequests(id));
  return [
    ...tallied.map((measure) => ({ path: `${measure.id}.csv`, columns: tallyColumns(measure) })),
    ...(docket === undefined ? [] : requestFiles(program)),
  ];
}

function requestFiles(program: Program): BlankFile[] {
  if (keepsTotals(program)) return [{ path: TOTALS_FILE, columns: totalsColumns(program) }];
  return [
    { path: REQUESTS_FILE, columns: REQUEST_COLUMNS },
    { path: EVENTS_FILE, columns: EVENT_COLUMNS },
    { path: ZEROS_FILE, columns: ZERO_COLUMNS },
  ];
}
