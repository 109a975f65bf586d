/**
 * The columns of a confidential file. One that is not declared stops the file, because it could hold anything,
 * records of people too; it is named by its place, because its name could be anything as well.
 */

import { valueAt } from '../indexes/look-up.ts';
import {
  type ColumnFault,
  type Columns,
  findColumns,
  type Headings,
  placeOf,
  searchHeader,
  undeclared,
} from '../input/columns.ts';
import { markOfName, markOfValues, type PersonMark } from './person-marks.ts';

export interface Header extends Columns {
  readonly line: number;
  /** What undeclared columns call themselves. Never shown. */
  readonly strangerNames: readonly string[];
}

export function readHeader(
  fields: readonly string[],
  wanted: readonly string[],
  line: number,
  headings?: Headings,
): Header {
  const columns = findColumns(fields, wanted, headings);
  const faults = columns.isHeader
    ? [...columns.faults, ...personal(columns.positions, fields)]
    : columns.faults;
  return { ...columns, line, faults, strangerNames: columns.strangers.map((at) => valueAt(fields, at)) };
}

/** Declared columns with the name of a record's field: to declare one does not make it a tally. */
function personal(positions: Columns['positions'], fields: readonly string[]): ColumnFault[] {
  return [...positions].flatMap(([column, at]) => {
    const mark = markOfName(column, { whole: true }) ?? markOfName(valueAt(fields, at), { whole: true });
    return mark === undefined ? [] : [personalFault(column, mark, 'is named as if it held')];
  });
}

/** What the rows of a file show of its columns. */
export interface HeaderWatch {
  /** Takes in the rows in their order: a few values of each column that nothing declares, and a header that stands too low. */
  readonly see: (row: readonly string[], line: number) => void;
  /** Every fault of the columns, those that only the rows show among them. */
  readonly faults: () => readonly ColumnFault[];
}

/** Values of an undeclared column that are looked at. */
const SAMPLE_ROWS = 500;

export function watchHeader(header: Header, wanted: readonly string[], headings?: Headings): HeaderWatch {
  const samples = header.strangers.map((): string[] => []);
  const search = searchHeader(header.line, wanted, headings);
  let rows = 0;
  return {
    see: (row, line) => {
      rows += 1;
      if (!header.isHeader) search.see(row, line);
      if (rows > SAMPLE_ROWS) return;
      for (const [index, at] of header.strangers.entries())
        if (at < row.length) valueAt(samples, index).push(valueAt(row, at));
    },
    faults: () => {
      const below = header.isHeader ? undefined : search.fault();
      const own = below === undefined ? header.faults : [{ column: '', fault: below }];
      return [...own, ...strangerFaults(header, samples, wanted)];
    },
  };
}

/** The faults of undeclared columns, from their names and a sample of their values. */
function strangerFaults(
  { strangers, strangerNames, isHeader }: Header,
  samples: readonly (readonly string[])[],
  wanted: readonly string[],
): ColumnFault[] {
  const told = strangers.map((at, index) => {
    const column = placeOf([at]);
    const named = markOfName(valueAt(strangerNames, index), { whole: false });
    if (named !== undefined) return personalFault(column, named, 'is named as if it held');
    const shaped = markOfValues(samples[index] ?? []);
    return shaped === undefined ? undefined : personalFault(column, shaped, 'looks as if it held');
  });
  const others = strangers.filter((_, index) => told[index] === undefined);
  return [
    ...told.filter((fault) => fault !== undefined),
    ...(isHeader && others.length > 0 ? [undeclared(others, wanted)] : []),
  ];
}

export function personalFault(column: string, mark: PersonMark, how: string): ColumnFault {
  const title = column.startsWith('column ') ? `Column ${column.slice(7)}` : `The column "${column}"`;
  return {
    column,
    fault: {
      code: 'personal-column',
      message: `${title} ${how} ${mark} of people.`,
      fix: 'Daylight takes counts and never records of people: take the column out at its source and count anew.',
    },
  };
}
