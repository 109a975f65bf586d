/** The paper on which readers of a language print. */

/** Where letter paper is usual (Unicode CLDR, paper size). */
const LETTER = new Set(['BZ', 'CA', 'CL', 'CO', 'CR', 'GT', 'MX', 'NI', 'PA', 'PH', 'PR', 'SV', 'US', 'VE']);

/** The paper of a reader's language: of its region, or of the United States where it names none. */
export function paperFormat(language: string): 'Letter' | 'A4' {
  return LETTER.has(new Intl.Locale(language).region ?? 'US') ? 'Letter' : 'A4';
}
