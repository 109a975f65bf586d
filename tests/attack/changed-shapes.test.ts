// A correction in a release that has other codes, tables or relations than the one before: what it added is told all the same.
import { describe, expect, test } from 'vitest';
import { type PublishedCell, WITHHELD_NOTE } from '../../src/program/cell.ts';
import { leafSets } from '../../src/program/codelist.ts';
import { declare } from '../../src/program/declaration.ts';
import { releaseEnd } from '../../src/program/period.ts';
import { programCodelists, programSchema } from '../../src/program/program.ts';
import { listChanges } from '../../src/release/changes/list-changes.ts';
import { cubeRows } from '../../src/release/layout.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import { editionsOf, joinEditions, type PublishedRelease } from '../../src/system/editions/join-editions.ts';
import { measureCodelists } from '../../src/system/shape.ts';
import { gatherFacts } from '../../src/verify/facts.ts';
import { PROGRAM } from '../run/town.ts';
import { attackSystem } from './on-this-thread.ts';

const K = 11;
const solver = await loadSolver();

interface Age {
  readonly code: string;
  readonly level: string;
  readonly parents?: object;
}

/** Ages by two levels that cut them at 60 and at 65: those of 60 to 64 have no code. */
const AGES: readonly Age[] = [
  { code: 'under-60', level: 'sixty' },
  { code: '60-and-over', level: 'sixty' },
  { code: 'under-65', level: 'pension' },
  { code: '65-and-over', level: 'pension' },
  { code: 'a0', level: 'leaf', parents: { sixty: 'under-60', pension: 'under-65' } },
  { code: 'a1', level: 'leaf', parents: { sixty: '60-and-over', pension: 'under-65' } },
  { code: 'a2', level: 'leaf', parents: { sixty: '60-and-over', pension: 'under-65' } },
  { code: 'a3', level: 'leaf', parents: { sixty: '60-and-over', pension: '65-and-over' } },
];

const bandOf: Readonly<Record<string, string>> = { a0: 'b0', a1: 'middle', a2: 'middle', a3: 'b3' };
const WITH_CODE: readonly Age[] = [
  ...['b0', 'middle', 'b3'].map((code) => ({ code, level: 'band' })),
  ...AGES.map((age) =>
    age.code in bandOf ? { ...age, parents: { ...age.parents, band: bandOf[age.code] } } : age,
  ),
];
const WITH_HALVES: readonly Age[] = [
  ...AGES,
  ...['a1-first', 'a1-second'].map((code) => ({ code, level: 'half', parents: { halves: 'a1' } })),
];

const WITHIN = {
  id: 'within',
  why: 'Every card comes from an application.',
  sense: 'at-most',
  period: 'quarter',
  by: {},
  left: [{ measure: 'cards-issued' }],
  right: [{ measure: 'applications' }],
};

interface Plan {
  readonly ages?: readonly Age[];
  /** Levels of ages of the tables by quarter. */
  readonly levels?: readonly string[];
  readonly months?: boolean;
  readonly relations?: readonly object[];
}

type IsHidden = (measure: string, age: string) => boolean;

/** People of each month of a quarter, by the leaf of the first codelist. */
type Counts = Readonly<Record<string, readonly [a0: number, a1: number, a2: number, a3: number]>>;

function releaseOf(
  release: string,
  { ages = AGES, levels = ['sixty', 'pension'], months = false, relations = [] }: Plan,
  counts: Counts,
  {
    before,
    isHidden = () => false,
  }: { readonly before?: PublishedRelease; readonly isHidden?: IsHidden } = {},
): PublishedRelease {
  const measures = ['cards-issued', 'applications'];
  const table = (measure: string, period: string, age: string) => ({
    ...{ id: [measure, period, age].join('-'), measure, title: 'Counts' },
    levels: { period, age },
  });
  const program = programSchema.parse({
    ...{ ...PROGRAM, k: K, notes: [], relations },
    period: { from: '2024-01', levels: months ? ['month', 'quarter'] : ['quarter'] },
    dimensions: [{ id: 'age', label: 'Age', codes: ages.map((age) => ({ ...age, label: age.code })) }],
    measures: measures.map((id) => ({ ...PROGRAM.measures[0], id, dimensions: ['age'] })),
    tables: measures.flatMap((measure) => [
      ...levels.map((level) => table(measure, 'quarter', level)),
      ...(months ? levels.map((level) => table(measure, 'month', level)) : []),
    ]),
  });
  const shape = {
    release,
    declaration: declare(program),
    codelists: programCodelists(program, releaseEnd(release) ?? 0),
  };
  const cubes = new Map(
    program.measures.map((measure) => {
      const [, list] = measureCodelists(measure, shape.codelists);
      const leaves = list === undefined ? new Map<string, ReadonlySet<string>>() : leafSets(list);
      const cells = cubeRows(shape, measure).map((codes): PublishedCell => {
        const [period = '', age = ''] = codes;
        const own = new Set([...(leaves.get(age) ?? [])].map((leaf) => leaf.slice(0, 2)));
        const perMonth = (counts[measure.id] ?? []).reduce(
          (sum, count, at) => sum + (own.has(`a${at}`) ? count : 0),
          0,
        );
        if (isHidden(measure.id, age)) return { codes, count: null, status: 'c', note: WITHHELD_NOTE };
        return { codes, count: perMonth * (/^\d{4}-\d\d$/.test(period) ? 1 : 3), status: '', note: '' };
      });
      return [measure.id, cells] as const;
    }),
  );
  const made = { ...shape, cubes, requests: null };
  const changes = before === undefined ? [] : listChanges({ ...before, requests: null }, made, 'Found');
  return { ...made, changes };
}

/** Keys of what is condemned of a release and its revision. */
function condemned(first: Plan, second: Plan, old: Counts, now: Counts, isHidden?: IsHidden): string[] {
  const hides = isHidden && { isHidden };
  const before = releaseOf('2024-Q1', first, old, hides);
  const releases = [before, releaseOf('2024-Q1-r1', second, now, { before, ...hides })];
  expect(releases[1]?.changes).not.toEqual([]);
  const system = joinEditions(editionsOf(releases));
  const report = attackSystem(system, gatherFacts(system, releases, []), { k: K, solver, ranges: false });
  return report.condemned.map(({ key }) => key);
}

const ADDED = '@2024-Q1>2024-Q1-r1:added';
const SAME = { applications: [90, 90, 90, 90] } as const;
const OLD: Counts = { ...SAME, 'cards-issued': [40, 10, 10, 30] };
/** 3 of 60 to 64, and many more of all others. */
const FEW: Counts = { ...SAME, 'cards-issued': [50, 11, 10, 40] };
const MANY: Counts = { ...SAME, 'cards-issued': [50, 20, 10, 40] };

describe.each<[string, Plan]>([
  ['the same codes', {}],
  ['a code for them in no table', { ages: WITH_CODE }],
  ['a code for them in a table', { ages: WITH_CODE, levels: ['sixty', 'pension', 'band'] }],
  ['some of them divided', { ages: WITH_HALVES }],
  ['months beside the quarters', { months: true }],
])('a correction in a release with %s', (_, second) => {
  test('that adds fewer than k between two published codes is condemned', () => {
    expect(condemned({}, second, OLD, FEW).filter((key) => key.endsWith(ADDED))).toContain(
      `cards-issued|2024-Q1|a1+a2${ADDED}`,
    );
  });

  test('that adds k or more is kept', () => {
    expect(condemned({}, second, OLD, MANY)).toEqual([]);
  });
});

describe.each<[string, Plan, Plan]>([
  ['that both releases declare', { relations: [WITHIN] }, { relations: [WITHIN] }],
  ['that goes by another name then', { relations: [WITHIN] }, { relations: [{ ...WITHIN, id: 'from' }] }],
  ['that is given up then', { relations: [WITHIN] }, {}],
  ['that nobody declared before', {}, { relations: [WITHIN] }],
])('a correction to both sides of a relation %s', (_, first, second) => {
  const old: Counts = { applications: [60, 20, 20, 50], 'cards-issued': [40, 10, 10, 30] };

  test('that leaves over fewer than k more is condemned', () => {
    const now: Counts = { applications: [71, 20, 20, 50], 'cards-issued': [50, 10, 10, 30] };
    const found = condemned(first, second, old, now);
    expect(found.some((key) => /^difference-of-sides:.*:added$/.test(key))).toBe(true);
  });

  test('that leaves over as many is kept', () => {
    const now: Counts = { applications: [70, 20, 20, 50], 'cards-issued': [50, 10, 10, 30] };
    expect(condemned(first, second, old, now)).toEqual([]);
  });
});

test('a relation that the corrected counts break is no longer known: it was given up', () => {
  const old: Counts = { applications: [60, 20, 20, 50], 'cards-issued': [40, 10, 10, 30] };
  const now: Counts = { applications: [60, 20, 20, 50], 'cards-issued': [110, 10, 10, 30] };
  expect(condemned({ relations: [WITHIN] }, {}, old, now)).toEqual([]);
  expect(condemned({ relations: [WITHIN] }, { relations: [WITHIN] }, old, now)).not.toEqual([]);
});

test('a relation that holds of corrected counts alone is not known of those before', () => {
  const old: Counts = { applications: [60, 20, 20, 50], 'cards-issued': [110, 10, 10, 30] };
  const now: Counts = { applications: [140, 20, 20, 50], 'cards-issued': [110, 10, 10, 30] };
  expect(condemned({}, { relations: [WITHIN] }, old, now)).toEqual([]);
});

describe('a correction to both sides of a relation by age, where some are hidden', () => {
  const BY_LEAF = { ...WITHIN, by: { age: 'leaf' } };
  const levels = ['leaf'];
  const isHidden: IsHidden = (_, age) => ['a0', 'a1', 'a2'].includes(age);
  const old: Counts = { applications: [100, 60, 60, 90], 'cards-issued': [50, 2, 20, 60] };

  test('is read as one-sided: fewer than k more are left over of those beside the one that is told', () => {
    const now: Counts = { applications: [100, 60, 68, 100], 'cards-issued': [50, 2, 27, 65] };
    const plan = { levels, relations: [BY_LEAF] };
    const found = condemned(plan, plan, old, now, isHidden);
    expect(found.some((key) => /^difference-of-sides:.*:added$/.test(key))).toBe(true);
  });

  test('so it is where the relation is given up, and a wider age is told by then', () => {
    const now: Counts = { applications: [100, 60, 68, 100], 'cards-issued': [50, 2, 27, 65] };
    const wider = { ages: WITH_CODE, levels: ['leaf', 'band'] };
    expect(condemned({ levels, relations: [BY_LEAF] }, wider, old, now, isHidden)).not.toEqual([]);
  });

  test('k or more are kept', () => {
    const now: Counts = { applications: [100, 60, 78, 100], 'cards-issued': [50, 2, 30, 65] };
    const plan = { levels, relations: [BY_LEAF] };
    expect(condemned(plan, plan, old, now, isHidden)).toEqual([]);
  });
});
