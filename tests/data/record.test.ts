import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PROGRAM_IDS, PROGRAMS_FOLDER, readProgram, readRows } from './programs.ts';

const HEADERS = {
  figures:
    'id,topic,figure,value,qualifier,unit,period,source_title,source_url,how_read,note,derived,cell'.split(
      ',',
    ),
  requests:
    'id,title,received,requester,agency,instrument,department,served_on,held_by,asks_for,about_people,due,context,people,source_title,source_url,how_read,note'.split(
      ',',
    ),
  states: 'request,date,kind,outcome,left,what,note,source_title,source_url,how_read'.split(','),
  statements: 'id,request,date,date_note,office,statement,quote,source_title,source_url'.split(','),
  timeline: 'date,date_label,event,source_title,source_url'.split(','),
} as const;

type Name = keyof typeof HEADERS;

function rowsOf(id: string, name: Name): Readonly<Record<string, string>>[] {
  const file = `${PROGRAMS_FOLDER}/${id}/record/${name}.csv`;
  return existsSync(file) ? readRows(file, HEADERS[name]) : [];
}

/** `a - b + c` over the values of figures. */
function derive(formula: string, values: ReadonlyMap<string, number>): number {
  const [first = '', ...rest] = formula.split(' ');
  return rest.reduce(
    (sum, word, index) =>
      index % 2 === 0 ? sum : sum + (rest[index - 1] === '-' ? -1 : 1) * (values.get(word) ?? Number.NaN),
    values.get(first) ?? Number.NaN,
  );
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

describe.each(PROGRAM_IDS)('record of %s', (id) => {
  const figures = rowsOf(id, 'figures');
  const requests = rowsOf(id, 'requests');
  const states = rowsOf(id, 'states');
  const statements = rowsOf(id, 'statements');
  const timeline = rowsOf(id, 'timeline');

  test('has figures, each with an id of its own, a whole number, a topic and a qualifier', () => {
    expect(figures.length).toBeGreaterThan(0);
    expect(new Set(figures.map((row) => row.id)).size).toBe(figures.length);
    for (const { value, topic, qualifier } of figures) {
      expect(value).toMatch(/^\d+$/);
      expect(['cards', 'applications', 'people', 'records', 'requests', 'program']).toContain(topic);
      expect(['', 'exact', 'about', 'more than', 'fewer than', 'rounded']).toContain(qualifier);
    }
  });

  test('has a source for every figure, request, statement and event, and says how figures were read', () => {
    const all = [...figures, ...requests, ...states, ...statements, ...timeline];
    expect(all.filter((row) => row.source_title === '')).toEqual([]);
    expect([...figures, ...requests, ...states].filter((row) => row.how_read === '')).toEqual([]);
    for (const { source_url: url = '' } of all) if (url !== '') expect(URL.canParse(url)).toBe(true);
  });

  test('derives figures by sums and differences of others that come out right', () => {
    const values = new Map(figures.map((row) => [row.id ?? '', Number(row.value)]));
    for (const { value, derived = '' } of figures) {
      if (derived !== '') expect(derive(derived, values)).toBe(Number(value));
    }
  });

  test('prints no number of people so small that it could point at somebody', () => {
    const { k } = readProgram(id);
    const counts = figures.filter(({ unit }) => unit !== 'percent' && unit !== 'requests');
    expect(counts.filter(({ value }) => Number(value) < k)).toEqual([]);
    expect(requests.filter(({ people }) => people !== '' && Number(people) < k)).toEqual([]);
  });

  test('dates every statement, names its office, and hangs it on a request', () => {
    const known = requests.map((row) => row.id);
    for (const { date, office, request } of statements) {
      expect(date).toMatch(DAY);
      expect(office).not.toBe('');
      expect(known).toContain(request);
    }
  });

  test('tells statements of one request in the order of time', () => {
    for (const { id: request } of requests) {
      const dates = statements.filter((row) => row.request === request).map(({ date = '' }) => date);
      expect(dates).toEqual(dates.toSorted());
    }
  });

  test('tells events in the order of time', () => {
    const dates = timeline.map(({ date = '' }) => date);
    expect(dates).toEqual(dates.toSorted());
  });

  test('says in every source of an invented program that it is invented', () => {
    if (readProgram(id).nature === 'real') return;
    const all = [...figures, ...requests, ...states, ...statements, ...timeline];
    expect(all.filter((row) => !row.source_title?.includes('Invented for this demonstration'))).toEqual([]);
  });
});

describe('record of chicago-citykey', () => {
  const figures = rowsOf('chicago-citykey', 'figures');
  const requests = rowsOf('chicago-citykey', 'requests');

  test('keeps both printed forms of a figure where sources differ', () => {
    for (const id of ['cards-to-june-2025', 'applicants-total', 'applicants-online']) {
      expect(figures.map((row) => row.id)).toEqual(expect.arrayContaining([id, `${id}-rounded`]));
    }
  });

  test('labels the one figure of our own as derived', () => {
    expect(figures.filter(({ derived }) => derived !== '').map(({ value }) => value)).toEqual(['84446']);
  });

  test('keeps requests to other departments as context', () => {
    const others = requests.filter(({ department }) => department !== 'City Clerk');
    expect(others.length).toBeGreaterThan(0);
    expect(requests.filter(({ context }) => context === 'yes')).toEqual(others);
  });

  test('says nowhere what was corrected: appointments since December 2024, first cards in May 2018', () => {
    const { channels, events } = readProgram('chicago-citykey');
    expect(channels.map(({ id, opened }) => [id, opened])).toEqual([
      ['event', undefined],
      ['appointment', undefined],
      ['online', '2024-12'],
    ]);
    expect(events.filter(({ label }) => label.startsWith('First cards')).map(({ date }) => date)).toEqual([
      '2017-12-14',
    ]);
    const dates = rowsOf('chicago-citykey', 'timeline').map(({ date }) => date);
    expect(dates).toEqual(expect.arrayContaining(['2024-05-14', '2024-06-12', '2017-12-14', '2025-06-23']));
  });
});
