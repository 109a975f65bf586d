import { describe, expect, test } from 'vitest';
import { readRecord } from '../../src/record/read-record.ts';
import {
  event,
  FIGURES,
  figure,
  PROGRAM,
  placesOf,
  REQUESTS,
  read,
  request,
  STATEMENTS,
  STATES,
  state,
  statement,
  TIMELINE,
} from './fixture.ts';

const SOUND = {
  'figures.csv': FIGURES + figure(),
  'requests.csv': REQUESTS + request(),
  'states.csv': STATES + state(),
  'statements.csv': STATEMENTS + statement(),
  'timeline.csv': TIMELINE + event(),
};

describe('readRecord reads', () => {
  test('figures, requests, statements and a timeline', async () => {
    const record = await read(SOUND);
    expect(record).toMatchObject({
      ok: true,
      value: {
        figures: [
          {
            id: 'cards-2024',
            value: 145825,
            qualifier: '',
            sourceTitle: 'Testville Courier',
            derived: '',
            cell: '',
          },
        ],
        requests: [
          {
            id: 'agency-2025',
            context: false,
            people: null,
            outcome: 'declined',
            outcomeAsOf: '2025-06-13',
          },
        ],
        statements: [{ request: 'agency-2025', office: 'City Clerk' }],
        timeline: [{ date: '2025-06', dateLabel: 'June 2025' }],
      },
    });
  });

  test('a folder that is not there as nothing on the record', async () => {
    const nothing = { figures: [], requests: [], statements: [], timeline: [] };
    expect(await readRecord({ folder: '/nowhere', program: PROGRAM })).toEqual({ ok: true, value: nothing });
  });

  test('context, people and percentages as what they mean', async () => {
    const record = await read({
      'figures.csv': FIGURES + figure({ value: '12.5', unit: 'percent' }),
      'requests.csv': REQUESTS + request({ context: 'yes', people: '38' }),
    });
    expect(record).toMatchObject({
      value: { figures: [{ value: 12.5 }], requests: [{ context: true, people: 38 }] },
    });
  });

  test('statements and events oldest first, whatever their precision', async () => {
    const record = await read({
      ...SOUND,
      'statements.csv':
        STATEMENTS + statement({ id: 'b', date: '2025-06-06' }) + statement({ id: 'a', date: '2025-05' }),
      'timeline.csv':
        TIMELINE + event({ date: '2025-01-02' }) + event({ date: '2025' }) + event({ date: '2024-12' }),
    });
    expect(record.ok && record.value.statements.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(record.ok && record.value.timeline.map(({ date }) => date)).toEqual([
      '2024-12',
      '2025',
      '2025-01-02',
    ]);
  });

  test.each([
    [
      'a byte order mark, CRLF and blank rows',
      `\uFEFF${FIGURES}${figure()}\n,,,,,,,,,,,,\n`.replaceAll('\n', '\r\n'),
    ],
    ['semicolons', (FIGURES + figure()).replaceAll(',', ';')],
    ['tabs', (FIGURES + figure()).replaceAll(',', '\t')],
    ['bars', (FIGURES + figure()).replaceAll(',', '|')],
    ['line ends of an old Mac', (FIGURES + figure()).replaceAll('\n', '\r')],
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${FIGURES}${figure()}`, 'utf16le')],
    ['names with capitals and blanks', FIGURES.toUpperCase().replaceAll('_', ' ') + figure()],
    ['empty columns at the end', (FIGURES + figure()).replaceAll('\n', ',,\n')],
    [
      'columns in another order',
      `cell,derived,${FIGURES.replace(',derived,cell', '')}"","",${figure().replace(',"",""\n', '\n')}`,
    ],
  ])('%s', async (_, text) => {
    const record = await read({ 'figures.csv': text });
    expect(record).toMatchObject({ ok: true, value: { figures: [{ id: 'cards-2024', value: 145825 }] } });
  });

  test('line breaks inside quotes, and still knows the lines of what follows', async () => {
    const text =
      FIGURES + figure({ note: 'one\ntwo\nthree' }) + figure({ id: 'cards-2025', topic: 'horses' });
    expect(await placesOf({ 'figures.csv': text })).toEqual(['figures.csv:5 topic field']);
  });
});

describe('readRecord refuses a figure', () => {
  test.each([
    ['without a source', { source_title: ' ' }, 'source_title field'],
    ['whose source is no web address', { source_url: 'javascript:alert(1)' }, 'source_url field'],
    ['of an unknown topic', { topic: 'horses' }, 'topic field'],
    ['with an unknown qualifier', { qualifier: 'nearly' }, 'qualifier field'],
    ['without a value', { value: '' }, 'value field'],
    ['with a negative value', { value: '-3' }, 'value field'],
    ['with separators of thousands', { value: '145,825' }, 'value field'],
    ['without a unit', { unit: '' }, 'unit field'],
    ['without a period', { period: '' }, 'period field'],
    ['whose id is none', { id: 'Cards 2024' }, 'id field'],
    ['that maps to an unknown measure', { cell: 'horses|2024|online' }, 'cell unknown-cell'],
    ['that maps to an unknown code', { cell: 'cards-issued|2024|phone' }, 'cell unknown-cell'],
    ['that maps to too few codes', { cell: 'cards-issued|2024' }, 'cell unknown-cell'],
    ['that maps to no period', { cell: 'cards-issued|spring|online' }, 'cell unknown-cell'],
    ['that maps to a period before the program', { cell: 'cards-issued|2018|online' }, 'cell unknown-cell'],
    ['that maps to a total without its last month', { cell: 'cards-issued|_T|online' }, 'cell unknown-cell'],
    ['that maps to the total of a stock', { cell: 'records-held|..2024-12' }, 'cell unknown-cell'],
    ['that maps a share to a cell', { cell: 'cards-issued|2024|_T', value: '12.5' }, 'cell cell-value'],
    [
      'that maps fewer than none to a cell',
      { cell: 'cards-issued|2024|_T', value: '0', qualifier: 'fewer than' },
      'cell cell-value',
    ],
  ])('%s', async (_, changes, place) => {
    expect(await placesOf({ 'figures.csv': FIGURES + figure(changes) })).toEqual([`figures.csv:2 ${place}`]);
  });

  test.each([
    'cards-issued|2024|online',
    'cards-issued|2024-07|_T',
    'cards-issued|FY2024|_T',
    'cards-issued|..2024-06|_T',
    'records-held|2024-12',
  ])('but not one that maps to %s', async (cell) => {
    expect(await placesOf({ 'figures.csv': FIGURES + figure({ cell }) })).toEqual([]);
  });

  test('that maps to a cell where the program declares none', async () => {
    const bare = { ...PROGRAM, measures: [], period: undefined };
    expect(
      await placesOf({ 'figures.csv': FIGURES + figure({ cell: 'cards-issued|2024|online' }) }, bare),
    ).toEqual(['figures.csv:2 cell unknown-cell']);
  });

  test('whose id is taken', async () => {
    expect(await placesOf({ 'figures.csv': FIGURES + figure() + figure() })).toEqual([
      'figures.csv:3 id duplicate-id',
    ]);
  });
});

describe('readRecord refuses a derived figure', () => {
  const others =
    figure({ id: 'all', value: '100' }) +
    figure({ id: 'online', value: '40' }) +
    figure({ id: 'people', value: '9', unit: 'people' });
  const derive = (changes: Readonly<Record<string, string>>) =>
    placesOf({ 'figures.csv': FIGURES + others + figure({ id: 'rest', ...changes }) });

  test.each([
    ['whose value is not its formula', { value: '61', derived: 'all - online' }, 'derivation-value'],
    ['whose formula cannot be read', { value: '60', derived: 'all-online - ' }, 'derivation-form'],
    ['whose formula is one figure', { value: '100', derived: 'all' }, 'derivation-form'],
    ['of a figure that is not there', { value: '60', derived: 'all - portal' }, 'derivation-unknown'],
    ['of itself', { value: '60', derived: 'rest - online' }, 'derivation-unknown'],
    ['of different units', { value: '91', derived: 'all - people' }, 'derivation-units'],
  ])('%s', async (_, changes, code) => {
    expect(await derive(changes)).toEqual([`figures.csv:5 derived ${code}`]);
  });

  test('that claims to be exact, made of one that is not', async () => {
    const loose =
      figure({ id: 'all', value: '100', qualifier: 'about' }) + figure({ id: 'online', value: '40' });
    const rest = { id: 'rest', value: '60', derived: 'all - online' };
    expect(await placesOf({ 'figures.csv': FIGURES + loose + figure(rest) })).toEqual([
      'figures.csv:4 derived derivation-exact',
    ]);
    expect(
      await placesOf({ 'figures.csv': FIGURES + loose + figure({ ...rest, qualifier: 'about' }) }),
    ).toEqual([]);
  });

  test('but not one that comes out right', async () => {
    expect(await derive({ value: '60', derived: 'all - online' })).toEqual([]);
  });
});

describe('readRecord refuses a request', () => {
  test.each([
    ['on a day that there is not', { received: '2025-02-30' }, 'received field'],
    ['without a date', { received: '' }, 'received field'],
    ['due on no date', { due: 'soon' }, 'due field'],
    ['by an unknown requester', { requester: 'ICE' }, 'requester field'],
    ['by an unknown instrument', { instrument: 'subpoena' }, 'instrument field'],
    ['that does not say how it was read', { how_read: '' }, 'how_read field'],
    ['whose context is neither yes nor no', { context: 'maybe' }, 'context field'],
    ['about a number of people that is none', { people: 'many' }, 'people field'],
    ['without a source', { source_title: '' }, 'source_title field'],
  ])('%s', async (_, changes, place) => {
    expect(await placesOf({ 'requests.csv': REQUESTS + request(changes) })).toEqual([
      `requests.csv:2 ${place}`,
    ]);
  });
});

describe('readRecord refuses a statement', () => {
  test.each([
    ['without a source', { source_title: '' }, 'source_title field'],
    ['on no date', { date: '6 June 2025' }, 'date field'],
    ['without an office', { office: '' }, 'office field'],
    ['about an unknown request', { request: 'agency-2026' }, 'request unknown-request'],
  ])('%s', async (_, changes, place) => {
    const files = { 'requests.csv': REQUESTS + request(), 'statements.csv': STATEMENTS + statement(changes) };
    expect(await placesOf(files)).toEqual([`statements.csv:2 ${place}`]);
  });

  test('but not one about the program as a whole', async () => {
    expect(await placesOf({ 'statements.csv': STATEMENTS + statement({ request: '' }) })).toEqual([]);
  });
});

describe('readRecord refuses a file', () => {
  test.each([
    ['that is empty', '', '0  empty-file'],
    ['without a column', FIGURES.replace('how_read,', ''), '1 how_read missing-column'],
    ['with a column too many', FIGURES.replace('\n', ',quote\n'), '1 column 14 undeclared-column'],
    ['with a column twice', FIGURES.replace('\n', ',note\n'), '1 note repeated-column'],
    ['with a row too short', `${FIGURES}a,b\n`, '2  row-width'],
    ['with broken quotes', `${FIGURES}${figure()}"a,b\nc,d\n`, '3  broken-quotes'],
    ['in Latin-1', Buffer.from(FIGURES + figure({ note: 'café' }), 'latin1'), '2  encoding'],
    ['that is a sheet on its side', 'id,cards-2023,cards-2024\nvalue,3,4\n', '1  no-header'],
    ['of two that were joined', FIGURES + figure() + FIGURES, '3  header-again'],
    ['with a mark in its middle', `${FIGURES}\uFEFF${figure()}`, '2  second-mark'],
    ['with a byte of zero', `${FIGURES}${figure({ note: 'a\0b' })}`, '2  zero-byte'],
    ['in UTF-16 without a mark', Buffer.from(FIGURES + figure(), 'utf16le'), '0  encoding'],
  ])('%s', async (_, content, place) => {
    expect(await placesOf({ 'figures.csv': content })).toEqual([`figures.csv:${place}`]);
  });

  test('with a title above its header, and says where the header stands', async () => {
    const found = await read({ 'figures.csv': `Figures of the city\n${FIGURES}` });
    expect(found.ok ? [] : found.problems.map(({ message }) => message)).toEqual([
      'Line 1 is not a header; line 2 looks like one.',
    ]);
  });

  test('of a name that the record does not have', async () => {
    expect(await placesOf({ 'figure.csv': FIGURES })).toEqual(['figure.csv:0  unknown-file']);
  });

  test('and every other file at fault, all at once', async () => {
    const files = {
      'figures.csv': FIGURES + figure({ topic: '', value: 'x' }),
      'requests.csv': REQUESTS + request({ due: 'x' }),
      'states.csv': STATES + state({ date: 'x' }),
      'statements.csv': STATEMENTS + statement({ office: '' }),
      'timeline.csv': TIMELINE + event({ date: 'x' }),
    };
    expect(await placesOf(files)).toEqual([
      'figures.csv:2 topic field',
      'figures.csv:2 value field',
      'requests.csv:2 due field',
      'states.csv:2 date field',
      'statements.csv:2 office field',
      'timeline.csv:2 date field',
    ]);
  });
});
