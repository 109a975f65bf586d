/** What was read as something else than it was written: forms and how many fields, never what stood in them. */

export interface ReadNote {
  readonly file: string;
  readonly column: string;
  /** How the fields were written, and what they were read as. */
  readonly form: string;
  readonly fields: number;
}

export interface NoteLog {
  readonly add: (column: string, form: string) => void;
  readonly notes: () => ReadNote[];
}

export function openNoteLog(file: string): NoteLog {
  const found = new Map<string, ReadNote>();
  return {
    add: (column, form) => {
      const key = `${column}|${form}`;
      const known = found.get(key) ?? { file, column, form, fields: 0 };
      found.set(key, { ...known, fields: known.fields + 1 });
    },
    notes: () => [...found.values()],
  };
}

/** `cards-issued.csv: period: 12 fields were written like Jan-24, read as months.` */
export function formatNote({ file, column, form, fields }: ReadNote): string {
  return `${file}: ${column}: ${fields} ${fields === 1 ? 'field was' : 'fields were'} written ${form}.`;
}
