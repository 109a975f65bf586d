/** What the page with every page and table says in English. */
import type { Sentence } from '../../sentence.ts';

export const search = {
  name: 'Find',
  heading: 'Search',
  lead: ['Every page with its parts, and every table.'] as Sentence,
  label: 'Words to look for',
  tablesOf: (program: string): string => `Tables: ${program}`,
  /** `{count}` is filled in. */
  found: 'Entries found: {count}',
  nothing: 'Nothing was found. Fewer or shorter words find more.',
};
