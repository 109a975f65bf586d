/**
 * Every rule that a reader knows. A leak is planted through each that adds to the system: requests of one quarter, all
 * closed in it, of which a few figures are withheld that only the rule gives away.
 */

import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { PublishedCell } from '../../src/program/cell.ts';
import { cellKey } from '../../src/program/cell.ts';
import { declare } from '../../src/program/declaration.ts';
import { CLOSED, OPEN, RECEIVED, requestDimensions } from '../../src/program/docket-plan.ts';
import { releaseEnd } from '../../src/program/period.ts';
import { programCodelists, programSchema } from '../../src/program/program.ts';
import { CLOSED_OUTCOMES, DISCLOSED, LEFT } from '../../src/program/request.ts';
import { RULES, withRules } from '../../src/program/rules.ts';
import { cubeRows } from '../../src/release/layout.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import type { PublishedRelease } from '../../src/system/editions/join-editions.ts';
import { attack } from '../attack/on-this-thread.ts';

const solver = await loadSolver();

const few = withRules(
  programSchema.parse({
    id: 'port',
    name: 'Card',
    city: 'Port',
    nature: 'invented',
    standing: 'Invented.',
    summary: 'A card.',
    tallies: 'confidential',
    period: { from: '2024-01', levels: ['quarter', 'year'] },
    docket: { breakdown: 'year' },
    licence: { name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  }),
);
const SHAPE = {
  release: '2024-Q4',
  declaration: declare(few),
  codelists: programCodelists(few, releaseEnd('2024-Q4') ?? 0),
};

/** Six requests of the state for a warrant, of the first quarter. */
const ASKED = { instrument: 'search_warrant', requester: 'state' };
const REQUESTS = [
  ...Array.from({ length: 4 }, () => ({ ...ASKED, outcome: 'disclosed_in_full', left: 'application_data' })),
  { ...ASKED, outcome: 'declined', left: 'nothing' },
  { ...ASKED, outcome: 'no_records_held', left: 'nothing' },
];

type Counted = (typeof REQUESTS)[number];

function countAt(measure: string, [period = '', ...codes]: readonly string[]): number {
  if (measure === OPEN || ['2024-Q2', '2024-Q3', '2024-Q4'].includes(period)) return 0;
  const dimensions = requestDimensions(measure);
  const isOf = (request: Counted) =>
    dimensions.every((dimension, at) =>
      ['_T', request[dimension], dimension === 'instrument' ? 'signed_by_judge' : ''].includes(
        codes[at] ?? '_T',
      ),
    );
  return REQUESTS.filter(isOf).length;
}

/** `hidden` by measure and codes. Without `rules` the reader knows none that a docket adds. */
function attackRelease(
  hidden: readonly string[],
  rules: (id: string) => boolean = () => true,
  isOpeningKnown = true,
) {
  const declaration = {
    ...SHAPE.declaration,
    relations: SHAPE.declaration.relations
      .filter(({ id }) => rules(id))
      .map(({ opening, ...relation }) => (isOpeningKnown && opening ? { ...relation, opening } : relation)),
  };
  const cubes = new Map(
    declaration.measures.map(({ id }) => [
      id,
      cubeRows(SHAPE, measureOf(id)).map(
        (codes): PublishedCell =>
          hidden.includes(`${id}|${cellKey(codes)}`)
            ? { codes, count: null, status: 'c', note: '' }
            : { codes, count: countAt(id, codes), status: '', note: '' },
      ),
    ]),
  );
  const release: PublishedRelease = {
    ...SHAPE,
    declaration,
    cubes,
    changes: [],
    requests: { docket: [], events: [] },
  };
  return attack({ releases: [release], record: [], k: 11, solver, ranges: false });
}

function measureOf(id: string) {
  const found = SHAPE.declaration.measures.find((measure) => measure.id === id);
  if (found === undefined) throw new Error(`no measure ${id}`);
  return found;
}

describe('what a reader concludes from a rule', () => {
  const NOTHING_LEFT = [
    `${CLOSED}|2024|_T|_T|_T|nothing`,
    `${CLOSED}|2024|_T|_T|_T|application_data`,
    `${CLOSED}|2024|_T|_T|declined|_T`,
    `${CLOSED}|2024|_T|_T|no_records_held|_T`,
  ];

  test('disclosure: of six requests four are disclosed, so from two nothing left', () => {
    const report = attackRelease(NOTHING_LEFT);
    expect(report.condemned.map(({ key }) => key)).toContain(`${CLOSED}|2024|_T|_T|_T|nothing`);
  });

  test('disclosure: a reader who did not know it could not tell', () => {
    expect(attackRelease(NOTHING_LEFT, (id) => id !== 'requests-disclosure').kept).toBe(true);
  });

  test('disclosure: hidden outcomes are told by what left', () => {
    const outcomes = ['disclosed_in_full', 'declined', 'no_records_held'];
    const report = attackRelease(outcomes.map((code) => `${CLOSED}|2024|_T|_T|${code}|_T`));
    expect(report.condemned.map(({ key }) => key)).toContain(`${CLOSED}|2024|_T|_T|disclosed_in_full|_T`);
  });

  test('balance: what was received and is not open was closed', () => {
    const closed = ['2024-Q1', '2024', '_T'].map((period) => `${CLOSED}|${period}|_T|_T|_T|_T`);
    const parts = [...CLOSED_OUTCOMES.map((code) => `${code}|_T`), ...LEFT.map((code) => `_T|${code}`)];
    const hidden = [...closed, ...parts.map((code) => `${CLOSED}|2024|_T|_T|${code}`)];
    const exactly = (report: ReturnType<typeof attackRelease>) =>
      report.condemned.filter(({ reason }) => reason.includes('exactly')).map(({ key }) => key);
    expect(exactly(attackRelease(hidden))).toContain(closed[0]);
    expect(exactly(attackRelease(hidden, (id) => id !== 'requests-balance'))).toEqual([]);
  });

  test('opening balance: who did not know that nothing was open before could not tell', () => {
    const [first] = SHAPE.declaration.relations.filter(({ id }) => id === 'requests-balance');
    expect(first?.opening).toBe('zero');
    const hidden = ['2024-Q1', '2024', '_T'].map((period) => `${RECEIVED}|${period}|_T|_T`);
    const parts = cubeRows(SHAPE, measureOf(RECEIVED)).map((codes) => `${RECEIVED}|${cellKey(codes)}`);
    const all = [...hidden, ...parts];
    const toldBy = (opening: boolean) =>
      attackRelease(all, () => true, opening).condemned.filter(({ reason }) => reason.includes('exactly'));
    expect(toldBy(true).map(({ key }) => key)).toContain(hidden[0]);
    expect(toldBy(false).map(({ key }) => key)).not.toContain(hidden[0]);
  });

  test('few people: a hidden count of requests that cannot be two tells of one that asks about few', () => {
    const hidden = (codes: readonly string[]) => codes.map((code) => `${CLOSED}|2024|_T|_T|${code}|_T`);
    expect(attackRelease(hidden(['declined', 'no_records_held'])).kept).toBe(true);
    const single = attackRelease(hidden(['declined', 'duplicate']));
    expect(single.condemned.map(({ key }) => key).sort()).toEqual(hidden(['declined', 'duplicate']).sort());
  });

  test('signatures: a hidden instrument is told by who signed', () => {
    const hidden = ['search_warrant', 'court_order'].map((code) => `${RECEIVED}|2024|${code}|_T`);
    expect(attackRelease(hidden).kept).toBe(true);
    expect(attackRelease(hidden.slice(1)).condemned.map(({ key }) => key)).toEqual(hidden.slice(1));
  });
});

describe('disclosure', () => {
  const FEW = [0, 1, 2, 3];

  /** All ways to give as many counts. */
  const countsOf = (cells: number): number[][] =>
    cells === 0 ? [[]] : countsOf(cells - 1).flatMap((rest) => FEW.map((count) => [count, ...rest]));

  /** Whether two outcomes that disclose and one that does not fill in nothing, data and images. */
  function hasTable([full = 0, part = 0, not = 0, nothing = 0, data = 0, images = 0]: number[]): boolean {
    const ways = FEW.flatMap((fromFull) => FEW.map((fromPart) => [fromFull, fromPart] as const));
    return ways.some(
      ([fromFull, fromPart]) =>
        fromFull <= full &&
        fromPart <= part &&
        fromFull + fromPart === data &&
        full + part - data === images &&
        not === nothing,
    );
  }

  test('says all there is to say of outcomes and what left, by every table with margins of up to three', () => {
    const tables = countsOf(6).map((margins) => {
      const [full = 0, part = 0, not = 0, nothing = 0, data = 0, images = 0] = margins;
      const isTotal = full + part + not === nothing + data + images;
      return hasTable(margins) === (isTotal && full + part === data + images);
    });
    expect(tables.filter((isSame) => !isSame)).toEqual([]);
  });

  test('is what the door enforces: nothing leaves with any other outcome', () => {
    expect(DISCLOSED).toEqual(['disclosed_in_full', 'disclosed_in_part']);
    const [relation] = SHAPE.declaration.relations.filter(({ id }) => id === 'requests-disclosure');
    expect(relation?.left.map(({ codes }) => codes.outcome)).toEqual(DISCLOSED);
    expect(relation?.right.map(({ codes }) => codes.left)).toEqual(LEFT.slice(1));
    expect(relation?.period).toBe('year');
  });
});

/** Where each rule is tested, and by which title: rooms of `tests/`. */
const TESTS: Readonly<Record<string, readonly [file: string, title: string]>> = {
  'whole-counts': ['program/program-rules', 'whole counts: '],
  'largest-count': ['program/program-rules', 'the largest count: '],
  sums: ['program/program-rules', 'sums: '],
  'declared-relations': ['program/program-rules', 'declared relations: '],
  'natural-zeros': ['program/program-rules', 'natural zeros: '],
  'absent-rows': ['program/program-rules', 'absent rows: '],
  people: ['program/program-rules', 'people: '],
  opened: ['program/channel-rules', 'opened %s: nothing can be counted'],
  closed: ['program/channel-rules', 'closed: '],
  'no-records': ['program/channel-rules', 'leaves no records: '],
  'lasting-records': ['program/channel-rules', 'never destroyed: '],
  records: ['program/channel-rules', 'destroyed some time: '],
  balance: ['requests/exact-plan.property', 'counts that fit the relations'],
  disclosure: ['program/rules', 'disclosure: of six requests'],
  signatures: ['program/rules', 'signatures: '],
  listed: ['system/listed', 'the attack knows of all requests but the listed ones'],
  'few-people': ['program/rules', 'few people: '],
  silence: ['tallies/docket', 'leaves out a request under an order of silence'],
  certificates: ['requests/list-requests', 'printZeros prints a certificate only where'],
  events: ['requests/count-requests', 'counts the same whatever happened in between'],
  meanings: ['requests/exact-plan.property', 'counts that fit the relations'],
  continuity: ['run/count/docket-continuity', 'where k rises'],
};

test.each(RULES.map(({ id }) => id))('rule "%s" has a test of its own', async (id) => {
  const [file, title] = TESTS[id] ?? [];
  expect(file).toBeDefined();
  expect(await readFile(new URL(`../${file}.test.ts`, import.meta.url), 'utf8')).toContain(title);
});

test('every rule says what it is, once, and what a reader makes of it; so does docs/method.md', async () => {
  const method = await readFile(new URL('../../docs/method.md', import.meta.url), 'utf8');
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  for (const { says, known } of RULES) {
    expect(method).toContain(`| ${says} | ${toldIn(known)} |`);
  }
});

/** What the table of docs/method.md says of a rule. */
function toldIn(known: (typeof RULES)[number]['known']): string {
  switch (known.as) {
    case 'declared':
      return `relations \`${known.named}\``;
    case 'built':
      return `\`${known.where}\``;
    case 'idle':
      return `Nothing. ${known.because}`;
  }
}
