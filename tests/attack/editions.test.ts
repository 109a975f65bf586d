// What old and new figures tell together, drawn as tables: rows are areas and their total, columns ages and theirs.

import { beforeAll, describe, expect, test } from 'vitest';
import type { RecordBound } from '../../src/formats/record-bound.ts';
import { type PublishedCell, WITHHELD_NOTE } from '../../src/program/cell.ts';
import { declare } from '../../src/program/declaration.ts';
import { releaseEnd } from '../../src/program/period.ts';
import { programCodelists, programSchema } from '../../src/program/program.ts';
import { listChanges } from '../../src/release/changes/list-changes.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import type { Solver } from '../../src/solver/solver.ts';
import { editionsOf, joinEditions, type PublishedRelease } from '../../src/system/editions/join-editions.ts';
import { buildSystem } from '../../src/system/system.ts';
import { gatherFacts } from '../../src/verify/facts.ts';
import { PROGRAM } from '../run/town.ts';
import { attackSystem } from './on-this-thread.ts';

const K = 11;
const AREAS = ['north', 'south'];
const AGES = ['young', 'grown', 'old'];

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const program = programSchema.parse({
  ...PROGRAM,
  k: K,
  dimensions: [
    { id: 'area', label: 'Area', codes: AREAS.map((code) => ({ code, label: code })) },
    { id: 'age', label: 'Age', codes: AGES.map((code) => ({ code, label: code })) },
  ],
  period: { from: '2024-01', levels: ['quarter'] },
  measures: [{ ...PROGRAM.measures[0], kind: 'stock', dimensions: ['area', 'age'] }],
  tables: [
    {
      id: 'held',
      measure: 'cards-issued',
      title: 'Held',
      levels: { period: 'quarter', area: 'area', age: 'age' },
    },
  ],
  relations: [],
  notes: [],
});

/** Releases of one quarter and its revisions, each with the changes that its figures show. */
function releasesOf(...drawings: readonly string[]): PublishedRelease[] {
  const releases: PublishedRelease[] = [];
  for (const [at, drawing] of drawings.entries()) {
    const release = at === 0 ? '2024-Q1' : `2024-Q1-r${at}`;
    const counts = drawing.trim().split(/\s+/);
    const cells = [...AREAS, '_T']
      .flatMap((area) => [...AGES, '_T'].map((age) => ['2024-Q1', area, age]))
      .map((codes, place): PublishedCell => {
        const count = counts[place];
        if (count === '.') return { codes, count: null, status: 'c', note: WITHHELD_NOTE };
        return { codes, count: Number(count), status: '', note: '' };
      });
    const codelists = programCodelists(program, releaseEnd(release) ?? 0);
    const made = {
      release,
      declaration: declare(program),
      codelists,
      cubes: new Map([['cards-issued', cells]]),
    };
    const before = releases.at(-1);
    releases.push({
      ...made,
      changes:
        before === undefined
          ? []
          : listChanges({ ...before, requests: null }, { ...made, requests: null }, 'Found'),
    });
  }
  return releases;
}

/** Keys of the cells that are condemned, without the measure and the period. */
function condemned(drawings: readonly string[], record: readonly RecordBound[] = []): string[] {
  const releases = releasesOf(...drawings);
  const system = joinEditions(editionsOf(releases));
  const report = attackSystem(system, gatherFacts(system, releases, record), { k: K, solver, ranges: false });
  return report.condemned.map(({ key }) => key.replace('cards-issued|2024-Q1|', ''));
}

const keysOf = (...drawings: readonly string[]) =>
  joinEditions(editionsOf(releasesOf(...drawings))).cells.map(({ key }) =>
    key.replace('cards-issued|2024-Q1|', ''),
  );

const BEFORE = `40  30  20  90
                 .   .   .  25
                 .   .   . 115`;
const AFTER = `55  30  20 105
                .   .   .  36
                .   .   . 141`;

describe('joinEditions', () => {
  test('of one edition is the system of its releases', () => {
    const releases = releasesOf(BEFORE);
    expect(joinEditions(editionsOf(releases))).toMatchObject(buildSystem(releases));
    expect(joinEditions(editionsOf(releases)).changes).toEqual([]);
  });

  test('has one unknown where nothing changed, and old, new and change where something did', () => {
    const drawing = (found: number) => ` .   .  ${20 + found}   ${70 + found}
                                         .   .  30   60
                                        40  40  ${50 + found}  ${130 + found}`;
    const keys = keysOf(drawing(0), drawing(15));
    expect(keys.filter((key) => /young|grown|south/.test(key)).filter((key) => key.includes('@'))).toEqual(
      [],
    );
    expect(keys.filter((key) => key.startsWith('north|old')).toSorted()).toEqual([
      'north|old',
      'north|old@2024-Q1',
      'north|old@2024-Q1>2024-Q1-r1:added',
    ]);
  });

  test('has three unknowns for a hidden cell whose sums changed', () => {
    expect(
      keysOf(BEFORE, AFTER)
        .filter((key) => key.startsWith('south|young'))
        .toSorted(),
    ).toEqual(['south|young', 'south|young@2024-Q1', 'south|young@2024-Q1>2024-Q1-r1:added']);
  });
});

describe('attackSystem of two editions', () => {
  test('finds nothing where each change is 0, k or more, or could be both', () => {
    expect(condemned([BEFORE, AFTER])).toEqual([]);
    expect(condemned([AFTER, BEFORE])).toEqual([]);
  });

  test.each([
    [
      'a small change is published',
      AFTER.replace('55', '43').replace('105', '93').replace('141', '129'),
      'north|young',
    ],
    ['a small change follows from sums', AFTER.replace('36', '35').replace('141', '140'), 'south|_T'],
  ])('finds it when %s', (_, after, cell) => {
    expect(condemned([BEFORE, after])).toContain(`${cell}@2024-Q1>2024-Q1-r1:added`);
    expect(condemned([after, BEFORE])).toContain(`${cell}@2024-Q1>2024-Q1-r1:taken-away`);
  });

  test('finds a small move from one age to another', () => {
    const moved = `35  35  20  90
                    .   .   .  25
                    .   .   . 115`;
    expect(condemned([BEFORE, moved]).join()).toMatch(/north\|young@2024-Q1>2024-Q1-r1:taken-away/);
  });

  test('knows that what the record says of a count holds before or after a correction', () => {
    const record = [{ cell: 'cards-issued|2024-Q1|south|young', lower: 0, upper: 8 }];
    expect(condemned([BEFORE, AFTER], record)).toEqual(
      expect.arrayContaining(['south|young', 'south|young@2024-Q1']),
    );
  });
});

test('attackSystem of three editions finds two large changes that leave a small one between the first and the last', () => {
  const third = AFTER.replace('55', '42').replace('105', '92').replace('141', '128');
  expect(condemned([BEFORE, AFTER]).concat(condemned([AFTER, third]))).toEqual([]);
  expect(condemned([BEFORE, AFTER, third])).toContain('north|young@2024-Q1>2024-Q1-r2:added');
});
