/**
 * One `GROUP BY` per measure: the database counts, and only counts travel. Names are quoted; expressions are the
 * operator's own. It is plain SQL that PostgreSQL, Citus, Redshift, CockroachDB, YugabyteDB and DuckDB have alike; what
 * stands behind `from` is the engine's.
 */
import type { PeriodLevel } from '../../program/period.ts';
import { type Dialect, quote } from './engine.ts';
import type { Part, Source } from './source-file.ts';

export interface Query {
  /** Whether the first two columns are year and part of the year, or the first is a period as it stands. */
  readonly splitsDay: boolean;
  readonly dimensions: readonly string[];
  readonly withPeople: boolean;
  readonly sql: string;
  /** Two numbers: rows that are counted and groups; then the different values of each dimension. No group travels. */
  readonly check: string;
}

/** `level` is that of the periods, `dimensions` are those of the measure in the order of its tally. */
export function writeQuery(
  source: Source,
  level: PeriodLevel,
  dimensions: readonly string[],
  dialect: Dialect,
): Query {
  const { period, person } = source;
  const splitsDay = 'day' in period;
  const keys = [
    ...('day' in period
      ? dayParts(dialect.day(partSql(period.day)), level)
      : [[partSql(period.code), 'period'] as const]),
    ...dimensions.map((name) => [partSql(source.dimensions[name] ?? missing(name)), name] as const),
  ];
  const counts = [
    'count(*) as "count"',
    ...(person === undefined ? [] : [`count(distinct ${partSql(person)}) as "people"`]),
  ];
  const columns = keys.map(([sql, name]) => `${sql} as ${quote(name)}`);
  const places = keys.map((_, at) => at + 1).join(', ');
  const rows = [
    `from ${dialect.from(source.from)} as t`,
    ...(source.where === undefined ? [] : [`where ${source.where}`]),
  ];
  const select = (lines: readonly string[]) =>
    ['select', `  ${lines.join(',\n  ')}`, ...rows, `group by ${places}`].join('\n');
  const values = dimensions.map((name) => `count(distinct ${quote(name)})`);
  return {
    splitsDay,
    dimensions,
    withPeople: person !== undefined,
    sql: `${select([...columns, ...counts])}\norder by ${places}`,
    check: `select coalesce(sum("count"), 0), count(*)${values.map((one) => `, ${one}`).join('')}\nfrom (\n${select([...columns, 'count(*) as "count"'])}\n) as g`,
  };
}

function dayParts(day: string, level: PeriodLevel): (readonly [sql: string, name: string])[] {
  const part = { month: 'month', quarter: 'quarter', year: 'year', 'fiscal-year': 'year' }[level];
  return ['year', part].map((unit, at) => [
    `cast(extract(${unit} from ${day}) as integer)`,
    at === 0 ? 'year' : 'part',
  ]);
}

function partSql(part: Part): string {
  return typeof part === 'string' ? `t.${quote(part)}` : `(${part.sql})`;
}

function missing(name: string): never {
  throw new Error(`internal error: no column for "${name}"`);
}
