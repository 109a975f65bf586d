// What the front page puts side by side.
import { expect, test } from 'vitest';
import { messagesIn } from '../../src/site/messages/messages.ts';
import type { TableBlock } from '../../src/site/page.ts';
import { comparedProblems, comparisonSections } from '../../src/site/pages/comparison.ts';
import { sentenceText } from '../../src/site/sentence.ts';
import { type View, viewOf } from '../../src/site/view.ts';
import { figureOnRecord, fixtureProgram, RECORD } from './fixture.ts';

const FIGURES = [
  figureOnRecord({ id: 'early', value: 1096, period: '2009-01-15/2009-03-16' }),
  figureOnRecord({ id: 'late', value: 3500, qualifier: 'more than', period: '2007-07-24/2007-09-26' }),
  figureOnRecord({ id: 'visits', figure: 'Appointments made', value: 400, unit: 'appointments' }),
];

function view(id: string, compared: object | undefined): View {
  const program = fixtureProgram({ id, nature: 'real', name: id, compared });
  const record = { ...RECORD, figures: FIGURES };
  return viewOf({ program, record, releases: [], recalls: [], translations: new Map() }, 'en');
}

function tablesOf(views: readonly View[]): [string, string[][]][] {
  return comparisonSections(views, messagesIn('en')).map(({ id, blocks }) => {
    const table = blocks.find((block): block is TableBlock => block.kind === 'table');
    const textOf = (cell: unknown) => (Array.isArray(cell) ? sentenceText(cell) : '');
    return [id, (table?.rows ?? []).map(({ heading, cells }) => [heading, ...cells].map(textOf))];
  });
}

test('first months stand in order of their beginning, with qualifier, unit, period and source', () => {
  const views = [view('young', { firstMonths: 'early' }), view('old', { firstMonths: 'late' })];
  expect(tablesOf(views)).toEqual([
    [
      'comparable',
      [
        [
          'old, Quay',
          'Cards issued',
          'more than 3,500 cards',
          '24 July 2007 to 26 September 2007',
          'Quay Courier',
        ],
        ['young, Quay', 'Cards issued', '1,096 cards', '15 January 2009 to 16 March 2009', 'Quay Courier'],
      ],
    ],
  ]);
});

test('things that do not compare stand in the order in which the program names them', () => {
  const [[id, rows = []] = []] = tablesOf([view('one', { unlike: ['visits', 'early'] })]);
  expect([id, rows.map(([, counted]) => counted)]).toEqual([
    'incomparable',
    ['Appointments made', 'Cards issued'],
  ]);
});

test('programs that name nothing have no such section', () => {
  expect(tablesOf([view('one', undefined)])).toEqual([]);
});

test('a figure that is not on the record is a problem with its place', () => {
  const program = fixtureProgram({ compared: { firstMonths: 'early', unlike: ['visits', 'nothing'] } });
  const problems = comparedProblems(program, { ...RECORD, figures: FIGURES }, 'program.json');
  expect(problems).toMatchObject([{ file: 'program.json', column: 'compared', code: 'unknown-figure' }]);
  expect(problems[0]?.message).toContain('"nothing"');
});
