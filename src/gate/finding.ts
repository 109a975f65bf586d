/** What the gate says of one thing that may not stand in `dist`. */

export interface Finding {
  /** Path inside `dist`. */
  readonly file: string;
  /** Path to the element and attribute, CSS-like; empty where the file as a whole is meant. */
  readonly where: string;
  /** The number, address or word that has no origin; empty where there is none to name. */
  readonly what: string;
  /** Why it may not stand there, in a full sentence. */
  readonly why: string;
}

/** One line for one finding. */
export function formatFinding({ file, where, what, why }: Finding): string {
  const place = where === '' ? file : `${file}: ${where}`;
  return what === '' ? `${place}: ${why}` : `${place}: "${what}": ${why}`;
}
