/**
 * A docket with a batch of corrections in it. Files have the names and columns of the docket's own:
 *
 *   corrections/legal-requests.csv                  a request that came to light late, or one row in the place of that of its id
 *   corrections/legal-request-events.csv            what happened besides
 *   corrections/certified-zeros.csv                 certificates besides
 *   corrections/removed/<the same files>            rows that should not stand, as the docket has them; with a request goes
 *                                                   what happened to it
 *
 * All of it is of days that a release has closed, but for what happened since to a request that came to light late.
 */

import { join } from 'node:path';
import { valueAt } from '../../indexes/look-up.ts';
import { hasTable } from '../../input/open-table.ts';
import { type MonthNumber, monthNumber, periodMonths } from '../../program/period.ts';
import type { Fault, Problem } from '../../reading/problem.ts';
import { openProblemLog, type ProblemLog } from '../problem-log.ts';
import { type StreamedRows, streamRows, type TakeRow } from '../row-stream.ts';
import { type DocketSource, EVENTS_FILE, REQUESTS_FILE } from './docket-source.ts';

export const REMOVED_FOLDER = 'removed';

export interface Corrections {
  /** The folder of the batch. */
  readonly folder: string;
  /** The last month that a release has closed. */
  readonly closed: MonthNumber;
  /** 1 to 12. */
  readonly fiscalYearStartMonth: number;
}

/** Reads `own` row by row; files are to be read in the order in which the docket reads them, requests first. */
export function correctedDocket(own: DocketSource, corrections: Corrections): DocketSource {
  const known = { removed: new Set<string>(), late: new Set<string>() };
  const place = (name: string) => join(corrections.folder, name);
  return {
    stream: async (name, columns, take) => {
      const batch = {
        added: await loadRows(place(name), columns),
        removed: await loadRows(place(join(REMOVED_FOLDER, name)), columns),
      };
      const merged = await mergeRows(own, openFile(name, columns), batch, known, corrections, take);
      return {
        file: merged.file,
        problems: [...merged.problems, ...batch.added.problems(), ...batch.removed.problems()],
        isWhole: merged.isWhole && batch.added.isWhole && batch.removed.isWhole,
      };
    },
    has: (name) => own.has(name) || hasTable(place(name)),
  };
}

function noRows(file: string): StreamedRows {
  return { file, problems: [], isWhole: true };
}

interface LoadedRow {
  readonly fields: readonly string[];
  readonly line: number;
}

interface Loaded {
  readonly rows: readonly LoadedRow[];
  readonly log: ProblemLog;
  readonly problems: () => readonly Problem[];
  readonly isWhole: boolean;
}

async function loadRows(path: string, columns: readonly string[]): Promise<Loaded> {
  const rows: LoadedRow[] = [];
  const take: TakeRow = (fields, line) => void rows.push({ fields, line });
  const streamed = hasTable(path) ? await streamRows(path, columns, take) : noRows(path);
  const { file, problems, isWhole } = streamed;
  const log = openProblemLog(file);
  return { rows, log, isWhole, problems: () => [...problems, ...log.problems()] };
}

interface DocketFile {
  readonly name: string;
  readonly columns: readonly string[];
  /** The first column, which faults of a whole row are told of. */
  readonly first: string;
  /** What stands first: of requests and of what happened to them the id. */
  readonly idOf: (fields: readonly string[]) => string;
}

function openFile(name: string, columns: readonly string[]): DocketFile {
  const [first] = columns;
  if (first === undefined) throw new Error(`internal error: "${name}" has no columns`);
  return { name, columns, first, idOf: ([id = '']) => id };
}

/** Requests of which the batch takes the rows away, and those that the docket does not have. */
interface KnownRequests {
  readonly removed: Set<string>;
  readonly late: Set<string>;
}

/** The docket's own rows but those that go, then those of the batch. */
async function mergeRows(
  own: DocketSource,
  file: DocketFile,
  { added, removed }: Readonly<Record<'added' | 'removed', Loaded>>,
  known: KnownRequests,
  corrections: Corrections,
  take: TakeRow,
): Promise<StreamedRows> {
  const isRequests = file.name === REQUESTS_FILE;
  const nameOf = (fields: readonly string[]) => (isRequests ? file.idOf(fields) : keyOf(fields));
  const going = new Map(removed.rows.map((row) => [keyOf(row.fields), row]));
  const coming = new Map(added.rows.map((row) => [nameOf(row.fields), row]));
  const found = { gone: new Set<string>(), ids: new Set<string>() };
  const takeOwn: TakeRow = (fields, line, log) => {
    const other = coming.get(nameOf(fields));
    const isGoing = going.has(keyOf(fields));
    found.ids.add(file.idOf(fields));
    if (isGoing) found.gone.add(keyOf(fields));
    if (isGoing || (file.name === EVENTS_FILE && known.removed.has(file.idOf(fields)))) return;
    if (other === undefined) take(fields, line, log);
    else if (keyOf(other.fields) === keyOf(fields)) added.log.report(other.line, file.first, NO_CHANGE);
  };
  const streamed = own.has(file.name)
    ? await own.stream(file.name, file.columns, takeOwn)
    : noRows(file.name);
  for (const [key, row] of going) {
    if (found.gone.has(key)) reportOpen(row, file, removed.log, corrections);
    else removed.log.report(row.line, file.first, NO_ROW);
    if (isRequests && !coming.has(file.idOf(row.fields))) known.removed.add(file.idOf(row.fields));
  }
  for (const row of added.rows) {
    const id = file.idOf(row.fields);
    if (isRequests && !found.ids.has(id)) known.late.add(id);
    if (file.name !== EVENTS_FILE || !known.late.has(id)) reportOpen(row, file, added.log, corrections);
    take(row.fields, row.line, added.log);
  }
  return streamed;
}

function keyOf(fields: readonly string[]): string {
  return JSON.stringify(fields.map((field) => field.trim()));
}

/** Reports a row of a day or period that no release has closed. */
function reportOpen(
  { fields, line }: LoadedRow,
  { name, columns }: DocketFile,
  log: ProblemLog,
  { closed, fiscalYearStartMonth }: Corrections,
): void {
  const title = columns.find((column) => WHEN.includes(column));
  if (title === undefined) throw new Error(`internal error: nothing says when in "${name}"`);
  const text = valueAt(fields, columns.indexOf(title));
  const day = /^(\d{4}-\d{2})-\d{2}$/.exec(text)?.[1];
  const last = day === undefined ? periodMonths(text, fiscalYearStartMonth)?.[1] : monthNumber(day);
  if (last !== undefined && last > closed) log.report(line, title, NEVER_CLOSED);
}

/** The columns that say of when a row is, one in each file. */
const WHEN: readonly string[] = ['received_on', 'date', 'period'];

const NEVER_CLOSED: Fault = {
  code: 'period-not-closed',
  message: 'No release has closed this day or period yet, so there is nothing to correct.',
  fix: 'Correct the row in the docket itself, and take it out here.',
};

const NO_ROW: Fault = {
  code: 'nothing-to-correct',
  message: 'The docket has no such row, so there is none to remove.',
  fix: 'Copy the row as it stands in the docket. If a release has carried the batch, the docket should say so too by now: take the folder away.',
};

const NO_CHANGE: Fault = {
  code: 'no-change',
  message: 'The docket has this row already, so it corrects nothing.',
  fix: 'Take it out. If a release has carried the batch, all of it belongs into the docket now, and the folder away.',
};
