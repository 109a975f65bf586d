/** Requests on the record have dated states, and every page of theirs tells them in order. */
import { expect, test } from 'vitest';
import type { RecordedState } from '../../../src/record/states.ts';
import { groupsHad, lastKnown, stepsOf } from '../../../src/site/blocks/request-steps.ts';
import { sentenceText } from '../../../src/site/figures/sentence.ts';
import type { Block } from '../../../src/site/frame/page.ts';
import { programPages } from '../../../src/site/pages/program-pages.ts';
import { viewOf } from '../../../src/site/view.ts';
import { fixtureProgram, RECORD, requestOnRecord } from '../fixture.ts';

const state = (changes: Partial<RecordedState>): RecordedState => ({
  request: 'border',
  date: '2023-06-10',
  kind: 'refused',
  outcome: '',
  left: '',
  what: '',
  note: '',
  sourceTitle: 'Quay Courier',
  sourceUrl: '',
  howRead: 'Read in full',
  ...changes,
});

const refusedOrderedGiven = requestOnRecord({
  title: 'The border service asked for all applications',
  due: '2023-05-20',
  states: [
    state({ date: '2023' }),
    state({ date: '2023-06', kind: 'court_order' }),
    state({ date: '2023-07-01', kind: 'closed', outcome: 'disclosed_in_part' }),
  ],
  outcome: 'disclosed_in_part',
  outcomeAsOf: '2023-07-01',
});

const view = viewOf(
  {
    program: fixtureProgram({ nature: 'real' }),
    record: { ...RECORD, requests: [refusedOrderedGiven] },
    releases: [],
    recalls: [],
    days: new Map(),
    translations: new Map(),
  },
  'en',
);

const STEPS = [
  'May 2, 2023: asked',
  '2023: The city refused',
  'May 20, 2023: answer due',
  'June 2023: A court decided',
  'July 1, 2023: handed over in part',
];

function stepsIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'steps'
      ? block.steps.map(({ date, label }) => sentenceText([...date, ': ', ...label]))
      : [],
  );
}

test('stepsOf a request that was refused on a day that nobody gives: the refusal stands after the request', () => {
  const told = stepsOf(view, refusedOrderedGiven).map(({ date, label }) =>
    sentenceText([...date, ': ', ...label]),
  );
  expect(told).toEqual(STEPS);
});

test('groupsHad: all that a request was ever in; unanswered only as long as that is last known', () => {
  expect(groupsHad(refusedOrderedGiven)).toEqual(['refused', 'given', 'court']);
  expect(groupsHad({ states: [state({ kind: 'acknowledged' })], outcome: 'received_not_answered' })).toEqual([
    'open',
  ]);
});

test('page of a request on the record: every dated state, and what can follow', () => {
  const page = programPages(view).find(({ slug }) => slug === 'requests/border');
  const own = page?.sections.filter(({ id }) => id !== 'follow') ?? [];
  expect(stepsIn(own.flatMap(({ blocks }) => blocks))).toEqual(STEPS);
  expect(page?.sections.map(({ id }) => id)).toContain('follow');
});

test('page of a request on the record: nothing that its steps tell is told twice, and it is cited with what was asked and its address', () => {
  const page = programPages(view).find(({ slug }) => slug === 'requests/border');
  const facts = page?.sections.find(({ id }) => id === 'facts')?.blocks[0];
  const terms = facts?.kind === 'facts' ? facts.facts.map(({ term }) => sentenceText(term)) : [];
  expect(terms).toEqual(['Addressed to', 'Asks for', 'People it asks about', 'Held by', 'Source']);
  const cite = page?.sections.find(({ id }) => id === 'cite')?.blocks ?? [];
  const [citation, back] = cite.map((block) => ('text' in block ? block.text : []));
  expect(sentenceText(citation ?? [])).toContain('The border service asked for all applications');
  expect(sentenceText(citation ?? [])).toMatch(
    /From: Quay Courier \(no address known\)\. Published with Daylight: on this site at \/en\/.*\/requests\/border\/\. Read on/,
  );
  expect(back).toEqual([{ href: expect.stringMatching(/requests\/#register$/), label: 'All requests' }]);
});

test('page of all requests on the record: how many, by year, and a line each that leads to its page', () => {
  const page = programPages(view).find(({ slug }) => slug === 'requests');
  expect(sentenceText(page?.headline?.title ?? [])).toBe(
    'Requests known: 1. For records of people: 1. Of these, known to have been handed over: 1',
  );
  const tables = page?.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
  const rows = tables?.map((table) =>
    table.rows.map(({ heading, cells }) =>
      [heading, ...cells].map((cell) => ('address' in cell ? '' : sentenceText(cell))),
    ),
  );
  expect(rows?.[0]).toEqual([
    ['2023', '1', '1', '1', '1'],
    ['Total', '1', '1', '1', '1'],
  ]);
  expect(rows?.[1]?.[0]?.[3]).toBe('Yes: handed over in part (as of July 1, 2023)');
  expect(JSON.stringify(tables?.[1])).toContain('/requests/border/');
});

test('page of a request on the record: its headline is what is known last, with the day', () => {
  const page = programPages(view).find(({ slug }) => slug === 'requests/border');
  expect(sentenceText(page?.headline?.title ?? [])).toBe(
    'The border service asked for all applications. Last known: handed over in part (as of July 1, 2023).',
  );
  expect(page?.sections.map(({ id }) => id)).toEqual(['help-first', 'steps', 'facts', 'follow', 'cite']);
});

test.each([
  ['court_filing', '', 'Last known: in court (as of June 10, 2023).'],
  ['court_order', '', 'Last known: a court has ruled (as of June 10, 2023).'],
  ['court_order', 'statement', 'Last known: a court has ruled (as of June 10, 2023).'],
  ['court_order', 'appealed', 'Last known: in court (as of June 10, 2023).'],
] as const)('lastKnown after %s, then "%s"', (kind, then, said) => {
  const states = [state({ kind }), ...(then === '' ? [] : [state({ kind: then })])];
  const standing = { states, outcome: 'in_court', outcomeAsOf: '2023-06', left: 'nothing' } as const;
  expect(sentenceText(lastKnown(view, standing))).toBe(said);
});
