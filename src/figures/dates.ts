/** Days, months and years of the record and of `program.json` in a reader's language. */

import { oncePerKey } from '../indexes/once-per-key.ts';
import { dateLocale } from './locale.ts';

/** `2025-04-17`: April 17, 2025; `2025-04`: April 2025; `2025` and anything else: as it stands. */
export function formatDay(iso: string, language: string): string {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(iso);
  if (match === null) return iso;
  const [, year, month, day] = match;
  const formatter = formatterFor(`${language} ${day === undefined ? 'month' : 'day'}`);
  return formatter.format(new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`));
}

const formatterFor = oncePerKey((key) => {
  const [language = '', finest] = key.split(' ');
  return new Intl.DateTimeFormat(dateLocale(language), {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...(finest === 'day' ? { day: 'numeric' } : {}),
  });
});
