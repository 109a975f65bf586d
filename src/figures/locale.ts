/** How numbers and days are written in a reader's language: one place, so that pages and the gate agree. */

/** The language in which `program.json`, the record and releases are written. */
export const SOURCE_LANGUAGE = 'en';

/**
 * The locale of numbers. Readers live in the United States, where a comma parts thousands and a dot decimals in
 * Spanish too: `145.825` would be read as a fraction. Digits are Latin in every language: they are those on the
 * card, on the city's letters and in the files, so that a figure can be compared sign by sign.
 */
export function numberLocale(language: string): string {
  const region = new Intl.Locale(language).region ?? 'US';
  return new Intl.Locale(language, { region, numberingSystem: 'latn' }).toString();
}

/** The locale of days: in the order of each language, in English as Americans write it, `June 6, 2025`; digits as above. */
export function dateLocale(language: string): string {
  return new Intl.Locale(language, { numberingSystem: 'latn' }).toString();
}
