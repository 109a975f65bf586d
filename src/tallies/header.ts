/**
 * The first line of a tally file: which column holds what. Columns may stand in any order; a column that is
 * not declared stops the file, because it could hold anything, records of people too.
 */
import type { Fault } from './fault.ts';
import { markOfName, markOfValue, markOfValues, type PersonMark } from './person-marks.ts';

export interface Header {
  readonly width: number;
  readonly columns: readonly HeaderColumn[];
  /** Position of each wanted column by name; columns that are missing or repeated have none. */
  readonly positions: ReadonlyMap<string, number>;
  /** Positions of columns that nothing declares. */
  readonly strangers: readonly number[];
  readonly faults: readonly HeaderFault[];
}

interface HeaderColumn {
  readonly name: string;
  /** What to call the column in a problem: its place where its name might be a value. */
  readonly title: string;
}

interface HeaderFault {
  readonly column: string;
  readonly fault: Fault;
}

/** `;` where the first line holds more of them than commas, as spreadsheets write in much of Europe. */
export function findDelimiter(firstLine: string): ',' | ';' {
  return firstLine.split(';').length > firstLine.split(',').length ? ';' : ',';
}

/** `wanted` are all columns of the file, `signs` those of which one must stand in a line for it to be a header. */
export function readHeader(
  fields: readonly string[],
  wanted: readonly string[],
  signs: readonly string[],
): Header {
  const strangers = [...fields.keys()].filter((index) => !wanted.includes(fields[index] ?? ''));
  const isHeader = signs.some((name) => fields.includes(name));
  const columns = fields.map((name, index) => {
    const safe =
      wanted.includes(name) ||
      (isHeader && name !== '' && name.length <= 40 && markOfValue(name) === undefined);
    return { name, title: safe ? name : `column ${index + 1}` };
  });
  const single = wanted.filter(
    (name) => fields.indexOf(name) === fields.lastIndexOf(name) && fields.includes(name),
  );
  const faults = isHeader
    ? [...missing(fields, wanted), ...repeated(fields, wanted), ...personal(single)]
    : [noHeader(wanted)];
  const positions = new Map(single.map((name) => [name, fields.indexOf(name)]));
  return { width: fields.length, columns, positions, strangers, faults };
}

function noHeader(wanted: readonly string[]): HeaderFault {
  const message = 'The first line does not name the columns of the file.';
  return {
    column: '',
    fault: {
      code: 'no-header',
      message,
      fix: `Start the file with a line that names: ${wanted.join(', ')}.`,
    },
  };
}

function missing(fields: readonly string[], wanted: readonly string[]): HeaderFault[] {
  return wanted
    .filter((name) => !fields.includes(name))
    .map((column) => ({
      column,
      fault: {
        code: 'missing-column',
        message: `The column "${column}" is missing.`,
        fix: 'Add the column, or change the measure in program.json.',
      },
    }));
}

function repeated(fields: readonly string[], wanted: readonly string[]): HeaderFault[] {
  return wanted
    .filter((name) => fields.indexOf(name) !== fields.lastIndexOf(name))
    .map((column) => ({
      column,
      fault: {
        code: 'repeated-column',
        message: `The column "${column}" stands there twice.`,
        fix: 'Leave one of them.',
      },
    }));
}

/** Declared columns with the name of a record's field: to declare one does not make it a tally. */
function personal(names: readonly string[]): HeaderFault[] {
  return names.flatMap((column) => {
    const mark = markOfName(column, { whole: true });
    return mark === undefined
      ? []
      : [{ column, fault: personalFault(column, mark, 'is named as if it held') }];
  });
}

/** The fault of an undeclared column, from its name and a sample of its values. */
export function strangerFault(name: string, title: string, sample: readonly string[]): Fault {
  const named = markOfName(name, { whole: false });
  if (named !== undefined) return personalFault(title, named, 'is named as if it held');
  const shaped = markOfValues(sample);
  if (shaped !== undefined) return personalFault(title, shaped, 'looks as if it held');
  const message = `The column "${title}" is not declared.`;
  return {
    code: 'undeclared-column',
    message,
    fix: 'Take it out of the file, or declare it as a dimension of the measure in program.json.',
  };
}

export function personalFault(title: string, mark: PersonMark, how: string): Fault {
  const message = `The column "${title}" ${how} ${mark} of people.`;
  return {
    code: 'personal-column',
    message,
    fix: 'Daylight takes counts and never records of people: take the column out at its source and count anew.',
  };
}
