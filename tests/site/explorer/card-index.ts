// The index of a release that publishes one measure, cards issued, by what a test needs.
import type { ApiDimension, ApiIndex, ApiMeasure } from '../../../src/formats/site/api-file.ts';
import type { ExplorerWords } from '../../../src/site/explorer/words.ts';

export function cardIndex(
  { columns, splits }: Pick<ApiMeasure, 'columns' | 'splits'>,
  dimensions: readonly ApiDimension[],
): ApiIndex {
  return {
    program: 'Rivertown ID',
    city: 'Rivertown',
    release: '2024-Q4',
    invented: null,
    source: '',
    line: '',
    signed: [],
    licence: { label: '', href: '' },
    measures: [
      {
        measure: 'cards-issued',
        label: 'Cards issued',
        unit: 'cards',
        nature: 'flow',
        columns,
        splits,
        notes: ['hidden for people'],
        href: '',
      },
    ],
    dimensions,
  };
}

export const words = {
  none: 'Nothing',
  total: 'Total',
  title: '{measure} by {by}',
  levels: { year: 'year', month: 'month', 'fiscal-year': 'fiscal year' },
  switched: '{measure} by {asked}: not published. Shown instead: by {shown}.',
  notTogether: 'Counts by {first} and {others} are not published.',
  separators: { comma: ', ', colon: ': ', semicolon: '; ', stop: '.', next: ' ' },
} as unknown as ExplorerWords;
