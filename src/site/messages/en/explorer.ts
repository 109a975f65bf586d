/** The explorer in English: its page, and what its form and results say. */
import type { Sentence } from '../../sentence.ts';

export const explorer = {
  name: 'Explore the figures',
  lead: [
    'Choose what is counted, how it is broken down, and which periods. The address of this page keeps your choice, so that you can send or cite it.',
  ] as Sentence,
  heading: 'Choose',
  needsScript: [
    'Choosing works with JavaScript. Without it, every table below has the same figures on its page and as a file.',
  ] as Sentence,
  tables: 'All tables',
  tablesCaption: 'Every published table',
  onPage: 'With its chart',
  asFile: 'As a file',
  file: 'CSV',
  measure: 'What is counted',
  breakdown: 'Broken down by',
  none: 'Nothing',
  per: 'By',
  from: 'From',
  to: 'To',
  show: 'Show',
  all: 'Show all',
  download: 'Download these figures (CSV)',
  loading: 'Loading the figures.',
  failed: 'The figures could not be loaded. The tables below have them too.',
  drawnAlone:
    'The picture shows {period} alone; the table has every period. Choose fewer lines to see them over time.',
};
