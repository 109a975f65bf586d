/** Checks the rows of one tally file against its columns and puts them into grids. */

import { valueAt } from '../indexes/look-up.ts';
import { HEADER_AGAIN, type Headings, isHeaderAgain, widthFault } from '../input/columns.ts';
import type { Separator } from '../input/separator.ts';
import { TOTAL } from '../program/codelist.ts';
import type { GivenRange } from '../program/count-range.ts';
import type { CellRange } from '../program/tally.ts';
import type { Fault } from '../reading/problem.ts';
import type { Column, Place } from './column.ts';
import { type GridStore, MOST_CELLS, openGridStore, type Slot } from './grid-store.ts';
import { type Header, type HeaderWatch, personalFault, watchHeader } from './header.ts';
import { markOfValue, type PersonMark } from './person-marks.ts';
import type { ProblemLog } from './problem-log.ts';
import { readRange } from './range-text.ts';
import type { NoteLog } from './read-notes.ts';
import { type AbsentRow, MIXED_COMMAS, parseCount, peopleFault, readCount } from './whole-count.ts';

/** What one file must look like. */
export interface TallyForm {
  /** The names of all columns of the file. */
  readonly wanted: readonly string[];
  readonly headings: Headings | undefined;
  readonly columns: readonly Column[];
  readonly withPeople: boolean;
  /** Whether a count may be given as a range. */
  readonly withRanges: boolean;
  readonly absent: AbsentRow;
}

/** Where what is found is told. */
export interface TallyLogs {
  /** Faults of the columns; they are told first, however many rows are at fault. */
  readonly door: ProblemLog;
  readonly log: ProblemLog;
  readonly notes: NoteLog;
}

/** One file being read, and what has been seen of it so far. */
export interface Reading extends TallyForm, TallyLogs {
  readonly header: Header;
  readonly separator: Separator;
  readonly store: GridStore;
  readonly watch: HeaderWatch;
  /** Declared columns in which something stood that looks like a record of a person. */
  readonly marks: Map<string, PersonMark>;
  /** Rows whose count is a range. */
  readonly ranges: RangeRow[];
  /** Ways in which a comma was written in a count. */
  readonly commas: Set<string>;
  readonly seen: {
    rows: number;
    setAside: number;
    totals: number;
    full: boolean;
  };
}

/** A row by its codes, column by column. */
export interface RangeRow extends CellRange {
  readonly line: number;
}

export function openReading(form: TallyForm, logs: TallyLogs, header: Header, separator: Separator): Reading {
  return {
    ...form,
    ...logs,
    header,
    separator,
    store: openGridStore(form.columns, form.withPeople),
    watch: watchHeader(header, form.wanted, form.headings),
    marks: new Map(),
    ranges: [],
    commas: new Set(),
    seen: { rows: 0, setAside: 0, totals: 0, full: false },
  };
}

/** Checks one row and keeps it. Rows of a file whose columns are at fault are checked only. */
export function readRow(reading: Reading, row: readonly string[], line: number): void {
  const { header, log, seen, watch } = reading;
  seen.rows += 1;
  if (!header.isHeader) {
    watch.see(row, line);
    return;
  }
  const width = row.length === header.width ? undefined : widthFault(row, header);
  if (width !== undefined) {
    log.report(line, '', width);
    return;
  }
  watch.see(row, line);
  const places = readPlaces(row, line, reading);
  if (places === 'header-again') log.report(line, '', HEADER_AGAIN);
  const values = places === 'header-again' ? undefined : readValues(row, line, reading);
  if (places === 'set-aside') seen.setAside += 1;
  else if (typeof places === 'object' && values !== undefined) keepRow(reading, places, values, line);
}

/** Reports what only the whole file shows (if all of it was read), and returns what was kept. */
export function finishReading(
  reading: Reading,
  whole: boolean,
): { slots: Slot[]; setAside: number; ranges: readonly RangeRow[] } {
  const { ranges, header, door, log, watch, marks, seen, store, columns, commas } = reading;
  const marked = [...marks].map(([column, mark]) => personalFault(column, mark, 'looks as if it held'));
  for (const { column, fault } of [...watch.faults(), ...marked]) door.report(header.line, column, fault);
  if (!header.isHeader) return { slots: store.slots(), setAside: 0, ranges };
  for (const { name, finish } of columns) {
    const fault = finish();
    if (fault !== undefined) door.report(0, name, fault);
  }
  if (commas.size > 1) door.report(0, 'count', MIXED_COMMAS);
  for (const fault of whole ? wholeFileFaults(seen) : []) log.report(0, '', fault);
  return { slots: store.slots(), setAside: seen.setAside, ranges };
}

/** The place of each code, or undefined after a fault; or what becomes of the row as a whole. */
function readPlaces(
  row: readonly string[],
  line: number,
  reading: Reading,
): readonly Place[] | 'set-aside' | 'header-again' | undefined {
  const places: Place[] = [];
  let setAside = false;
  let faults = 0;
  for (const column of reading.columns) {
    const at = reading.header.positions.get(column.name);
    if (at === undefined) continue;
    const text = valueAt(row, at);
    const place = column.places.get(text) ?? understand(text, column, line, row, reading);
    if (place === 'header-again') return place;
    if (place === undefined) faults += 1;
    else if (place === 'set-aside') setAside = true;
    else places.push(place);
  }
  if (faults > 0) return undefined;
  return setAside ? 'set-aside' : places;
}

/** The place of a text that is no code as it stands; reports why it has none, unless its row is to be set aside. */
function understand(
  text: string,
  column: Column,
  line: number,
  row: readonly string[],
  { log, marks, notes, header }: Reading,
): Place | 'set-aside' | 'header-again' | undefined {
  const meaning = column.explain(text);
  if (meaning === 'set-aside') return meaning;
  if ('code' in meaning) {
    const place = column.places.get(meaning.code);
    if (place === undefined) throw new Error('internal error: a code that has no place');
    notes.add(column.name, meaning.form);
    return place;
  }
  if (isHeaderAgain(row, header)) return 'header-again';
  log.report(line, column.name, meaning.fault);
  const mark = column.name === 'period' || marks.has(column.name) ? undefined : markOfValue(text);
  if (mark !== undefined) marks.set(column.name, mark);
  return undefined;
}

interface Values {
  /** -1 where it is a range. */
  readonly count: number;
  readonly range?: GivenRange;
  /** -1 where the measure does not carry people. */
  readonly people: number;
}

/** The counts of a row, or undefined after a fault. */
function readValues(row: readonly string[], line: number, reading: Reading): Values | undefined {
  const { log, withPeople, withRanges } = reading;
  const range = withRanges ? rangeIn(row, line, reading) : undefined;
  if (range !== undefined) return range === 'fault' ? undefined : { count: -1, people: -1, range };
  const count = countIn(row, line, 'count', reading);
  const people = withPeople ? countIn(row, line, 'people', reading) : -1;
  if (count < 0 || (withPeople && people < 0)) return undefined;
  const fault = withPeople ? peopleFault(count, people) : undefined;
  if (fault === undefined) return { count, people };
  log.report(line, 'people', fault);
  return undefined;
}

/** The range in place of a count; undefined where the count is of another form. */
function rangeIn(
  row: readonly string[],
  line: number,
  { header, log }: Reading,
): GivenRange | 'fault' | undefined {
  const at = header.positions.get('count');
  const meaning = at === undefined ? undefined : readRange(valueAt(row, at));
  if (meaning === undefined || 'range' in meaning) return meaning?.range;
  log.report(line, 'count', meaning.fault);
  return 'fault';
}

/** -1 after a fault. */
function countIn(row: readonly string[], line: number, column: string, reading: Reading): number {
  const at = reading.header.positions.get(column);
  if (at === undefined) return -1;
  const text = valueAt(row, at);
  const count = parseCount(text);
  if (count >= 0) return count;
  const meaning = readCount(text, reading.separator, reading.absent);
  if ('fault' in meaning) {
    reading.log.report(line, column, meaning.fault);
    return -1;
  }
  reading.notes.add(column, meaning.form);
  if (meaning.comma !== undefined) reading.commas.add(meaning.comma);
  return meaning.count;
}

function keepRow(
  { columns, header, log, seen, store, ranges }: Reading,
  places: readonly Place[],
  { count, people, range }: Values,
  line: number,
): void {
  if (header.faults.length > 0 || header.strangers.length > 0 || seen.full) return;
  if (columns[0]?.levels[valueAt(places, 0).level] === TOTAL) seen.totals += 1;
  const placed = store.put(places, count, people, line);
  if (range !== undefined) ranges.push({ ...range, line, codes: codesAt(columns, places) });
  if (placed.kind === 'duplicate') log.report(line, '', duplicate(placed.line));
  if (placed.kind !== 'too-large') return;
  seen.full = true;
  log.report(line, '', tooLarge(placed.cells));
}

function codesAt(columns: readonly Column[], places: readonly Place[]): string[] {
  return places.map(({ level, position }, at) =>
    valueAt(valueAt(valueAt(columns, at).codes, level), position),
  );
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
