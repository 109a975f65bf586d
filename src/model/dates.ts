/** Days, months and years of the record and of `program.json` in a reader's language. */

/** `2025-04-17`: 17 April 2025; `2025-04`: April 2025; `2025`: 2025; anything else as it stands. */
export function formatDay(iso: string, language: string): string {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(iso);
  if (match === null) return iso;
  const [, year = '', month, day] = match;
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' };
  if (month !== undefined) options.month = 'long';
  if (day !== undefined) options.day = 'numeric';
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, options).format(
    new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`),
  );
}
