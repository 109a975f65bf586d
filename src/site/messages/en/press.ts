/** What journalists are told in English, and what feeds say. */
import type { Figure } from '../../../model/figure.ts';
import type { Link, Sentence } from '../../sentence.ts';

export const press = {
  name: 'Cite and read it right',
  heading: 'How to cite, and not to misread',
  lead: [
    'For journalists and everybody who prints a figure: what it says, what it does not say, how to name it, and when the next ones come.',
  ] as Sentence,
  read: 'What the figures do not say',
  hiddenIsNotZero: [
    'Hidden is not zero. A hidden count may be zero or any other number. It is not the lowest value, and not a small one for certain.',
  ] as Sentence,
  totals: (k: Figure): Sentence => [
    'The shown counts of a table may add up to less than its total, because the rest is hidden. The threshold is ',
    k,
    ' people.',
  ],
  gaps: ['Not available is not zero either: the office gave no count, and the note says why.'] as Sentence,
  units: [
    'Cards, applications, appointments and people are different things. One person may stand behind several of them.',
  ] as Sentence,
  stocks: [
    'Some figures count what happened in a period. Records held are what there is at its end: never add those up over periods.',
  ] as Sentence,
  fiscal: ['A fiscal year is not a calendar year. It bears the year in which it ends.'] as Sentence,
  requests: [
    'A legal request is an act of an authority. The number of requests is not the number of people whom they ask about.',
  ] as Sentence,
  causes: [
    'What follows an event need not follow from it. Headlines here say what the figures are, never why.',
  ] as Sentence,
  programs: [
    'Programs of different cities count differently. Compare only what both count, over the same time.',
  ] as Sentence,
  nameRelease: ['Name the release: a later one may correct figures, and then both can be found.'] as Sentence,
  everyChart: (useFigure: string): Sentence => [
    `Under every chart, “${useFigure}” has a sentence to quote, the citation with its permanent address, the data and the picture.`,
  ],
  calendar: 'Release calendar',
  schedule: (days: Figure, due: Figure): Sentence => [
    'A release comes out at most ',
    days,
    ' days after the end of the quarter that it closes. The next one is due on ',
    due,
    '.',
  ],
  noSchedule: ['No date is announced for the next release.'] as Sentence,
  dictionary: 'What is counted',
  dictionaryCaption: 'Everything that this release counts',
  dictionaryColumns: ['Figure', 'Unit', 'Counted', 'Broken down by', 'Every cell'] as readonly string[],
  flow: 'over a period',
  stock: 'at the end of a period',
  file: 'CSV file',
  columns: (columns: Link): Sentence => ['What every column of the files means: ', columns, '.'],
  feeds: 'To be told',
  feed: 'Feed of releases, corrections and recalls (Atom)',
  api: 'Every cell for programs (JSON)',
  closes: (month: string): string => `Figures to the end of ${month}.`,
  corrects: 'It corrects figures of earlier releases.',
  noContact: ['No contact is named for this program.'] as Sentence,
};
