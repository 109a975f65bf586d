/** What charts and tables say in English: titles, headings, remarks, what a gap means. */
import type { Figure } from '../../../model/figure.ts';
import type { Measure } from '../../../model/program.ts';
import type { Link, Sentence } from '../../sentence.ts';
import { plural } from '../plural.ts';

/** A language says what is counted with the unit or with the whole name. */
type Counted = Pick<Measure, 'label' | 'unit'>;

export const tables = {
  total: 'Total',
  tableOf: 'Table: ',
  recordCaption: 'What others published',
  changesCaption: 'What differs from the release before',
  releasesCaption: 'Releases, newest first',
  hiddenCaption: 'Hidden cells, table by table',
  columnsCaption: 'What each column means',
  filesCaption: 'All files of this release',
  tableFollows: 'A table with every published figure follows.',
  period: 'Period',
  downloadCsv: 'Download this table (CSV)',
  downloadMeasure: (measure: string): string => `Download every cell: ${measure} (CSV)`,
  downloadCube: 'Download every cell that these totals come from (CSV)',
  periodLevels: {
    month: 'month',
    quarter: 'quarter',
    year: 'calendar year',
    'fiscal-year': 'fiscal year',
  } as Readonly<Record<string, string>>,
  marginTitle: (measure: string, period: string, dimensions: readonly string[]): string =>
    [`${measure} by ${period}`, ...dimensions.map((dimension) => dimension.toLowerCase())].join(' and '),
  servedAndKept: 'How many people applied, and how many records the city holds',
  servedToDate: ({ unit }: Counted, end: string): string => `${unit} to date (${end})`,
  keptAt: ({ unit }: Counted, period: string): string => `${unit} held, end of ${period}`,
  servedAndKeptTitle: (held: Figure, kept: string, applied: Figure, served: string): Sentence => [
    'Of ',
    applied,
    ` ${served}, the city still holds `,
    held,
    ` ${kept}`,
  ],
  servedAndKeptUnit: (served: string, kept: string): string => `Above: ${served}. Below: ${kept}.`,
  servedWords: { applications: 'applied', 'cards-issued': 'cards' } as Readonly<Record<string, string>>,
  keptWord: 'still kept',
  nothingKept: 'nothing kept',
  channel: 'Way of applying',
  hidden: 'hidden to protect people',
  notAvailable: 'not available',
  notApplicable: 'not applicable',
  partialYear: 'part of a year',
  hiddenCells: (hidden: Figure, cells: Figure): Sentence => [
    hidden,
    ' of ',
    cells,
    ' cells ',
    plural('en', hidden, { one: 'is', other: 'are' }),
    ' hidden to protect people.',
  ],
  shownAddTo: (sum: Figure, total: Figure, unit: string): Sentence => [
    'The shown cells add to ',
    sum,
    ' of ',
    total,
    ' ',
    unit,
    '.',
  ],
  source: 'Source: ',
  howRead: 'How it was read: ',
  tooMuchHidden: (title: string): Sentence => [
    'More than half of the table “',
    title,
    '” is hidden to protect people, so a coarser one is shown.',
  ],
  tooMuchHiddenAlone: (title: string, file: Link): Sentence => [
    'More than half of the table “',
    title,
    '” is hidden to protect people, so it is not shown here; its file has every published cell. ',
    file,
  ],

  atAGlance: 'At a glance',
  toDate: (measure: string, end: string): Sentence => [measure, ' to date, up to and including ', end],
  inPeriod: (measure: string, period: string): Sentence => [measure, ', ', period],
  atEndOf: (measure: string, period: string): Sentence => [measure, ' at the end of ', period],
  readMore: (page: string, href: string): Sentence => [{ href, label: `Read more: ${page}` }],
};
