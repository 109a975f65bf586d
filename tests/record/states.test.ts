/** What became of requests on the record and elsewhere, from their dated states. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readElsewhere } from '../../src/record/read-elsewhere.ts';
import { outcomesHad, type RecordedState, stoodSince } from '../../src/record/states.ts';
import { placesOf, REQUESTS, read, request, STATES, state } from './fixture.ts';

describe('readRecord makes the outcome of a request of its last state', () => {
  const outcomeOf = async (...states: string[]) => {
    const record = await read({
      'requests.csv': REQUESTS + request(),
      'states.csv': STATES + states.join(''),
    });
    const [found] = record.ok ? record.value.requests : [];
    return [found?.outcome, found?.outcomeAsOf, found?.left];
  };

  test('received and nothing else: not answered, as of the day of receipt', async () => {
    expect(await outcomeOf()).toEqual(['received_not_answered', '2025-04-17', 'nothing']);
  });

  test('declined, then ordered, then disclosed', async () => {
    const declined = state({ date: '2025-06' });
    const ordered = state({ date: '2025-08-01', kind: 'court_order', outcome: '' });
    const disclosed = state({ date: '2025-09', kind: 'disclosed', outcome: '', left: 'application_data' });
    const closed = state({ date: '2025-09-02', outcome: 'disclosed_in_part' });
    expect(await outcomeOf(declined)).toEqual(['declined', '2025-06', 'nothing']);
    expect(await outcomeOf(declined, ordered)).toEqual(['in_court', '2025-08-01', 'nothing']);
    expect(await outcomeOf(declined, ordered, disclosed, closed)).toEqual([
      'disclosed_in_part',
      '2025-09-02',
      'application_data',
    ]);
  });

  test('a statement later: the same outcome, as of its day', async () => {
    const said = state({ date: '2025-07-01', kind: 'statement', outcome: '', what: 'Nothing was given.' });
    expect(await outcomeOf(state(), said)).toEqual(['declined', '2025-07-01', 'nothing']);
  });
});

describe('readRecord refuses a state', () => {
  test.each([
    ['of an unknown request', { request: 'agency-2026' }, 'request unknown-request'],
    ['before the request was received', { date: '2025-04-16' }, 'date state-order'],
    ['of an unknown kind', { kind: 'complied' }, 'kind field'],
    ['with an unknown outcome', { outcome: 'complied' }, 'outcome field'],
    ['that closes without an outcome', { outcome: '' }, 'outcome closure-without-outcome'],
    ['with an outcome that does not close', { kind: 'refused' }, 'outcome outcome-without-closure'],
    [
      'that leaves something without a disclosure',
      { left: 'aggregate_only' },
      'left left-without-disclosure',
    ],
    ['without a source', { source_title: '' }, 'source_title field'],
    ['that does not say how it was read', { how_read: '' }, 'how_read field'],
  ])('%s', async (_, changes, place) => {
    const files = { 'requests.csv': REQUESTS + request(), 'states.csv': STATES + state(changes) };
    expect(await placesOf(files)).toEqual([`states.csv:2 ${place}`]);
  });

  test('that stands below a later one, but not one of a month below one of its days', async () => {
    const files = (...states: string[]) => ({
      'requests.csv': REQUESTS + request(),
      'states.csv': STATES + states.join(''),
    });
    expect(await placesOf(files(state(), state({ date: '2025-06-12' })))).toEqual([
      'states.csv:3 date state-order',
    ]);
    expect(await placesOf(files(state(), state({ date: '2025-06' })))).toEqual([]);
  });
});

const ELSEWHERE =
  'id,received,place,requester,agency,instrument,department,asks_for,due,source_title,source_url,how_read,note\n';
const BORDER =
  'agency-2025,2025-04-17,Farville,federal_immigration,An agency,administrative_subpoena,Sheriff,Addresses,,Farville Courier,,Read whole,\n';

async function elsewhere(files: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), 'daylight-elsewhere-'));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    return await readElsewhere(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe('readElsewhere', () => {
  test('reads requests with what became of them, latest first', async () => {
    const later = BORDER.replace('agency-2025', 'later').replace('2025-04-17', '2026-01');
    const read = await elsewhere({
      'requests.csv': ELSEWHERE + BORDER + later,
      'states.csv': STATES + state(),
    });
    expect(read).toMatchObject({
      ok: true,
      value: [
        { id: 'later', outcome: 'received_not_answered', outcomeAsOf: '2026-01' },
        { id: 'agency-2025', place: 'Farville', outcome: 'declined', outcomeAsOf: '2025-06-13' },
      ],
    });
  });

  test('of a folder that is not there reads none', async () => {
    expect(await readElsewhere('/nowhere')).toEqual({ ok: true, value: [] });
  });

  test('lists every fault of both files with its line and column', async () => {
    const read = await elsewhere({
      'requests.csv': ELSEWHERE + BORDER.replace('Farville,', ',') + BORDER + BORDER,
      'states.csv': STATES + state({ request: 'nobody' }) + state({ how_read: '' }),
      'state.csv': STATES,
    });
    const problems = read.ok ? [] : read.problems;
    expect(problems.map(({ file, line, column }) => `${basename(file)}:${line} ${column}`)).toEqual([
      'state.csv:0 ',
      'requests.csv:2 place',
      'states.csv:3 how_read',
      'requests.csv:4 id',
    ]);
  });
});

/** A state of one request, as read. */
function stateOf(changes: Partial<RecordedState>): RecordedState {
  return {
    request: 'one',
    date: '2026-06-22',
    kind: 'closed',
    outcome: '',
    left: '',
    what: '',
    note: '',
    sourceTitle: 'Courier',
    sourceUrl: '',
    howRead: '',
    ...changes,
  };
}

test('outcomesHad of what a court set aside: it was in court, though no source tells of a filing', () => {
  const states = [stateOf({ kind: 'closed', outcome: 'set_aside_by_court' })];
  const had = outcomesHad({ states, outcome: 'set_aside_by_court' });
  expect([...had].sort()).toEqual(['in_court', 'set_aside_by_court'].sort());
});

test('stoodSince: the day of what made it stand so, not of what was said later', () => {
  const states = [
    stateOf({ date: '2025-11', kind: 'closed', outcome: 'disclosed_in_full' }),
    stateOf({ date: '2026-02-23', kind: 'statement' }),
  ];
  expect(stoodSince({ states, outcomeAsOf: '2026-02-23' })).toBe('2025-11');
  expect(stoodSince({ states: [], outcomeAsOf: '2025-05-01' })).toBe('2025-05-01');
});
