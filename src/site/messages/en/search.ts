/** What the page with every page and table says in English. */
import type { Sentence } from '../../sentence.ts';

export const search = {
  name: 'Find',
  heading: 'Search',
  lead: [
    'Every page with its parts, every table, count, area, request, release and file. A code is found without its hyphens too, and in small letters.',
  ] as Sentence,
  label: 'Words to look for',
  tables: 'Tables',
  /** `{count}` is filled in. */
  found: 'Entries found: {count}',
  nothing: 'Nothing was found. Fewer or shorter words find more.',
  /** `typed: meant, meant; typed: meant`, without marks and in small letters: how a word begins that means it here. */
  meanings:
    'ice: immigration; subpoena: subpoena, demand; warrant: warrant, order; retention: destroyed, kept; police: local police, sheriff; data: records, figures',
};
