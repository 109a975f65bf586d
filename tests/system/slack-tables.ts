// Tiny programs in which one measure is at most another, with what makes up each of their cells: who got a card, and who did not.
import { declare } from '../../src/program/declaration.ts';
import { releaseEnd } from '../../src/program/period.ts';
import { programCodelists, programSchema, type Relation } from '../../src/program/program.ts';
import type { ReleaseShape } from '../../src/system/shape.ts';
import { buildSystem, type System } from '../../src/system/system.ts';
import type { Table } from '../attack/tables.ts';
import { PROGRAM } from '../run/town.ts';

const BASE: Pick<Relation, 'why' | 'sense' | 'period'> = {
  why: 'Every card comes from one.',
  sense: 'at-most',
  period: 'quarter',
};

/** Cards are at most applications; cards and records before are at most records now. */
export const WITHIN_APPLICATIONS = {
  ...BASE,
  id: 'within-applications',
  by: { age: 'age' },
  left: [{ measure: 'cards-issued' }],
  right: [{ measure: 'applications' }],
};
export const LEAVE_RECORDS = {
  ...BASE,
  id: 'leave-records',
  by: { age: 'age' },
  opening: 'zero',
  left: [{ measure: 'cards-issued' }, { measure: 'records-held', lag: 1 }],
  right: [{ measure: 'records-held' }],
};

/** Of two ages, a and b, from January 2024; each table as its measure and the level of its periods, by age unless it says `any`. */
export function shapeOf(
  release: string,
  relation: object,
  tables: readonly (readonly [measure: string, period: string, by?: 'any'])[],
): ReleaseShape {
  const dimensions = [
    { id: 'age', label: 'Age', codes: ['a', 'b'].map((code) => ({ code, label: code.toUpperCase() })) },
  ];
  const measure = (id: string, kind: string) => ({ ...PROGRAM.measures[0], id, kind, dimensions: ['age'] });
  const program = programSchema.parse({
    ...PROGRAM,
    period: { from: '2024-01', levels: ['quarter', 'year'] },
    dimensions,
    measures: [
      measure('cards-issued', 'flow'),
      measure('applications', 'flow'),
      measure('records-held', 'stock'),
    ],
    tables: tables.map(([of, period, by]) => ({
      id: `${of}-by-${period}-${by ?? 'age'}`,
      measure: of,
      title: 'Counts',
      levels: by === 'any' ? { period } : { period, age: 'age' },
    })),
    relations: [relation],
    notes: [],
  });
  return {
    release,
    declaration: declare(program),
    codelists: programCodelists(program, releaseEnd(release) ?? 0),
  };
}

const QUARTERS = ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4'];
const AGES = ['a', 'b'];

/** Its leaves: of each quarter and age first those who got a card, then those who did not. */
export function slackTable(shape: ReleaseShape): Table {
  const system = buildSystem([shape]);
  const quarters = QUARTERS.filter((one) => shape.codelists[0]?.codes.some(({ code }) => code === one));
  const leaf = (quarter: number, age: string, without: boolean) =>
    (quarter * 2 + AGES.indexOf(age)) * 2 + Number(without);
  const kindsOf = (measure: string) => {
    if (measure === 'cards-issued') return [false];
    return measure.startsWith('difference-of-sides:') ? [true] : [false, true];
  };
  const membersOf = ({ measure, codes: [period = '', age = ''] }: System['cells'][number]) => {
    const until = quarters.indexOf(period);
    const isHeld = measure === 'records-held';
    const mine = [...quarters.keys()].filter((at) => until < 0 || at === until || (isHeld && at < until));
    const ages = age === '_T' ? AGES : [age];
    const leaves = mine.flatMap((at) =>
      ages.flatMap((one) => kindsOf(measure).map((without) => leaf(at, one, without))),
    );
    return leaves.sort((one, other) => one - other);
  };
  return { system, leafCount: quarters.length * 4, members: system.cells.map(membersOf) };
}
