// Two editions of one small table: what old and new figures tell together of those whom a correction added or took away.

import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { AttackReport } from '../../src/attack/attack.ts';
import { type PublishedCell, WITHHELD_NOTE } from '../../src/program/cell.ts';
import { declare } from '../../src/program/declaration.ts';
import { releaseEnd } from '../../src/program/period.ts';
import { programCodelists, programSchema } from '../../src/program/program.ts';
import { listChanges } from '../../src/release/changes/list-changes.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import type { Solver } from '../../src/solver/solver.ts';
import { editionsOf, joinEditions, type PublishedRelease } from '../../src/system/editions/join-editions.ts';
import { gatherFacts } from '../../src/verify/facts.ts';
import { PROGRAM } from '../run/town.ts';
import { attackSystem } from './on-this-thread.ts';

const K = 5;
const [OLD, NEW] = ['2024-Q1', '2024-Q1-r1'];
const ROWS = ['north', 'south'];
const COLUMNS = ['young', 'grown', 'old'];

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const program = programSchema.parse({
  ...PROGRAM,
  dimensions: [
    { id: 'area', label: 'Area', codes: ROWS.map((code) => ({ code, label: code })) },
    { id: 'age', label: 'Age', codes: COLUMNS.map((code) => ({ code, label: code })) },
  ],
  period: { from: '2024-01', levels: ['quarter'] },
  measures: [{ ...PROGRAM.measures[0], dimensions: ['area', 'age'] }],
  tables: [
    {
      id: 'cards',
      measure: 'cards-issued',
      title: 'Cards',
      levels: { period: 'quarter', area: 'area', age: 'age' },
    },
  ],
  relations: [],
  notes: [],
});

/** The six counts, row by row, become twelve cells: those, sums of rows, of columns, of all. */
type Leaves = readonly number[];
const CELLS = [...ROWS, '_T'].flatMap((area) => [...COLUMNS, '_T'].map((age) => ({ area, age })));
const MEMBERS = CELLS.map(({ area, age }) =>
  ROWS.flatMap((row, at) =>
    COLUMNS.flatMap((column, place) =>
      [row, '_T'].includes(area) && [column, '_T'].includes(age) ? [at * COLUMNS.length + place] : [],
    ),
  ),
);
const countAt = (leaves: Leaves, cell: number) =>
  (MEMBERS[cell] ?? []).reduce((sum, leaf) => sum + (leaves[leaf] ?? 0), 0);
const countsOf = (leaves: Leaves) => CELLS.map((_, cell) => countAt(leaves, cell));
const isFew = (count: number) => count >= 1 && count < K;

/** A table before and after a correction, and the cells that both releases withhold. */
interface Trial {
  readonly before: Leaves;
  readonly after: Leaves;
  readonly hidden: ReadonlySet<number>;
}

const six = <T>(each: fc.Arbitrary<T>) => fc.array(each, { minLength: 6, maxLength: 6 });
const many = fc.integer({ min: K, max: 9 });
const few = fc.integer({ min: 1, max: K - 1 });
const nothing = fc.constant(0);

/** Two or three columns are hidden with all counts that are few; no sum is hidden. */
const trials: fc.Arbitrary<Trial> = fc
  .record({
    shown: six(fc.oneof(nothing, many)),
    veiled: six(fc.nat(9)),
    changed: fc.array(fc.record({ leaf: fc.nat(5), by: fc.oneof(many, many, many, few) }), { maxLength: 2 }),
    adds: fc.boolean(),
    spared: fc.nat(3),
  })
  .map(({ shown, veiled, changed, adds, spared }) => {
    const isHidden = (leaf: number) => leaf % COLUMNS.length !== spared;
    const one = shown.map((count, leaf) => (isHidden(leaf) ? (veiled[leaf] ?? 0) : count));
    const other = changed.reduce((leaves, { leaf, by }) => leaves.with(leaf, (leaves[leaf] ?? 0) + by), one);
    const [before, after] = adds ? [one, other] : [other, one];
    const leaves = [...CELLS.keys()].filter((cell) => MEMBERS[cell]?.length === 1);
    return { before, after, hidden: new Set(leaves.filter((cell) => isHidden(MEMBERS[cell]?.[0] ?? 0))) };
  })
  .filter(({ before, after, hidden }) =>
    [...CELLS.keys()].every(
      (cell) => hidden.has(cell) || !(isFew(countAt(before, cell)) || isFew(countAt(after, cell))),
    ),
  );

function releasesOf({ before, after, hidden }: Trial): PublishedRelease[] {
  const make = (release: string, leaves: Leaves) => ({
    release,
    declaration: declare(program),
    codelists: programCodelists(program, releaseEnd(release) ?? 0),
    cubes: new Map([
      [
        'cards-issued',
        ['2024-Q1', '_T'].flatMap((period) =>
          CELLS.map(({ area, age }, cell): PublishedCell => {
            const codes = [period, area, age];
            return hidden.has(cell)
              ? { codes, count: null, status: 'c', note: WITHHELD_NOTE }
              : { codes, count: countAt(leaves, cell), status: '', note: '' };
          }),
        ),
      ],
    ]),
  });
  const [first, second] = [make(OLD, before), make(NEW, after)];
  return [
    { ...first, changes: [] },
    { ...second, changes: listChanges({ ...first, requests: null }, { ...second, requests: null }, 'Found') },
  ];
}

/** What the attack says, and whether a reader would come to take a cell for k or more that is not. */
function attackBoth(trial: Trial): AttackReport & { deceives: boolean } {
  const releases = releasesOf(trial);
  const system = joinEditions(editionsOf(releases));
  const report = attackSystem(system, gatherFacts(system, releases, []), { k: K, solver, ranges: false });
  const truth = truthOf(trial);
  const deceives = report.blocks
    .flatMap(({ findings }) => findings)
    .some(({ key, verdict }) => verdict === 'k-or-more' && (truth.get(key) ?? K) < K);
  return { ...report, deceives };
}

/** By key as the system of both editions names cells: old and new counts, and the changes between. */
function truthOf({ before, after }: Trial): ReadonlyMap<string, number> {
  return new Map(
    CELLS.flatMap(({ area, age }, cell) =>
      ['2024-Q1', '..2024-03'].flatMap((period): [string, number][] => {
        const key = `cards-issued|${period}|${area}|${age}`;
        const [old, now] = [countAt(before, cell), countAt(after, cell)];
        const way = now > old ? 'added' : 'taken-away';
        return [
          [key, now],
          [`${key}@${OLD}`, old],
          [`${key}@${OLD}>${NEW}:${way}`, Math.abs(now - old)],
        ];
      }),
    ),
  );
}

/** Every table of whole numbers that agrees with what is published of one; no hidden count is larger than a column. */
function worldsOf(leaves: Leaves, hidden: ReadonlySet<number>): Leaves[] {
  const counts = countsOf(leaves);
  const shown = [...CELLS.keys()].filter((cell) => !hidden.has(cell));
  const found: Leaves[] = [];
  const step = (chosen: Leaves) => {
    const isOver = (cell: number) => countAt(chosen, cell) > (counts[cell] ?? 0);
    const fits = (cell: number) => countAt(chosen, cell) === counts[cell];
    if (shown.some(isOver)) return;
    if (chosen.length === leaves.length) {
      if (shown.every(fits)) found.push(chosen);
      return;
    }
    const column = countAt(leaves, 2 * (COLUMNS.length + 1) + (chosen.length % COLUMNS.length));
    for (let count = 0; count <= column; count += 1) step([...chosen, count]);
  };
  step([]);
  return found;
}

type Reader = (changes: readonly number[]) => boolean;

/** Takes anything for possible, or only that a correction adds alone or takes away alone. */
const READERS: readonly Reader[] = [
  () => true,
  (changes) => changes.every((one) => one >= 0) || changes.every((one) => one <= 0),
];

/** By reader and cell: all that the change could be to one who goes through every pair of an old and a new table. */
function possibleChanges(trial: Trial): Set<number>[][] {
  const found = READERS.map(() => CELLS.map(() => new Set<number>()));
  const [olds = [], news = []] = [trial.before, trial.after].map((leaves) =>
    worldsOf(leaves, trial.hidden).map(countsOf),
  );
  for (const old of olds)
    for (const now of news) {
      const changes = now.map((count, cell) => count - (old[cell] ?? 0));
      for (const [at, thinks] of READERS.entries())
        if (thinks(changes)) for (const [cell, change] of changes.entries()) found[at]?.[cell]?.add(change);
    }
  return found;
}

/** No reader is left with changes that are all smaller than k, and who finds that somebody changed is right to say k. */
function expectKept(trial: Trial): void {
  for (const cells of possibleChanges(trial))
    for (const [cell, possible] of cells.entries()) {
      const largest = Math.max(...[...possible].map(Math.abs));
      expect(largest === 0 || largest >= K).toBe(true);
      const truth = Math.abs(countAt(trial.after, cell) - countAt(trial.before, cell));
      if (!possible.has(0)) expect(truth).toBeGreaterThanOrEqual(K);
    }
}

test('attackSystem of two editions finds nothing only where nobody can tell that fewer than k came or went', () => {
  let kept = 0;
  let hiddenChanges = 0;
  fc.assert(
    fc.property(trials, (trial) => {
      const report = attackBoth(trial);
      if (!report.kept || report.deceives) return;
      kept += 1;
      if ([...trial.hidden].some((cell) => countAt(trial.before, cell) !== countAt(trial.after, cell)))
        hiddenChanges += 1;
      expectKept(trial);
    }),
    { numRuns: 150 },
  );
  expect([kept > 1, hiddenChanges > 0]).toEqual([true, true]);
});

test('attackSystem finds it when one published figure is corrected by 1 to k-1', () => {
  const planted = fc.record({ trial: trials, at: fc.nat(5), by: few });
  fc.assert(
    fc.property(planted, ({ trial: { before, hidden }, at, by }) => {
      const after = before.map((count, leaf) => (leaf === at ? count + by : count));
      const { condemned } = attackBoth({ before, after, hidden });
      expect(condemned.map(({ key }) => key).join()).toContain(`@${OLD}>${NEW}:added`);
    }),
    { numRuns: 100 },
  );
});
