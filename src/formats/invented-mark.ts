/**
 * Where a program is invented, every row of its files says so in its note, so that no copied line can pass for
 * a real one. The mark is of the file, not of what the row says.
 */

/** Whether the figures are a real program's or invented for a demonstration. */
export type Nature = 'real' | 'invented';

const INVENTED = 'Invented figure';

export function markNote(note: string, nature: Nature): string {
  if (nature === 'real') return note;
  return note === '' ? INVENTED : `${INVENTED}. ${note}`;
}

/** The note without the mark; undefined where an invented program's row lacks it. */
export function unmarkNote(note: string, nature: Nature): string | undefined {
  if (nature === 'real') return note;
  if (note === INVENTED) return '';
  return note.startsWith(`${INVENTED}. `) ? note.slice(INVENTED.length + 2) : undefined;
}
