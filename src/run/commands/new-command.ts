/**
 * `npm run new -- <program> --tallies DIR [--answers FILE]`: begins a program. It asks, or reads the answers from a file;
 * where the folder has tallies already it proposes their dimensions, and the tables that they can carry. Writes
 * `program.json` and blank files of the inputs that are missing, and nothing over a file that is there.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { hasTable } from '../../input/open-table.ts';
import type { MonthNumber } from '../../program/period.ts';
import type { Program, Table } from '../../program/program.ts';
import { formatCsv } from '../../reading/csv.ts';
import { acceptAll } from '../../reading/problem.ts';
import { RefusedError } from '../../release/refused-error.ts';
import { type ScannedTable, scanTable } from '../../tallies/scan-table.ts';
import { parseSources, SOURCES_FILE } from '../../tallies/sources/source-file.ts';
import { type ExitCode, endWith, readArgs, UsageError } from '../command.ts';
import type { Effects } from '../effects.ts';
import { lotteryOf } from '../lottery/open-lottery.ts';
import { KEY_FILE, readKey } from '../lottery/secret-key.ts';
import { MEASURE_IDS, type MeasureId } from '../new/answers.ts';
import type { Ask } from '../new/ask-answers.ts';
import { askColumns, columnLines } from '../new/ask-columns.ts';
import { blankFiles } from '../new/blank-files.ts';
import { countedElsewhere, draftSources } from '../new/draft-sources.ts';
import { keepAnswers } from '../new/kept-answers.ts';
import { makeProgram } from '../new/make-program.ts';
import { askCodes, meantCodes, nearCodes, refuseCodes } from '../new/near-codes.ts';
import { nextLines } from '../new/next-lines.ts';
import { type Candidate, levelsOf, proposeTables, tableOf } from '../new/propose-tables.ts';
import { readAnswers } from '../new/read-answers.ts';
import { programOf, readAll, refuseFaults, type Tallied } from '../new/read-tallied.ts';
import { gapLines, type Scanned } from '../new/tally-codes.ts';
import { refuseUnread, tellUnread } from '../new/unread-tables.ts';
import { isFolder, isInside, type Places, shippedPlaces } from '../places.ts';
import { orRefuse } from '../read-program.ts';
import { align } from '../release/report.ts';
import { step } from '../step.ts';
import { openPool } from '../workers/pool.ts';

/** `ask` is undefined where nobody can answer. */
export function newCommand(
  args: readonly string[],
  effects: Effects,
  ask: Ask | undefined,
  places: Places = shippedPlaces,
): Promise<ExitCode> {
  return endWith(() => run(parse(args), effects, ask, places), 'new', effects);
}

interface Options {
  readonly id: string;
  readonly tallies: string;
  readonly answers: string | undefined;
}

function parse(args: readonly string[]): Options {
  const { values, positionals } = readArgs(args, {
    tallies: { type: 'string' },
    answers: { type: 'string' },
  });
  const [id = '', ...surplus] = positionals;
  if (surplus.length > 0 || values.tallies === undefined || !/^[a-z0-9][a-z0-9-]*$/.test(id))
    throw new UsageError(
      'Name the program in small letters, digits and dashes, and with --tallies the folder of its tallies.',
    );
  return { id, tallies: values.tallies, answers: values.answers };
}

async function run(
  { id, tallies, answers: file }: Options,
  effects: Effects,
  ask: Ask | undefined,
  places: Places,
): Promise<ExitCode> {
  await refusePlaces(id, tallies, effects, places);
  const names = await effects.disk.list(tallies);
  const kept =
    file === undefined && ask !== undefined ? await keepAnswers(ask, id, tallies, effects) : undefined;
  try {
    await begin({ id, tallies, file }, names, kept?.ask, effects, places);
  } catch (error) {
    const where = await kept?.keep();
    if (where !== undefined)
      effects.print(
        `Your answers are kept in ${where}, and are offered again when you call this command again.`,
      );
    throw error;
  }
  await kept?.forget();
  return 0;
}

interface Begun {
  readonly id: string;
  readonly tallies: string;
  /** Of answers. */
  readonly file: string | undefined;
}

async function begin(
  { id, tallies, file }: Begun,
  names: readonly string[],
  person: Ask | undefined,
  effects: Effects,
  places: Places,
): Promise<void> {
  await tellUnread(names, person, effects);
  const found = await scanAll(tallies);
  const end = closedBy(found);
  if (end !== undefined) await refuseFaults(id, { scanned: found, folder: tallies, end });
  if (person !== undefined) await askCodes(person, nearCodes(found, []));
  const asked = person === undefined ? found : await askColumns(person, found);
  const { answers, scanned } = await readAnswers({ file, ask: person }, asked);
  if (person === undefined) {
    refuseUnread(names, answers.database);
    refuseCodes(nearCodes(scanned, meantCodes(answers)));
  }
  const draft = makeProgram(id, answers, scanned);
  const program = programOf(draft);
  const tables =
    end === undefined
      ? plainTables(program)
      : await proposed(program, { scanned, folder: tallies, end }, effects);
  programOf({ ...draft, tables });
  const text = `${JSON.stringify({ ...draft, tables: tables.map(({ weight: _, ...table }) => table) }, null, 2)}\n`;
  for (const line of [...columnLines(scanned), ...gapLines(answers, scanned)]) effects.print(line);
  const { database } = answers;
  const blanks = await write(program, { text, database }, tallies, effects, places);
  for (const line of nextLines(program, tallies, { end, blanks, database }, await effects.disk.list(tallies)))
    effects.print(line);
}

async function refusePlaces(id: string, tallies: string, { disk }: Effects, places: Places): Promise<void> {
  const refused = (code: 'exists' | 'tallies-place', message: string) => new RefusedError(code, message);
  if ((await disk.list(places.programs)).includes(id)) {
    const folder = join(places.programs, id);
    const isReleased = (await disk.list(join(folder, 'releases'))).length > 0;
    const or = isReleased ? '' : `, or remove the folder ${folder}: nothing was released from it`;
    throw refused('exists', `${folder} exists and is not written over. Choose another name${or}.`);
  }
  if (!(await isFolder(tallies)))
    throw refused(
      'tallies-place',
      `There is no folder ${tallies}. Make it first, with your tallies in it if there are any.`,
    );
  if (await isInside(tallies, places.repository))
    throw refused(
      'tallies-place',
      `${tallies} lies inside the repository, where tallies could be published by accident. Name a folder outside of it.`,
    );
}

/** Of every measure that has a tally. */
async function scanAll(folder: string): Promise<Scanned> {
  const there = MEASURE_IDS.filter((measure) => hasTable(join(folder, `${measure}.csv`)));
  const scans = await Promise.all(there.map((measure) => scanTable(join(folder, `${measure}.csv`))));
  const tables = orRefuse(acceptAll(scans), 'A tally has faults. Mend them, then try again.');
  return new Map(
    there.map((measure, at): [MeasureId, ScannedTable] => [measure, tables[at] as ScannedTable]),
  );
}

/** The last month of the last quarter that all tallies have whole. */
function closedBy(scanned: Scanned): MonthNumber | undefined {
  if (scanned.size === 0) return undefined;
  const last = Math.min(...[...scanned.values()].map((table) => table.last));
  return last - ((last + 1) % 3);
}

async function proposed(program: Program, tallied: Tallied, effects: Effects): Promise<readonly Table[]> {
  const { folder, end } = tallied;
  const { program: alone, read } = await readAll(program, tallied);
  const hasKey = (await effects.disk.list(folder)).includes(KEY_FILE);
  const key = hasKey ? await readKey(folder, program) : randomBytes(32);
  const lottery = lotteryOf(program, key);
  const pool = await openPool(1);
  const candidates = await step('Protect tables that could be published', effects, () =>
    proposeTables({ program: alone, end, read, lottery }, pool),
  );
  for (const line of candidateLines(candidates)) effects.print(line);
  return candidates.filter(({ taken }) => taken).map(({ table }) => table);
}

function candidateLines(candidates: readonly Candidate[]): string[] {
  const rows = candidates.map(({ table, cells, withheld, taken }) => [
    table.title,
    withheld === undefined ? '' : String(cells),
    withheld === undefined ? 'refused' : String(withheld),
    taken ? 'taken' : 'left out',
  ]);
  return [
    'What each table would withhold by itself. For you alone, never to be published:',
    ...align([['table', 'cells', 'withheld', ''], ...rows]),
  ];
}

/** Of measures without a tally: their totals, and each dimension by itself. */
function plainTables(program: Program): Table[] {
  const [level = 'quarter'] = program.period?.levels ?? [];
  return program.measures
    .filter(({ id }) => MEASURE_IDS.some((one) => one === id))
    .flatMap((measure) =>
      [[], ...levelsOf(program, measure.dimensions).map((one) => [one])].map((split) =>
        tableOf(measure, level, split),
      ),
    );
}

/** Returns how many files are blank. What a database counts has none: `npm run tally` writes it. */
async function write(
  program: Program,
  { text, database }: { readonly text: string; readonly database: string | undefined },
  tallies: string,
  { disk, print }: Effects,
  { programs }: Places,
): Promise<number> {
  const counted = database === undefined ? [] : countedElsewhere(program).map(({ id }) => `${id}.csv`);
  const blanks = blankFiles(program).filter(
    ({ path }) => !hasTable(join(tallies, path)) && !counted.includes(path),
  );
  if (database !== undefined)
    await writeSources(program, database, join(tallies, SOURCES_FILE), { disk, print });
  for (const { path, columns } of blanks) {
    const file = join(tallies, path);
    await disk.writeNewFile(file, formatCsv({ header: columns, rows: [] }));
    print(`Wrote ${file}, blank.`);
  }
  const folder = join(programs, program.id);
  await disk.makeFolder(folder);
  await disk.writeNewFile(join(folder, 'program.json'), text);
  print(`Wrote ${join(folder, 'program.json')}.`);
  return blanks.length;
}

/** Not over one that is there. */
async function writeSources(
  program: Program,
  database: string,
  file: string,
  { disk, print }: Pick<Effects, 'disk' | 'print'>,
): Promise<void> {
  const text = draftSources(program, database);
  orRefuse(
    parseSources(text, file, program),
    'The address of the database is none. Correct it, then try again.',
  );
  if ((await disk.readIfThere(file)) !== undefined) return;
  await disk.writeNewFile(file, text);
  print(`Wrote ${file}.`);
}
