/**
 * One `GROUP BY` per measure: the database counts, and only counts travel. Beside each group stand numbers of all of them, by which
 * groups that could be people are told; of such none travels, and the one row that comes has the numbers alone. Names are
 * quoted; expressions are the operator's own. It is plain SQL that PostgreSQL, Citus, Redshift, CockroachDB, YugabyteDB and DuckDB have alike; what
 * stands behind `from` is the engine's.
 */
import type { PeriodLevel } from '../../program/period.ts';
import { type Dialect, quote } from './engine.ts';
import { FEW_ROWS, MOST_GROUPS } from './group-limits.ts';
import type { Part, Source } from './source-file.ts';

export interface Query {
  /** Whether the first two columns are year and part of the year, or the first is a period as it stands. */
  readonly splitsDay: boolean;
  readonly dimensions: readonly string[];
  readonly withPeople: boolean;
  /** Its first columns are numbers of all groups (`group-limits.ts`), then come those of a group. */
  readonly sql: string;
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
  const groups = ['select', `  ${[...columns, ...counts].join(',\n  ')}`, ...rows, `group by ${places}`].join(
    '\n',
  );
  const numbers = [
    'coalesce(sum("count"), 0) as "all rows"',
    'count(*) as "all groups"',
    ...dimensions.map((name, at) => `count(distinct ${quote(name)}) as ${quote(valuesAt(at))}`),
  ];
  const order = keys.map(([, name]) => `g.${quote(name)}`).join(', ');
  return {
    splitsDay,
    dimensions,
    withPeople: person !== undefined,
    sql: [
      `with g as (\n${groups}\n), n as (\nselect ${numbers.join(', ')} from g\n)`,
      `select n.*, g.* from n left join g on ${safeGroups(dimensions.length)}`,
      `order by ${order}`,
    ].join('\n'),
  };
}

const valuesAt = (at: number): string => `values ${at + 1}`;

/** That the groups are no people, as `peopleFault` says it of the numbers. */
function safeGroups(dimensions: number): string {
  const values = Array.from(
    { length: dimensions },
    (_, at) => `2 * n.${quote(valuesAt(at))} <= n."all rows"`,
  );
  const many = [`10 * n."all groups" <= 9 * n."all rows"`, ...values].join(' and ');
  return `n."all groups" <= ${MOST_GROUPS} and (n."all rows" <= ${FEW_ROWS} or (${many}))`;
}

function dayParts(day: string, level: PeriodLevel): (readonly [sql: string, name: string])[] {
  const of = (unit: string) => `cast(extract(${unit} from ${day}) as integer)`;
  const half = `case when ${of('month')} < 7 then 1 else 2 end`;
  const part = {
    month: of('month'),
    quarter: of('quarter'),
    'half-year': half,
    year: of('year'),
    'fiscal-year': of('year'),
  }[level];
  return [
    [of('year'), 'year'],
    [part, 'part'],
  ];
}

function partSql(part: Part): string {
  return typeof part === 'string' ? `t.${quote(part)}` : `(${part.sql})`;
}

function missing(name: string): never {
  throw new Error(`internal error: no column for "${name}"`);
}
