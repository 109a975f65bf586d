/** In English: what stands with every chart for those who take it elsewhere, and in the files that they take. */
import type { Link, Sentence } from '../../sentence.ts';

export const travel = {
  useFigure: 'Use this figure',
  csv: 'Figures of this chart (CSV)',
  json: 'Figures with source and notes (JSON)',
  svg: 'Picture (SVG)',
  png: 'Picture (PNG)',
  quote: 'To quote',
  citation: 'To cite',
  /** As it reads with its title: what, whose, of which release. */
  quoted: (title: Sentence, city: string, program: string, release: string): Sentence => [
    ...title,
    ' (',
    city,
    ', ',
    program,
    ', release ',
    release,
    ')',
  ],
  cited: (citation: Sentence, title: Sentence, address: Link): Sentence => [
    ...citation,
    ' ',
    ...title,
    '. ',
    address,
  ],
  embedLatest: 'Embed; follows the latest release',
  embedFrozen: (release: string): string => `Embed; stays at release ${release}`,
  embedLead:
    'The embedded figure has no script and sets no cookie. A frame asks this site for it, so whoever runs this site can see that it was asked for.',
  figureOnPage: 'This figure on its page, with its table and files',
  ofRelease: (city: string, program: string, release: string): Sentence => [
    city,
    ', ',
    program,
    ', release ',
    release,
    '.',
  ],
  hiddenNote: 'Hatched: hidden to protect people. It may be zero or any number; it is not the lowest value.',
  inventedMark: 'Invented figure',
};
