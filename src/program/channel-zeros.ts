/**
 * Zeros that follow from what `program.json` says of channels, where a dimension `channel` has a code of that name.
 * Everybody can read it there, so the cells say it too, as if a note of status `z` stood there:
 *
 *   opened 2022-03-28         nothing is counted of it in a period that ends before March 2022
 *   leavesRecords "no"        no records of it are held, at any time
 *   closed 2023-09-11         nothing follows: an application may be decided, and a card issued, after that
 *
 * A code that several channels make up is zero where each of them is.
 */
import { type Codelist, leafSets } from './codelist.ts';
import { endsWithin, monthCode, monthsOf } from './period.ts';
import type { CellNote, Channel, Program, Relation, Table } from './program.ts';

export const NOT_OPEN_NOTE = 'Nobody could apply this way yet';
export const NO_RECORDS_NOTE = 'Nothing is kept of people who apply this way';

export const CHANNEL = 'channel';
const RECORDS = 'records-held';

/** All notes on the cells of one release, by its codelists. A zero comes first: it stands where a count is missing too. */
export function cellNotes(program: Program, codelists: readonly Codelist[]): CellNote[] {
  const isZero = ({ status }: CellNote) => status === 'z';
  return [
    ...program.notes.filter(isZero),
    ...stockNotes(program, codelists),
    ...channelNotes(program, codelists),
    ...program.notes.filter((note) => !isZero(note)),
  ];
}

/** A stock is as of the end of a period: a note on March says it of the quarter that ends then, though March has no code. */
function stockNotes({ notes, measures, period: plan }: Program, codelists: readonly Codelist[]): CellNote[] {
  const periods = codelists.find(({ dimension }) => dimension === 'period')?.codes ?? [];
  const stocks = measures.filter(({ kind }) => kind === 'stock').map(({ id }) => id);
  return notes.flatMap((note) => {
    const { status, measure, at } = note;
    if (status !== 'z' || at.period === undefined || plan === undefined) return [];
    const ended = endsWithin(at.period, plan);
    const period = periods.filter(({ code }) => ended(code)).map(({ code }) => code);
    const mine = stocks.filter((id) => id === (measure ?? id));
    return mine.map((id) => ({ ...note, measure: id, at: { ...at, period } }));
  });
}

function channelNotes({ channels, period }: Program, codelists: readonly Codelist[]): CellNote[] {
  const list = codelists.find(({ dimension }) => dimension === CHANNEL);
  const periods = codelists.find(({ dimension }) => dimension === 'period');
  if (list === undefined || periods === undefined || period === undefined) return [];
  const notOpen = openings(channels, list).map(({ month, channel }): CellNote => {
    const over = periods.codes.filter(({ code }) => endOf(code, period.fiscalYearStartMonth) < month);
    return noteOn({ channel, period: over.map(({ code }) => code) }, NOT_OPEN_NOTE);
  });
  return [...notOpen, ...noRecordsNotes(channels, list)].filter(({ at }) =>
    Object.values(at).every(({ length }) => length > 0),
  );
}

/** Nothing is counted of these codes before this month, `2024-12`. */
export interface Opening {
  readonly month: string;
  readonly channel: readonly string[];
}

/** `list`: the codelist of channels. */
export function openings(channels: readonly Channel[], list: Codelist): Opening[] {
  const months = channels.flatMap(({ opened }) => (opened === undefined ? [] : [firstMonth(opened)]));
  return [...new Set(months)].flatMap((month) => {
    const still = channels.filter(({ opened }) => opened !== undefined && firstMonth(opened) >= month);
    const channel = codesWithin(list, still);
    return channel.length === 0 ? [] : [{ month, channel }];
  });
}

/** One note, or none. */
export function noRecordsNotes(channels: readonly Channel[], list: Codelist): CellNote[] {
  const none = channels.filter(({ leavesRecords }) => leavesRecords === 'no');
  const channel = codesWithin(list, none);
  return channel.length === 0 ? [] : [{ ...noteOn({ channel }, NO_RECORDS_NOTE), measure: RECORDS }];
}

function noteOn(at: { readonly [dimension: string]: readonly string[] }, note: string): CellNote {
  const listed = Object.entries(at).map(([dimension, codes]) => [dimension, [...codes]]);
  return { at: Object.fromEntries(listed), status: 'z', note };
}

/** The first month in which a channel can have been open: its day, month or year is told. */
function firstMonth(opened: string): string {
  return opened.length === 4 ? `${opened}-01` : opened.slice(0, 7);
}

function endOf(period: string, fiscalYearStartMonth: number): string {
  return monthCode(monthsOf(period, fiscalYearStartMonth)[1]);
}

function codesWithin(list: Codelist, channels: readonly Channel[]): string[] {
  const ids = new Set(channels.map(({ id }) => id));
  return [...leafSets(list)]
    .filter(([, leaves]) => [...leaves].every((leaf) => ids.has(leaf)))
    .map(([code]) => code);
}

/**
 * Relations by channel that tell of such a zero where no table does, as `relation measure`. Readers would know the zero
 * and nothing published would say it, so they are refused.
 */
export function untoldZeros(program: Program): (readonly [relation: string, measure: string])[] {
  const known = program.channels.filter(
    ({ opened, leavesRecords }) => opened !== undefined || leavesRecords === 'no',
  );
  const speaks = (relation: Relation, codes: Readonly<Record<string, string>>) =>
    relation.by[CHANNEL] !== undefined || codes[CHANNEL] !== undefined;
  return program.relations.flatMap((relation) =>
    [...relation.left, ...relation.right]
      .filter(({ measure, codes }) => isByChannel(program, measure) && speaks(relation, codes))
      .filter(({ measure }) => known.some(({ opened }) => opened !== undefined || measure === RECORDS))
      .filter(({ measure }) => !program.tables.some((table) => tells(table, measure, relation.period)))
      .map(({ measure }) => [relation.id, measure] as const),
  );
}

function isByChannel({ measures }: Program, measure: string): boolean {
  return measures.some(({ id, dimensions }) => id === measure && dimensions.includes(CHANNEL));
}

const FINER: Readonly<Record<Relation['period'], readonly string[]>> = {
  month: ['month'],
  quarter: ['month', 'quarter'],
  'half-year': ['month', 'quarter', 'half-year'],
  year: ['month', 'quarter', 'half-year', 'year'],
  'fiscal-year': ['month', 'quarter', 'fiscal-year'],
};

/** Whether a table tells channels of a measure in periods that are, or make up, those of a relation. */
function tells({ measure, levels }: Table, of: string, period: Relation['period']): boolean {
  return measure === of && levels[CHANNEL] === CHANNEL && FINER[period].includes(levels.period ?? '');
}
