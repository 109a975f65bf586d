/** Tables in the folder of tallies that nothing reads, because their names say nothing of what they count. */
import { tableName } from '../../input/open-table.ts';
import { RefusedError } from '../../release/refused-error.ts';
import { DOCKET_FILES } from '../../tallies/docket/docket-source.ts';
import { TOTALS_FILE } from '../../tallies/docket/request-totals.ts';
import type { Effects } from '../effects.ts';
import { MEASURE_IDS } from './answers.ts';
import type { Ask } from './ask-answers.ts';

const MEASURE_FILES: readonly string[] = MEASURE_IDS.map((id) => `${id}.csv`);
/** With that of the areas, which the answers may name. */
const READ = [...MEASURE_FILES, ...DOCKET_FILES, TOTALS_FILE, 'areas.csv'];

/** Of the `names` of a folder's files, those of tables that are not read. */
export function unreadTables(names: readonly string[]): string[] {
  return names
    .filter((name) => /^(?!\.|~\$).*\.(csv|tsv|xlsx|xlsm|xls|ods)$/i.test(name))
    .filter((name) => !READ.includes(tableName(name)))
    .toSorted();
}

/** Says at once which files are not read. Where no tally is, a person says whether to go on. */
export async function tellUnread(
  names: readonly string[],
  ask: Ask | undefined,
  { print }: Pick<Effects, 'print'>,
): Promise<void> {
  const unread = unreadTables(names);
  for (const name of unread) print(unreadLine(name));
  if (unread.length === 0 || hasTally(names) || ask === undefined) return;
  const on = await ask.choose('No tally is read then.', {
    stop: 'stop here: a file is to be named anew',
    on: 'go on: none of them is a tally',
  });
  if (on === 'stop') throw stopped(unread);
}

/** Refuses where the answers of a file say nothing of tables that are not read: a database may count them. */
export function refuseUnread(names: readonly string[], database: string | undefined): void {
  const unread = unreadTables(names);
  if (unread.length > 0 && !hasTally(names) && database === undefined) throw stopped(unread);
}

const hasTally = (names: readonly string[]): boolean =>
  names.some((name) => MEASURE_FILES.includes(tableName(name)));

function stopped(unread: readonly string[]): RefusedError {
  return new RefusedError(
    'input',
    `No tally is read: ${unread.join(', ')} ${unread.length === 1 ? 'is' : 'are'} not named by what is counted. ` +
      `Name a file ${NAMES}, or move away what is no tally, then begin again. Nothing was written.`,
  );
}

const NAMES = `${MEASURE_IDS.map((id) => `${id}.xlsx`)
  .join(', ')
  .replace(/, (?=[^,]*$)/, ' or ')} (or .csv, .tsv)`;

function unreadLine(name: string): string {
  return `${name} is not read: a file is read when it is named by what it counts, ${NAMES}.`;
}
