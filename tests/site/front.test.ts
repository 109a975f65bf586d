/** The front page and the first page of a program that stands on the record: the latest event first, with what is known last. */
import { expect, test } from 'vitest';
import type { ElsewhereRequest } from '../../src/record/read-elsewhere.ts';
import type { RecordedState } from '../../src/record/states.ts';
import { sentenceText } from '../../src/site/figures/sentence.ts';
import type { Block } from '../../src/site/frame/page.ts';
import { namedProblems } from '../../src/site/load/named-figures.ts';
import type { SiteProgram } from '../../src/site/load/site-program.ts';
import { frontPage } from '../../src/site/pages/front.ts';
import { programPages } from '../../src/site/pages/program-pages.ts';
import { elsewherePage } from '../../src/site/pages/record/elsewhere.ts';
import { viewOf } from '../../src/site/view.ts';
import {
  figureOnRecord,
  fixtureProgram,
  fixtureSite,
  RECORD,
  requestOnRecord,
  statementOnRecord,
} from './fixture.ts';

const FIGURES = [
  figureOnRecord({ id: 'all', figure: 'Applicants', value: 87163, topic: 'people', unit: 'people' }),
  figureOnRecord({ id: 'online', figure: 'Online', value: 2717, topic: 'people', unit: 'people' }),
  figureOnRecord({ id: 'in-person', figure: 'In person', value: 84446, topic: 'people', unit: 'people' }),
];
const KEPT = { all: 'all', kept: 'online', notKept: 'in-person' };

const STATE: RecordedState = {
  request: 'border',
  date: '2023-06-10',
  kind: 'closed',
  outcome: 'declined',
  left: '',
  what: 'The city says that it declined.',
  note: '',
  sourceTitle: 'Quay Courier',
  sourceUrl: '',
  howRead: 'Read whole',
};

function elsewhere(changes: Partial<ElsewhereRequest>): ElsewhereRequest {
  return {
    id: 'farville-2020',
    received: '2020-01-13',
    place: 'Farville',
    requester: 'federal_immigration',
    agency: 'Border Inspection Service',
    instrument: 'administrative_subpoena',
    department: 'Sheriff',
    asksFor: 'Addresses',
    due: '',
    sourceTitle: 'Farville Courier',
    sourceUrl: 'https://courier.example/',
    howRead: 'Read whole',
    note: '',
    states: [
      { ...STATE, kind: 'court_filing', outcome: '', date: '2020-02-06', what: 'A court is asked.' },
      { ...STATE, outcome: 'disclosed_in_part', date: '2020-05', what: 'It will hand over what was named.' },
    ],
    outcome: 'disclosed_in_part',
    outcomeAsOf: '2020-05',
    left: 'nothing',
    ...changes,
  };
}

const FILED = { ...STATE, kind: 'court_filing', outcome: '', what: 'A court is asked.' } as const;
const OTHERS = [
  elsewhere({ id: 'nearville-2021', received: '2021', outcome: 'declined', states: [STATE, FILED] }),
  elsewhere({}),
];

const ELSEWHERE = { requests: OTHERS, kept: new Set<string>(), reviewedBy: null };

const onRecord: SiteProgram = {
  program: fixtureProgram({ id: 'real-card', nature: 'real', keptShare: KEPT }),
  record: {
    ...RECORD,
    figures: FIGURES,
    requests: [
      requestOnRecord({ id: 'paper', requester: 'press', received: '2024-01-01', outcomeAsOf: '2024-02-01' }),
      requestOnRecord({
        title: 'The border service asked for all applications',
        due: '2023-05-20',
        states: [STATE],
      }),
    ],
    statements: [
      statementOnRecord({ id: 'one', quote: 'We do not guarantee that' }),
      statementOnRecord({
        id: 'two',
        date: '2023-06-13',
        office: 'City Clerk, spokesperson',
        quote: 'Nothing was given',
      }),
    ],
  },
  releases: [],
  recalls: [],
  days: new Map(),
  translations: new Map(),
};

test('frontPage: the request of the authority first, with what is known last', () => {
  const { latest } = frontPage([fixtureSite(), onRecord], 'en');
  expect(latest?.title).toEqual({
    href: '/en/real-card/',
    label: 'The border service asked for all applications',
  });
  expect(sentenceText(latest?.text ?? [])).toBe('May 2, 2023. Last known: declined (as of June 10, 2023).');
});

test('frontPage: real programs side by side by what stays, who asked and what was given; invented ones as a line', () => {
  const { compared, demonstrations } = frontPage([fixtureSite(), onRecord], 'en');
  const cells = compared?.rows.map(({ heading, cells: own }) =>
    [heading, ...own].map((cell) => (Array.isArray(cell) ? sentenceText(cell) : '')),
  );
  expect(cells).toEqual([
    [
      'Quay, Quay Card',
      'application',
      'The border service asked for all applications, May 2, 2023',
      'The city says no: declined (as of June 10, 2023)',
      'Yes',
    ],
  ]);
  expect(demonstrations.flat()).toContainEqual({ href: '/en/quay-card/', label: 'Quay, Quay Card' });
});

test('frontPage: programs compared say whether copies of papers are among what is kept, where that is known', () => {
  const keptWith = (papers: { keepsPapers?: boolean }) => {
    const [online] = onRecord.program.channels;
    if (online === undefined) throw new Error('no way to apply');
    const program = { ...onRecord.program, channels: [{ ...online, ...papers }] };
    const { compared } = frontPage([{ ...onRecord, program }], 'en');
    const [cell] = compared?.rows[0]?.cells ?? [];
    return Array.isArray(cell) ? sentenceText(cell) : '';
  };
  expect(keptWith({ keepsPapers: true })).toBe('application and papers');
  expect(keptWith({ keepsPapers: false })).toBe('application, no new copies of papers');
  expect(keptWith({})).toBe('application');
});

test('frontPage: residents are led to what each real program keeps of them, and whose word it is stands there', () => {
  const { residents, who } = frontPage([fixtureSite(), onRecord], 'en');
  expect(residents?.heading).toBe('Did you apply?');
  const links = residents?.text.filter((part) => typeof part !== 'string');
  expect(links).toEqual([{ href: '/en/real-card/records/', label: 'Quay, Quay Card' }]);
  expect(who?.items.map(sentenceText)).toEqual([`Quay, Quay Card: ${onRecord.program.standing}`]);
});

test('frontPage: a hundred squares of which the share is filled, and the share has its figures as origin', () => {
  const [chart] = frontPage([onRecord], 'en').shares;
  expect(sentenceText(chart?.title ?? [])).toBe(
    'Quay: 2,717 of 87,163 applicants applied online, and their applications are kept',
  );
  expect(sentenceText(chart?.subtitle ?? [])).toContain('2,717 (2023) of 87,163 (2023)');
  expect(chart?.table.rows.at(-1)?.cells.flat()).toContainEqual({
    text: '3.1%',
    origin: {
      kind: 'record',
      program: 'real-card',
      formula: 'share',
      figures: ['online', 'all'],
      decimals: 1,
    },
  });
  const [plan] = chart?.drawing.plans ?? [];
  const filled = plan?.marks.filter((mark) => mark.kind === 'rect' && mark.style === 'bar sb');
  expect([filled?.length, plan?.marks.filter(({ kind }) => kind === 'rect').length]).toEqual([3, 100]);
});

test('first page of a program on the record: headline, steps with the day of the answer, one bar, two sayings, what may follow', () => {
  const page = programPages(viewOf(onRecord, 'en', undefined, OTHERS)).find(({ slug }) => slug === '');
  expect(sentenceText(page?.headline?.title ?? [])).toBe(
    'The border service asked for all applications. Last known: declined (as of June 10, 2023).',
  );
  expect(page?.sections.map(({ id }) => id)).toEqual([
    'help-first',
    'did-you-apply',
    'steps',
    'ways',
    'said',
    'follow',
  ]);
  const [steps] = page?.sections[2]?.blocks ?? [];
  const dated =
    steps?.kind === 'steps'
      ? steps.steps.map(({ date, label }) => sentenceText([...date, ' ', ...label]))
      : [];
  expect(dated).toEqual(['May 2, 2023 asked', 'May 20, 2023 answer due', 'June 10, 2023 declined']);
  const [sayings] = page?.sections[4]?.blocks ?? [];
  expect(sayings?.kind === 'sayings' && sayings.sayings.map(({ quote }) => quote)).toEqual([
    '“We do not guarantee that”',
    '“Nothing was given”',
  ]);
  const items = (blocks: readonly Block[]) =>
    blocks.flatMap((block) => (block.kind === 'list' ? block.items.map(sentenceText) : []));
  const follow = page?.sections[5]?.blocks ?? [];
  expect(items(follow)).toHaveLength(4);
  const folded = follow.find(({ kind }) => kind === 'fold');
  expect(items(folded?.kind === 'fold' ? folded.blocks : [])).toEqual([
    'Farville, 2020; Farville, 2021 (Addresses): A court is asked.',
    'Farville, 2020 (Addresses): It will hand over what was named.',
  ]);
});

test('record page: every figure at an address of its own, with a citation that holds it', () => {
  const page = programPages(viewOf(onRecord, 'en')).find(({ slug }) => slug === 'record');
  const figures = page?.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'recorded' ? block.figures : [])),
  );
  expect(figures?.map(({ id, link }) => [id, link.href])).toEqual(
    ['kept-share', 'all', 'online', 'in-person'].map((id) => [id, `/en/real-card/record/#${id}`]),
  );
  expect(sentenceText(figures?.[2]?.citation ?? [])).toContain(
    'Quay Courier (no address known), for “Online: 2,717” (2023). As found in Daylight, “What others reported”',
  );
  const share = sentenceText(figures?.[0]?.citation ?? []);
  expect(share).toContain(
    'Daylight’s calculation: 2,717 (2023; Quay Courier (no address known)) of 87,163 (2023; Quay Courier',
  );
  expect(share).toContain('on this site at /en/real-card/record/#kept-share');
});

test('kept share where some way to apply may leave records too: the share that came, and no part said to leave nothing', () => {
  const [online] = onRecord.program.channels;
  if (online === undefined) throw new Error('no way to apply');
  const event = { ...online, id: 'event', label: 'At an event', leavesRecords: 'not-on-the-record' as const };
  const site = { ...onRecord, program: { ...onRecord.program, channels: [online, event] } };
  const ways = programPages(viewOf(site, 'en'))[0]?.sections.find(({ id }) => id === 'ways');
  const chart = ways?.blocks.find((block) => block.kind === 'chart');
  expect(sentenceText(chart?.title ?? [])).toBe(
    '2,717 of 87,163 applicants applied online, and their applications are kept',
  );
  expect(JSON.stringify(chart?.drawing)).not.toContain('nothing kept"');
});

test('elsewherePage: counted by outcome and by year, each case with its steps, source and how it was read', () => {
  const page = elsewherePage('en', ELSEWHERE);
  expect(sentenceText(page?.headline?.title ?? [])).toMatch(
    /^Of 2 cases of requests .* 1 were refused, 2 went to court, and 1 were answered/,
  );
  const blocks = page?.sections.flatMap((section) => section.blocks) ?? [];
  const chart = blocks.find((block) => block.kind === 'chart');
  const rows =
    chart?.kind === 'chart'
      ? chart.table.rows.map(({ cells }) =>
          cells.map((cell) => (Array.isArray(cell) ? sentenceText(cell) : '')),
        )
      : [];
  expect(rows).toEqual([
    ['0', '1', '0', '0', '0', '1'],
    ['1', '0', '0', '0', '0', '1'],
  ]);
  const cases = blocks.find((block) => block.kind === 'cases');
  expect(cases?.kind === 'cases' && cases.cases.map(({ id, had }) => [id, had])).toEqual([
    ['nearville-2021', ['refused', 'court']],
    ['farville-2020', ['given', 'court']],
  ]);
  expect(cases?.kind === 'cases' && cases.groups.map(({ label }) => sentenceText(label))).toEqual([
    'Refused (1)',
    'Handed over or promised (1)',
    'In court (2)',
    'Quashed (0)',
    'No answer known (0)',
  ]);
});

test('elsewherePage of a request that a court quashed: it went to court, whatever else is told of it', () => {
  const state = { ...STATE, outcome: 'set_aside_by_court', date: '2026-06-22' } as const;
  const quashed = elsewhere({ id: 'quashed', states: [state], outcome: 'set_aside_by_court' });
  const page = elsewherePage('en', { ...ELSEWHERE, requests: [quashed] });
  expect(sentenceText(page?.headline?.title ?? [])).toContain('1 went to court');
  const cases = page?.sections.flatMap(({ blocks }) => blocks).find(({ kind }) => kind === 'cases');
  expect(cases?.kind === 'cases' && cases.cases[0]?.had).toEqual(['court', 'quashed']);
});

test('elsewherePage of a language in which nobody told them: none', () => {
  expect(elsewherePage('es', undefined)).toBeUndefined();
});

test('namedProblems of a figure that is not on the record, and of figures of two units', () => {
  const program = fixtureProgram({
    keptShare: { ...KEPT, kept: 'gone' },
    series: [{ id: 'mixed', title: 'Mixed', figures: ['all', 'cards'] }],
  });
  const record = { figures: [...FIGURES, figureOnRecord({ id: 'cards' })] };
  expect(namedProblems(program, record, 'program.json').map(({ column, code }) => [column, code])).toEqual([
    ['keptShare', 'unknown-figure'],
    ['series.mixed', 'figure-units'],
  ]);
});
