// What a finding says in words is held against the release, as its figures are.
import { expect, test } from 'vitest';
import type { Claim } from '../../src/figures/claim.ts';
import { checkFiles } from '../../src/gate/check-files.ts';
import { AGAINST, figure, HTML, LISTED, siteWith } from './fixture.ts';

const TITLE = '1,000 of 1,234 cards were issued in person (81.0%)';
const claim = (changes: Partial<Claim> = {}) => ({
  form: 'share' as const,
  subject: 'cards-issued|channel',
  program: 'small-town',
  release: '2024-Q4',
  cells: ['cards-issued|2024|in-person', 'cards-issued|2024|_T'],
  says: 'four-fifths' as const,
  text: TITLE,
  ...changes,
});

function left(subject: string, says: Claim['says']): Partial<Claim> {
  return { form: 'left', subject, cells: [], says };
}

const OUTCOME = { form: 'outcome', says: 'set_aside_by_court' } as const;
const DAYS = ['docket|2024-01|days_to_answer', 'docket|2024-02|days_to_answer'];
const RECORD = { form: 'change', release: '', cells: ['launch', 'later'], says: 'fewer' } as const;

function findingsWith(changes: Partial<Claim> & { text?: string } = {}, title = TITLE) {
  const html = HTML.replace('<svg', `<figcaption>${title}</figcaption>\n<svg`);
  const figures = [
    { ...figure('1,000', 'count', ['2024|in-person']), times: 3 },
    { ...figure('1,234', 'count', ['2024|_T']), times: 2 },
    { ...figure('81.0%', 'share', ['2024|in-person', '2024|_T'], 1), times: 2 },
    ...LISTED.figures.slice(3),
  ];
  return checkFiles(siteWith({ html, page: { ...LISTED, figures, claims: [claim(changes)] } }), AGAINST);
}

test('checkFiles of a finding that follows from published cells: nothing to say', () => {
  expect(findingsWith()).toEqual([]);
});

test.each([
  [
    'that a count is hidden',
    { form: 'hidden' as const, says: '' as const, cells: ['cards-issued|2024|online'] },
  ],
  ['that half of the answers took so long', { form: 'median' as const, says: '' as const, cells: DAYS }],
  ['that nothing left with a request', left('request|2024-01', 'nothing')],
  ['of what left with a request', left('request|2024-02', 'aggregate_only')],
  ['that something left with those of a requester', left('requester|press', 'something')],
  ['of how a request ended', { ...left('request|2024-01', ''), ...OUTCOME, says: 'declined' as const }],
  ['of a change of the record', RECORD],
  [
    'of a request on the record',
    { ...RECORD, ...OUTCOME, subject: 'request|paper', cells: [], says: 'declined' as const },
  ],
])('checkFiles of a finding %s that is so: nothing to say', (_, changes) => {
  expect(findingsWith(changes)).toEqual([]);
});

test.each([
  ['of another fraction', { says: 'half' as const }],
  ['that names no fraction where one is near', { says: '' as const }],
  ['of cells in another order', { cells: ['cards-issued|2024|_T', 'cards-issued|2024|in-person'] }],
  ['of a hidden cell', { cells: ['cards-issued|2024|online', 'cards-issued|2024|_T'], says: '' as const }],
  ['of a cell that does not exist', { cells: ['cards-issued|2023|_T', 'cards-issued|2024|_T'] }],
  ['of a change that went the other way', { form: 'change' as const, says: 'fewer' as const }],
  [
    'of the highest count beside a hidden one',
    {
      form: 'most' as const,
      says: '' as const,
      cells: ['cards-issued|2024|in-person', 'cards-issued|2024|online'],
    },
  ],
  [
    'that nobody was counted',
    { form: 'none' as const, says: '' as const, cells: ['cards-issued|2024|online'] },
  ],
  [
    'that a count stayed the same',
    {
      form: 'steady' as const,
      says: '' as const,
      cells: ['cards-issued|2024|in-person', 'cards-issued|2024|_T'],
    },
  ],
  ['of another release', { release: '2024-Q3' }],
  ['that a published count is hidden', { form: 'hidden' as const, says: '' as const }],
  [
    'that half of the answers took so long, of a part of them',
    { form: 'median' as const, says: '' as const, cells: ['docket|2024-01|days_to_answer'] },
  ],
  ['that nothing left with a request that got something', left('request|2024-02', 'nothing')],
  ['that something left with one that got nothing', left('request|2024-01', 'something')],
  ['that nothing left with requests of somebody who made none', left('requester|foreign', 'nothing')],
  ['that a request ended in another way', { ...left('request|2024-01', ''), ...OUTCOME }],
  ['of a figure that is not on the record', { ...RECORD, cells: ['launch', 'before'] }],
  ['of a change of the record that went the other way', { ...RECORD, says: 'more' as const }],
  [
    'of the record that nothing changed',
    { ...RECORD, form: 'unchanged' as const, cells: [], says: '' as const },
  ],
])('checkFiles of a finding %s: refused', (_, changes) => {
  expect(findingsWith(changes).map(({ why }) => why)).toEqual([
    expect.stringContaining('does not follow from what was published'),
  ]);
});

test('checkFiles of a finding whose words were changed on the page: refused', () => {
  const said = TITLE.replace('in person', 'online');
  expect(findingsWith({}, said).map(({ why }) => why)).toEqual(['The page does not print this finding.']);
});

test('checkFiles of a finding with another number: refused', () => {
  const said = TITLE.replace('81.0%', '91.0%');
  expect(findingsWith({ text: said }, said)).not.toEqual([]);
});
