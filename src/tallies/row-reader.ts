/** Checks the rows of one tally file against its columns and puts them into grids. */
import { TOTAL } from '../model/codelist.ts';
import type { Column, Place } from './column.ts';
import type { Fault } from './fault.ts';
import { type GridStore, MOST_CELLS, openGridStore, type Slot } from './grid-store.ts';
import { type Header, personalFault, strangerFault } from './header.ts';
import { markOfValue, type PersonMark } from './person-marks.ts';
import type { ProblemLog } from './problem-log.ts';
import { wrongWidth } from './split-rows.ts';
import { countFault, parseCount, peopleFault } from './whole-count.ts';

/** Values of an undeclared column that are looked at. */
const SAMPLE_ROWS = 500;

/** One file being read: what it must look like, and what has been seen of it so far. */
export interface Reading {
  readonly columns: readonly Column[];
  readonly withPeople: boolean;
  readonly header: Header;
  /** Faults of the columns; they are told first, however many rows are at fault. */
  readonly door: ProblemLog;
  readonly log: ProblemLog;
  readonly store: GridStore;
  /** Values of each undeclared column. */
  readonly samples: readonly string[][];
  /** Declared columns in which something stood that looks like a record of a person. */
  readonly marks: Map<string, PersonMark>;
  readonly seen: { rows: number; setAside: number; totals: number; full: boolean };
}

export function openReading(
  columns: readonly Column[],
  withPeople: boolean,
  header: Header,
  door: ProblemLog,
  log: ProblemLog,
): Reading {
  for (const { column, fault } of header.faults) door.report(1, column, fault);
  const store = openGridStore(columns, withPeople);
  const samples = header.strangers.map((): string[] => []);
  const seen = { rows: 0, setAside: 0, totals: 0, full: false };
  return { columns, withPeople, header, door, log, store, samples, marks: new Map(), seen };
}

/** Checks one row and keeps it. Rows of a file whose columns are at fault are checked only. */
export function readRow(reading: Reading, row: readonly string[], line: number): void {
  const { header, log, seen } = reading;
  if (row.every((field) => field === '')) return;
  seen.rows += 1;
  if (row.length !== header.width) {
    log.report(line, '', wrongWidth(row.length, header.width));
    return;
  }
  if (seen.rows <= SAMPLE_ROWS)
    for (const [index, at] of header.strangers.entries()) reading.samples[index]?.push(row[at] ?? '');
  const places = readPlaces(row, line, reading);
  const values = readValues(row, line, reading);
  if (places === 'set-aside') seen.setAside += 1;
  else if (places !== undefined && values !== undefined) keepRow(reading, places, values, line);
}

/** Reports what only the whole file shows (if all of it was read), and returns what was kept. */
export function finishReading(reading: Reading, whole: boolean): { slots: Slot[]; setAside: number } {
  const { header, door, log, samples, marks, seen, store } = reading;
  for (const [index, { name, title }] of header.strangers
    .map((at) => header.columns[at] ?? NO_COLUMN)
    .entries()) {
    door.report(1, title, strangerFault(name, title, samples[index] ?? []));
  }
  for (const [column, mark] of marks)
    door.report(1, column, personalFault(column, mark, 'looks as if it held'));
  for (const fault of whole ? wholeFileFaults(seen) : []) log.report(0, '', fault);
  return { slots: store.slots(), setAside: seen.setAside };
}

const NO_COLUMN = { name: '', title: '' };

/** The place of each code, `set-aside`, or undefined after a fault. */
function readPlaces(
  row: readonly string[],
  line: number,
  reading: Reading,
): readonly Place[] | 'set-aside' | undefined {
  const places: Place[] = [];
  let setAside = false;
  let faults = 0;
  for (const column of reading.columns) {
    const at = reading.header.positions.get(column.name);
    if (at === undefined) continue;
    const place = column.places.get(row[at] ?? '') ?? refuseCode(row[at] ?? '', column, line, reading);
    if (place === undefined) faults += 1;
    else if (place === 'set-aside') setAside = true;
    else places.push(place);
  }
  if (faults > 0) return undefined;
  return setAside ? 'set-aside' : places;
}

/** Reports why a text has no place in its column, unless its row is to be set aside. */
function refuseCode(
  text: string,
  column: Column,
  line: number,
  { log, marks }: Reading,
): 'set-aside' | undefined {
  const why = column.explain(text);
  if (why === 'set-aside') return why;
  log.report(line, column.name, why);
  const mark = column.name === 'period' || marks.has(column.name) ? undefined : markOfValue(text);
  if (mark !== undefined) marks.set(column.name, mark);
  return undefined;
}

interface Values {
  readonly count: number;
  /** -1 where the measure does not carry people. */
  readonly people: number;
}

/** The counts of a row, or undefined after a fault. */
function readValues(
  row: readonly string[],
  line: number,
  { header, log, withPeople }: Reading,
): Values | undefined {
  const count = readCount(row, line, 'count', header, log);
  const people = withPeople ? readCount(row, line, 'people', header, log) : -1;
  if (count < 0 || (withPeople && people < 0)) return undefined;
  const fault = withPeople ? peopleFault(count, people) : undefined;
  if (fault === undefined) return { count, people };
  log.report(line, 'people', fault);
  return undefined;
}

function readCount(
  row: readonly string[],
  line: number,
  column: string,
  { positions }: Header,
  log: ProblemLog,
): number {
  const at = positions.get(column);
  if (at === undefined) return -1;
  const text = row[at] ?? '';
  const count = parseCount(text);
  if (count < 0) log.report(line, column, countFault(text));
  return count;
}

function keepRow(
  { columns, header, log, seen, store }: Reading,
  places: readonly Place[],
  { count, people }: Values,
  line: number,
): void {
  if (header.faults.length > 0 || header.strangers.length > 0 || seen.full) return;
  if (columns[0]?.levels[places[0]?.level ?? 0] === TOTAL) seen.totals += 1;
  const placed = store.put(places, count, people, line);
  if (placed.kind === 'duplicate') log.report(line, '', duplicate(placed.line));
  if (placed.kind !== 'too-large') return;
  seen.full = true;
  log.report(line, '', tooLarge(placed.cells));
}

function duplicate(earlier: number): Fault {
  const message = `Line ${earlier} has the same period and codes.`;
  return {
    code: 'duplicate-key',
    message,
    fix: 'Keep one row per period and codes; do not add them up without asking why there are two.',
  };
}

function tooLarge(cells: number): Fault {
  const message = `The row asks for a table of ${cells} cells; ${MOST_CELLS} are the most that fit in one file.`;
  return {
    code: 'grid-too-large',
    message,
    fix: 'Declare fewer dimensions, or give coarser codes (areas by district, months by year).',
  };
}

/**
 * A file without a row is refused: it is a failed export far more often than a program that served nobody,
 * and would be published as zeros. A true zero is a row with count 0.
 */
function wholeFileFaults({ rows, setAside, totals }: Reading['seen']): Fault[] {
  if (rows === 0) {
    return [
      {
        code: 'no-rows',
        message: 'The file has a header and no rows.',
        fix: 'Export it again; if nobody was served, give rows with count 0.',
      },
    ];
  }
  if (rows === setAside) {
    return [
      {
        code: 'no-rows',
        message: 'All rows lie after the end of the release.',
        fix: 'Make the release of a later quarter, or export the tally again.',
      },
    ];
  }
  if (totals === 0 || setAside === 0) return [];
  const message =
    'The file gives a total over all periods (_T) and rows after the end of the release, so the total runs too far.';
  return [
    {
      code: 'total-too-long',
      message,
      fix: 'Give periods instead of the total, or leave out the rows after the end.',
    },
  ];
}
