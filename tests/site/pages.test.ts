import { expect, test } from 'vitest';
import { listChanges } from '../../src/release/changes/list-changes.ts';
import { buildViews } from '../../src/site/built-view.ts';
import { type Sentence, sentenceText } from '../../src/site/figures/sentence.ts';
import type { Block, Page } from '../../src/site/frame/page.ts';
import type { SiteProgram } from '../../src/site/load/site-program.ts';
import { messagesIn } from '../../src/site/messages/messages.ts';
import { programPages } from '../../src/site/pages/program-pages.ts';
import { viewOf } from '../../src/site/view.ts';
import {
  fixtureProgram,
  fixtureRelease,
  fixtureSite,
  RECORD,
  requestOnRecord,
  statementOnRecord,
} from './fixture.ts';
import { signedSite } from './signed-site.ts';

const site = fixtureSite();

const pagesOf = (program: SiteProgram): Page[] => programPages(viewOf(program, 'en'));
const pageAt = (slug: string, program = site): Page => {
  const page = pagesOf(program).find((one) => one.slug === slug);
  if (page === undefined) throw new Error(`no page ${slug}`);
  return page;
};
const blocksOf = ({ sections }: Page): readonly Block[] => sections.flatMap(({ blocks }) => blocks);
const proseOf = (page: Page): string[] =>
  blocksOf(page)
    .flatMap((block): Sentence[] => {
      if (block.kind === 'prose') return [block.text];
      if (block.kind === 'chart') return [...block.notes];
      return block.kind === 'list' ? [...block.items] : [];
    })
    .map(sentenceText);

test('programPages of a program with a release: in the order in which readers ask', () => {
  const menu = pagesOf(site).filter(({ parent }) => parent === undefined);
  expect(menu.map(({ slug }) => slug)).toEqual([
    '',
    'records',
    'applications',
    'cards',
    'areas',
    'explore',
    'data',
    'cite',
    'method',
    'verify',
    'releases',
    'briefing',
  ]);
});

test('programPages of a program on the record alone: a first page, one for residents, one for requests, one for each request', () => {
  const record = { ...RECORD, requests: [requestOnRecord({})], statements: [statementOnRecord({})] };
  const pages = pagesOf({
    program: fixtureProgram({ nature: 'real' }),
    record,
    releases: [],
    recalls: [],
    days: new Map(),
    translations: new Map(),
  });
  expect(pages.map(({ slug }) => slug)).toEqual(['', 'records', 'requests', 'data', 'requests/border']);
  expect(pages[0]?.sections.map(({ id }) => id)).toEqual([
    'help-first',
    'did-you-apply',
    'steps',
    'ways',
    'follow',
  ]);
});

test('programPages of a program that says nothing of what it keeps: no such page', () => {
  const program = fixtureProgram({
    channels: [],
    retention: [],
    measures: CARDS.measures,
    tables: CARDS.tables,
  });
  expect(
    pagesOf({
      program,
      record: RECORD,
      releases: [fixtureRelease(program, '2024-Q4')],
      recalls: [],
      days: new Map(),
      translations: new Map(),
    }).map(({ slug }) => slug),
  ).not.toContain('records');
});

const CARDS = {
  measures: [{ id: 'cards-issued', label: 'Cards issued', unit: 'cards', kind: 'flow', dimensions: [] }],
  tables: [
    { id: 'cards-by-month', measure: 'cards-issued', title: 'Cards by month', levels: { period: 'month' } },
  ],
};

test('requests page: another department by itself, after the program, and in no count', () => {
  const record = {
    ...RECORD,
    requests: [requestOnRecord({ id: 'harbor', context: true }), requestOnRecord({})],
  };
  const page = pageAt('requests', { ...site, record });
  expect(page.sections.map(({ id }) => id)).toEqual(['by-year', 'register', 'other-harbor']);
  expect(sentenceText(page.headline?.title ?? [])).toMatch(/^Requests known: 1\./);
});

test('request page: statements in the order of the record, each with date, office and source', () => {
  const statements = [
    statementOnRecord({ date: '2023-06-06', statement: 'We are responsive.' }),
    statementOnRecord({ date: '2023-06-10', statement: 'We declined.' }),
  ];
  const page = pageAt('requests/border', {
    ...site,
    record: { ...RECORD, requests: [requestOnRecord({})], statements },
  });
  const timeline = blocksOf(page).find((block) => block.kind === 'timeline');
  expect(timeline?.entries.map(({ date, text }) => [sentenceText(date), sentenceText(text)])).toEqual([
    ['June 6, 2023', 'City Clerk: We are responsive.'],
    ['June 10, 2023', 'City Clerk: We declined.'],
  ]);
});

test('areas page: areas in the order of the city’s list, the total last', () => {
  const table = blocksOf(pageAt('areas')).find(
    (block) => block.kind === 'chart' && block.id === 'chart-cards-by-year-area',
  );
  const names = table?.kind === 'chart' ? table.table.rows.map(({ heading }) => sentenceText(heading)) : [];
  expect(names).toEqual(['Ash', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fir', 'Gorse', 'Hazel', 'Ivy', 'Total']);
});

test('a table of which more than half is hidden: a coarser one stands in for it, once', () => {
  const program = fixtureProgram();
  const page = pageAt('areas', {
    program,
    record: RECORD,
    releases: [fixtureRelease(program, '2024-Q4', 60)],
    recalls: [],
    days: new Map(),
    translations: new Map(),
  });
  expect(proseOf(page)).toContain(
    'More than half of the table “Cards by year and area” is hidden to protect people, so a coarser one is shown.',
  );
  expect(blocksOf(page).filter(({ kind }) => kind === 'chart')).toHaveLength(1);
});

test('a table with hidden cells: how many, and what the shown ones add to', () => {
  const program = fixtureProgram();
  const page = pageAt('areas', {
    program,
    record: RECORD,
    releases: [fixtureRelease(program, '2024-Q4', 300)],
    recalls: [],
    days: new Map(),
    translations: new Map(),
  });
  expect(proseOf(page)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^\d+ of 18 cells are hidden/),
      expect.stringMatching(/^The shown cells add to \d+ of 300 cards\.$/),
    ]),
  );
});

test('a hidden cell in a table: no figure, status c', () => {
  const program = fixtureProgram();
  const page = pageAt('areas', {
    program,
    record: RECORD,
    releases: [fixtureRelease(program, '2024-Q4', 300)],
    recalls: [],
    days: new Map(),
    translations: new Map(),
  });
  const cells = blocksOf(page).flatMap((block) =>
    block.kind === 'chart' ? block.table.rows.flatMap((row) => row.cells) : [],
  );
  const hidden = cells.filter((cell) => 'status' in cell && cell.status === 'c');
  expect(hidden.length).toBeGreaterThan(0);
  expect(hidden.every((cell) => 'figure' in cell && cell.figure === null)).toBe(true);
});

test('cards page of a program that publishes months by channel only: the months alone come with them', () => {
  const program = fixtureProgram({ measures: MONTHS_BY_CHANNEL.measures, tables: MONTHS_BY_CHANNEL.tables });
  const page = pageAt('cards', {
    program,
    record: RECORD,
    releases: [fixtureRelease(program, '2024-Q4')],
    recalls: [],
    days: new Map(),
    translations: new Map(),
  });
  expect(page.sections.map(({ heading }) => sentenceText(heading))).toEqual(['Cards issued']);
});

const MONTHS_BY_CHANNEL = {
  measures: [
    { id: 'cards-issued', label: 'Cards issued', unit: 'cards', kind: 'flow', dimensions: ['channel'] },
  ],
  tables: [
    {
      id: 'cards-by-month-channel',
      measure: 'cards-issued',
      title: 'Cards by month and way of applying',
      levels: { period: 'month', channel: 'channel' },
    },
  ],
};

test('buildViews: a frozen release: says so and leads to the same page of the latest', () => {
  const frozen = buildViews(site).find(({ view }) => view.frozen && view.release?.release === '2023-Q4');
  const cards = frozen?.documents.find(({ page }) => page.slug === 'cards');
  expect(cards?.path).toBe('/en/quay-card/releases/2023-Q4/cards/');
  expect(cards?.notices[0]).toContainEqual({ href: '/en/quay-card/cards/', label: 'latest release' });
});

test('buildViews of an invented program: every page says that its figures are invented', () => {
  const documents = buildViews(site).flatMap(({ documents }) => documents);
  expect(documents.every(({ invented }) => invented !== null)).toBe(true);
});

test('releases page of a program with a recalled release: when and why, and no page of it', () => {
  const program = fixtureProgram();
  const recall = { release: '2023-Q4', recalled: '2024-02-01', why: 'It was counted twice.' };
  const site = {
    program,
    record: RECORD,
    releases: [fixtureRelease(program, '2024-Q4')],
    recalls: [recall],
    days: new Map(),
    translations: new Map(),
  };
  const [table] = pageAt('releases', site)
    .sections.filter(({ id }) => id === 'recalls')
    .flatMap(({ blocks }) => blocks);
  const row = table?.kind === 'table' ? table.rows[0] : undefined;
  const texts = [row?.heading ?? [], ...(row?.cells ?? []).map((cell) => ('figure' in cell ? [] : cell))];
  expect(texts.map((text) => sentenceText(text))).toEqual([
    '2023-Q4',
    'February 1, 2024',
    'It was counted twice.',
  ]);
  expect(() => viewOf(site, 'en', '2023-Q4')).toThrow('no release 2023-Q4');
});

test('releases page of a release that corrects figures: both counts with their origins, and the reason', () => {
  const program = fixtureProgram();
  const [before, after] = [fixtureRelease(program, '2023-Q4'), fixtureRelease(program, '2023-Q4-r1', 9900)];
  const changes = listChanges(before, after, 'A box of forms turned up.');
  const site = {
    program,
    record: RECORD,
    releases: [before, { ...after, changes }],
    recalls: [],
    days: new Map(),
    translations: new Map(),
  };
  const blocks = pageAt('releases', site)
    .sections.filter(({ id }) => id === 'changes')
    .flatMap((section) => section.blocks);
  const [table, standing] = blocks;
  const rows = table?.kind === 'table' ? table.rows : [];
  expect(rows.length).toBe(changes.length);
  const cells = (rows[0]?.cells ?? []).map((cell) => ('figure' in cell ? [] : cell));
  expect(cells.slice(0, 2).map(([part]) => part)).toMatchObject(
    ['2023-Q4', '2023-Q4-r1'].map((release) => ({ origin: { release, formula: 'count' } })),
  );
  expect(sentenceText(rows[0]?.heading ?? [])).toBe('Cards issued: January 2023');
  expect(standing).toMatchObject({ kind: 'prose', text: [messagesIn('en').papers.correctionsWait] });
});

test('programPages: the page on method speaks of groups only where a dimension is marked', () => {
  const made = fixtureRelease(fixtureProgram(), '2024-Q4', 300);
  const { declaration } = made;
  const dimensions = declaration.dimensions.map((one) => ({ ...one, sensitive: one.id === 'channel' }));
  const methodOf = (release: typeof made) => pageAt('method', { ...site, releases: [release] });
  const group = 'In “Way of applying”, a zero tells something of everybody in a group';
  expect(proseOf(methodOf(made)).join()).not.toContain(group);
  const marked = methodOf({ ...made, declaration: { ...declaration, dimensions } });
  expect(proseOf(marked).join()).toContain(group);
});

test('data page: lists a signature and says how to check it, only where there is one', () => {
  const textOf = (one: SiteProgram) => JSON.stringify(pageAt('data', one));
  expect(textOf(signedSite())).toContain('-s SHA256SUMS.clerk-1.sig < SHA256SUMS');
  expect(textOf(fixtureSite())).not.toContain('.sig');
});
