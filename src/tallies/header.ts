/**
 * The columns of a confidential file. One that is not declared stops the file, because it could hold anything,
 * records of people too; it is named by its place, because its name could be anything as well.
 */

import { type ColumnFault, type Columns, findColumns, placeOf, undeclared } from '../input/columns.ts';
import { valueAt } from '../model/look-up.ts';
import { markOfName, markOfValues, type PersonMark } from './person-marks.ts';

export interface Header extends Columns {
  readonly line: number;
  /** What undeclared columns call themselves. Never shown. */
  readonly strangerNames: readonly string[];
}

export function readHeader(fields: readonly string[], wanted: readonly string[], line: number): Header {
  const columns = findColumns(fields, wanted);
  const faults = columns.isHeader
    ? [...columns.faults, ...personal([...columns.positions.keys()])]
    : columns.faults;
  return { ...columns, line, faults, strangerNames: columns.strangers.map((at) => valueAt(fields, at)) };
}

/** Declared columns with the name of a record's field: to declare one does not make it a tally. */
function personal(names: readonly string[]): ColumnFault[] {
  return names.flatMap((column) => {
    const mark = markOfName(column, { whole: true });
    return mark === undefined ? [] : [personalFault(column, mark, 'is named as if it held')];
  });
}

/** The faults of undeclared columns, from their names and a sample of their values. */
export function strangerFaults(
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
