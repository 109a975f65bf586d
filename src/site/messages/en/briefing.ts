/** What briefings say in English. */
import type { Sentence } from '../../sentence.ts';

export const briefing = {
  name: 'Briefing',
  paper: 'This briefing as a PDF file',
  of: (what: string): string => `${what}: briefing`,
  areas: 'Briefings by area',
  areaLead: (program: string): Sentence => [
    'On one sheet: what ',
    program,
    ' counted for one area. A hidden count protects people. Hidden does not mean zero.',
  ],
};
