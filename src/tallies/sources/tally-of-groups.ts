/** The rows of a tally file from what a database counted: periods as codes, values as codes of the program. */

import { valueAt } from '../../indexes/look-up.ts';
import type { Codelist } from '../../program/codelist.ts';
import type { PeriodLevel } from '../../program/period.ts';
import { nearestName } from '../../reading/nearest-name.ts';
import { accept, type Checked, type Fault, type Problem, refuse } from '../../reading/problem.ts';
import { codeReader } from '../column.ts';
import type { Groups } from './group-limits.ts';
import type { Source } from './source-file.ts';
import type { Query } from './write-query.ts';

/** `codelists` are those of the query's dimensions. Problems tell which column, and no value of it. */
export function tallyOfGroups(
  groups: Groups,
  { splitsDay, dimensions, withPeople }: Query,
  { codes }: Source,
  level: PeriodLevel,
  codelists: readonly Codelist[],
  place: Pick<Problem, 'file' | 'line'>,
): Checked<string[][]> {
  const width = splitsDay ? 2 : 1;
  const readers = dimensions.map((name, at) => openReader(codes[name] ?? {}, codelists[at] ?? missing(name)));
  let withoutDay = 0;
  const rows = groups.map((group) => {
    const period = splitsDay ? periodOf(group[0], group[1], level) : group[0];
    if (period === null || period === undefined) withoutDay += 1;
    const read = readers.map(({ read }, at) => read(valueAt(group, width + at) ?? ''));
    return [period ?? '', ...read, ...group.slice(width + dimensions.length).map((count) => count ?? '')];
  });
  const problems = [
    ...(withoutDay === 0 ? [] : [{ ...place, column: 'period', ...NO_DAY }]),
    ...readers.flatMap(({ finish }, at) =>
      finish().map((fault) => ({ ...place, column: valueAt(dimensions, at), ...fault })),
    ),
  ];
  if (problems.length > 0) return refuse(problems);
  const merged = mergeRows(rows, 1 + dimensions.length);
  return withPeople && merged.length < rows.length
    ? refuse([{ ...place, column: 'person', ...PEOPLE_TWICE }])
    : accept(merged);
}

/** Rows of the same period and codes, where several values stand for one code, are one. */
function mergeRows(rows: readonly string[][], keys: number): string[][] {
  const merged = new Map<string, string[]>();
  for (const row of rows) {
    const key = JSON.stringify(row.slice(0, keys));
    const known = merged.get(key);
    if (known === undefined) merged.set(key, row);
    else known[keys] = String(Number(known[keys]) + Number(row[keys]));
  }
  return [...merged.values()];
}

const PEOPLE_TWICE: Fault = {
  code: 'people-twice',
  message:
    'Several values stand for one code, and the people behind them cannot be added up: one person may be behind several.',
  fix: 'Let the database make one value of them, by an expression such as { "sql": "case when ... end" } in sources.json.',
};

function periodOf(
  year: string | null | undefined,
  part: string | null | undefined,
  level: PeriodLevel,
): string | null {
  if (year == null || part == null) return null;
  if (level === 'month') return `${year}-${part.padStart(2, '0')}`;
  if (level === 'half-year') return `${year}-H${part}`;
  return level === 'quarter' ? `${year}-Q${part}` : year;
}

interface ValueReader {
  readonly read: (value: string) => string;
  readonly finish: () => Fault[];
}

function openReader(own: Readonly<Record<string, string>>, codelist: Codelist): ValueReader {
  const declared = codelist.codes.map(({ code }) => code);
  const { explain } = codeReader(codelist);
  const unknown = new Set<string>();
  return {
    read: (value) => {
      const said = own[value] ?? value;
      if (declared.includes(said)) return said;
      const meaning = said === '' ? undefined : explain(said);
      if (typeof meaning === 'object' && 'code' in meaning) return meaning.code;
      unknown.add(value);
      return '';
    },
    finish: () => (unknown.size === 0 ? [] : [unknownValues(unknown, declared)]),
  };
}

function unknownValues(unknown: ReadonlySet<string>, declared: readonly string[]): Fault {
  const near = [...new Set([...unknown].flatMap((value) => nearestName(value, declared) ?? []))].slice(0, 3);
  const are = unknown.size === 1 ? 'One value of the column is' : `${unknown.size} values of the column are`;
  return {
    code: 'unknown-code',
    message: `${are} no code of the program${unknown.has('') ? ' (nothing at all among them)' : ''}.`,
    fix: `Say under "codes" in sources.json which code each stands for, or declare it in program.json.${near.length === 0 ? '' : ` Near to declared ones: ${near.join(', ')}.`}`,
  };
}

const NO_DAY: Fault = {
  code: 'no-day',
  message: 'Rows have no day, so they are of no period.',
  fix: 'Mend them at their source, or leave them out by "where" in sources.json, if they were never counted.',
};

function missing(name: string): never {
  throw new Error(`internal error: no codelist of "${name}"`);
}
