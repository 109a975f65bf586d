// What a reader knows of each cell from releases and the record, and the attack on whole releases.

import { describe, expect, test } from 'vitest';
import type { PublishedCell } from '../../src/program/cell.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import { editionsOf, joinEditions, type PublishedRelease } from '../../src/system/editions/join-editions.ts';
import type { SystemCell } from '../../src/system/system.ts';
import { cellsOf, gatherFacts, knownFrom, recordLimits } from '../../src/verify/facts.ts';
import { attack } from '../attack/on-this-thread.ts';
import { CUBES, cell, SHAPE, shapeOf, withheld } from '../release/small-release.ts';

const NOTHING = Number.POSITIVE_INFINITY;

const solver = await loadSolver();

function releaseOf(cells: readonly PublishedCell[], shape = SHAPE): PublishedRelease {
  return { ...shape, cubes: new Map([['cards-issued', cells]]), changes: [] };
}

/** Facts by the cell's key, without the measure. */
function factsOf(releases: readonly PublishedRelease[], record: Parameters<typeof gatherFacts>[2] = []) {
  const system = joinEditions(editionsOf(releases));
  const facts = gatherFacts(system, releases, record);
  const at = (key: string) => system.index.get(`cards-issued|${key}`) ?? -1;
  return {
    facts,
    given: (key: string) => facts.given[at(key)],
    isWithheld: (key: string) => facts.withheld.has(at(key)),
    isNatural: (key: string) => facts.natural?.has(at(key)),
    bounds: (key: string) => [facts.lower[at(key)], facts.upper[at(key)]],
  };
}

test('cellsOf names every cell of the record once, in one order whatever that of the record', () => {
  const [b, a] = ['b', 'a'].map((name) => ({ cell: name, lower: 0, upper: null }));
  expect(cellsOf([b, a, b].flatMap((one) => one ?? []))).toEqual(['a', 'b']);
});

describe('gatherFacts', () => {
  test('knows published counts, and cells that cannot be otherwise as 0', () => {
    const { given, isWithheld, isNatural } = factsOf([{ ...SHAPE, cubes: CUBES, changes: [] }]);
    expect(given('2024-Q1|event')).toBe(40);
    expect(given('2024-Q1|online')).toBe(0);
    expect(isWithheld('2024-Q1|online')).toBe(false);
    expect([isNatural('2024-Q1|online'), isNatural('2024-Q1|event')]).toEqual([true, false]);
  });

  test('knows of a withheld cell that it was withheld, and of a missing one nothing', () => {
    const missing: PublishedCell = { ...withheld('2024-Q1|event'), status: 'x' };
    const { given, isWithheld } = factsOf([releaseOf([withheld('2024-Q2|event'), missing])]);
    expect([given('2024-Q2|event'), isWithheld('2024-Q2|event')]).toEqual([undefined, true]);
    expect([given('2024-Q1|event'), isWithheld('2024-Q1|event')]).toEqual([undefined, false]);
  });

  test.for([
    ['first withheld, then published', withheld('2024-Q1|event'), cell('2024-Q1|event', 3)],
    ['first published, then withheld', cell('2024-Q1|event', 3), withheld('2024-Q1|event')],
  ] as const)('knows a count that was %s', ([, first, second]) => {
    const { facts, given, isWithheld } = factsOf([
      releaseOf([first], shapeOf('2024-Q1')),
      releaseOf([second], shapeOf('2024-Q2')),
    ]);
    expect([given('2024-Q1|event'), isWithheld('2024-Q1|event')]).toEqual([3, false]);
    expect(facts.contradictions).toEqual([]);
  });

  test('names cells of which two releases publish different counts, and no others', () => {
    const { facts } = factsOf([
      releaseOf([cell('2024-Q1|event', 30), cell('2024-Q1|_T', 40)], shapeOf('2024-Q1')),
      releaseOf([cell('2024-Q1|event', 30), cell('2024-Q1|_T', 41)], shapeOf('2024-Q2')),
    ]);
    expect(facts.contradictions).toEqual(['cards-issued|2024-Q1|_T']);
  });

  test('keeps totals to date of different releases apart', () => {
    const { facts, given } = factsOf([
      releaseOf([cell('_T|_T', 40)], shapeOf('2024-Q1')),
      releaseOf([cell('_T|_T', 60)], shapeOf('2024-Q2')),
    ]);
    expect([given('..2024-03|_T'), given('..2024-06|_T')]).toEqual([40, 60]);
    expect(facts.contradictions).toEqual([]);
  });

  test('keeps the strictest of the bounds on the record, and passes by those on no cell', () => {
    const key = 'cards-issued|2024-Q1|event';
    const { bounds } = factsOf(
      [{ ...SHAPE, cubes: CUBES, changes: [] }],
      [
        { cell: key, lower: 3, upper: null },
        { cell: key, lower: 8, upper: 20 },
        { cell: key, lower: 5, upper: 12 },
        { cell: key, lower: 0, upper: null },
        { cell: 'cards-issued|1999|event', lower: 9, upper: 9 },
      ],
    );
    expect(bounds('2024-Q1|event')).toEqual([8, 12]);
    expect(bounds('2024-Q2|event')).toEqual([0, NOTHING]);
  });

  test('has a place for every cell of the system, also where the last is in no release', () => {
    const { facts } = factsOf([releaseOf([cell('2024-Q1|event', 3)])]);
    expect(facts.given).toHaveLength(facts.lower.length);
    expect(facts.given.filter((count) => count !== undefined)).toEqual([3]);
  });

  test('refuses a cell that is in no table as an error of ours', () => {
    expect(() => factsOf([releaseOf([cell('2024-Q9|event', 1)])])).toThrow(
      'internal error: cards-issued 2024-Q9|event of 2024-Q2 is not in the system',
    );
  });
});

describe('recordLimits', () => {
  const limitsOf = (key: string, listed: number) => {
    const one: SystemCell = { key, measure: 'asked', codes: ['2024-Q1'], role: 'tabled' };
    const record = [{ cell: 'asked|2024-Q1', lower: 4, upper: 9 }];
    const system = { cells: [one], rows: [], index: new Map([[key, 0]]) };
    const asked: string[] = [];
    const limits = recordLimits(system, record, (measure, codes) => {
      asked.push([measure, ...codes].join(' '));
      return listed;
    });
    expect(asked).toEqual(['asked 2024-Q1']);
    return [limits.lower, limits.upper].flat();
  };

  test('bounds a count in every edition, and no change of it', () => {
    expect(limitsOf('asked|2024-Q1', 0)).toEqual([4, 9]);
    expect(limitsOf('asked|2024-Q1@2024-Q2', 0)).toEqual([4, 9]);
    expect(limitsOf('asked|2024-Q1@2024-Q1>2024-Q2:added', 0)).toEqual([0, NOTHING]);
  });

  test('takes off requests that are listed, as far as nothing is left', () => {
    expect(limitsOf('asked|2024-Q1', 3)).toEqual([1, 6]);
    expect(limitsOf('asked|2024-Q1', 5)).toEqual([0, 4]);
  });
});

test('knownFrom takes all releases, the record, and the largest k that any of them promises', () => {
  const key = 'cards-issued|2024-Q1|event';
  const withK = (release: string, k: number) => {
    const shape = shapeOf(release);
    return releaseOf([withheld('2024-Q1|event')], { ...shape, declaration: { ...shape.declaration, k } });
  };
  const { system, facts, k } = knownFrom(
    [withK('2024-Q1', 11), withK('2024-Q2', 5)].map((release) => ({ ...release, audit: null })),
    [{ cell: key, lower: 2, upper: 7 }],
  );
  const at = system.index.get(key) ?? -1;
  expect([k, facts.withheld.has(at), facts.lower[at], facts.upper[at]]).toEqual([11, true, 2, 7]);
});

/**
 *   first release        event  online  total      second release     event  online  total
 *     2024-Q1              c       c      40         2024-Q2             c       c     20
 *     to date              c       c      40         to date           25      35      60
 */
describe('attack', () => {
  const first = releaseOf(
    [
      ...[withheld('2024-Q1|event'), withheld('2024-Q1|online'), cell('2024-Q1|_T', 40)],
      ...[withheld('_T|event'), withheld('_T|online'), cell('_T|_T', 40)],
    ],
    shapeOf('2024-Q1'),
  );
  const second = (toDate: readonly PublishedCell[]) =>
    releaseOf([
      ...[withheld('2024-Q1|event'), withheld('2024-Q1|online'), cell('2024-Q1|_T', 40)],
      ...[withheld('2024-Q2|event'), withheld('2024-Q2|online'), cell('2024-Q2|_T', 20)],
      ...[...toDate, cell('_T|_T', 60)],
    ]);
  const hidden = [withheld('_T|event'), withheld('_T|online')];
  const shown = [cell('_T|event', 38), cell('_T|online', 22)];
  const attackAll = (releases: readonly PublishedRelease[], record: Parameters<typeof gatherFacts>[2] = []) =>
    attack({ releases, record, k: 5, solver, ranges: true });
  const rangeOf = (report: ReturnType<typeof attackAll>, key: string) => {
    const found = report.blocks.flatMap(({ findings }) => findings).find((finding) => finding.key === key);
    return [found?.least, found?.most];
  };

  test('takes what one release publishes from what another leaves open', () => {
    const apart = attackAll([first, second(hidden)]);
    expect(apart.kept).toBe(true);
    expect(rangeOf(apart, 'cards-issued|2024-Q1|event')).toEqual([0, 40]);
    const subtracted = attackAll([first, second(shown)]);
    expect(subtracted.kept).toBe(false);
    expect(subtracted.condemned.map(({ key }) => key)).toContain('cards-issued|2024-Q1|event');
  });

  test('takes what is on the record', () => {
    const record = [{ cell: 'cards-issued|2024-Q1|event', lower: 0, upper: 33 }];
    const report = attackAll([first, second(hidden)], record);
    expect(rangeOf(report, 'cards-issued|2024-Q1|online')).toEqual([7, 40]);
  });

  test('condemns cells of which two releases publish different counts', () => {
    const changed = [cell('2024-Q1|event', 40), cell('2024-Q1|_T', 41)];
    const { kept, condemned } = attackAll([
      releaseOf([cell('2024-Q1|_T', 40)], shapeOf('2024-Q1')),
      releaseOf(changed),
    ]);
    expect(kept).toBe(false);
    expect(condemned).toContainEqual({
      key: 'cards-issued|2024-Q1|_T',
      reason: 'two releases publish different counts',
    });
  });
});
