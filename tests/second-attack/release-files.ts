/** What a release has in its files, as far as the second attack reads them, and what its codes stand for. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { type Cell, type Knowledge, type Leaves, leafList, leavesOf, type Rollup } from './knowledge.ts';

export type Fields = Readonly<Record<string, string>>;

interface Term {
  readonly measure: string;
  readonly codes: Readonly<Record<string, string>>;
  readonly lag?: number;
}

export interface Relation {
  readonly id: string;
  readonly sense: 'equal' | 'at-most';
  readonly period: string;
  readonly opening?: 'zero';
  readonly by: Readonly<Record<string, string>>;
  readonly left: readonly Term[];
  readonly right: readonly Term[];
}

interface Declaration {
  readonly k: number;
  readonly measures: readonly {
    readonly id: string;
    readonly kind: 'flow' | 'stock';
    readonly dimensions: readonly string[];
  }[];
  readonly relations: readonly Relation[];
  readonly dimensions: readonly { readonly id: string; readonly sensitive: boolean }[];
}

export interface Files {
  readonly declaration: Declaration;
  /** By dimension. */
  readonly codelists: ReadonlyMap<string, readonly Fields[]>;
  /** By measure. */
  readonly cubes: ReadonlyMap<string, readonly Fields[]>;
}

export const TOTAL = '_T';

/** Of requests another promise is made, and no sum joins them to people. */
export const isOfRequests = (measure: string) => measure.startsWith('legal-requests-');

export function readFiles(folder: string): Files {
  const text = readFileSync(join(folder, 'datapackage.json'), 'utf8');
  const { declaration }: { declaration: Declaration } = JSON.parse(text).daylight;
  if (rowsOf(join(folder, 'changes.csv')).length > 0)
    throw new Error(`${folder}: corrections are not understood here.`);
  if (declaration.dimensions.some(({ sensitive }) => sensitive))
    throw new Error(`${folder}: what is promised of sensitive dimensions is not understood here.`);
  const read = (room: string) =>
    readdirSync(join(folder, room)).map(
      (file) => [file.replace('.csv', ''), rowsOf(join(folder, room, file))] as const,
    );
  const cubes = read('cubes').filter(([measure]) => !isOfRequests(measure));
  return { declaration, codelists: new Map(read('codelists')), cubes: new Map(cubes) };
}

export function rowsOf(file: string): Fields[] {
  return Papa.parse<Fields>(readFileSync(file, 'utf8').trim(), { header: true }).data;
}

export const edgesOf = (rows: readonly Fields[]): Rollup =>
  rows.map(({ parent, code = '' }) => [parent || TOTAL, code] as const);

/** What each code of a codelist stands for: a period for its months, however coarse the finest periods are. */
export function leavesIn(dimension: string, rows: readonly Fields[]): Leaves {
  const leaves = leavesOf(edgesOf(rows), TOTAL);
  if (dimension !== 'period') return leaves;
  return new Map([...leaves].map(([code, finest]) => [code, finest.flatMap(monthsIn)]));
}

/** `2024-03`, `2024-Q1`, `2024-H1` or `2024`. */
function monthsIn(period: string): readonly string[] {
  const [year = '', part = ''] = period.split('-');
  const [, kind = '', number = ''] = /^([QH]?)(\d*)$/.exec(part) ?? [];
  const size = { Q: 3, H: 6 }[kind] ?? (part === '' ? 12 : 1);
  const last = part === '' ? size : Number(number) * size;
  if (!/^\d{4}$/.test(year) || !(last >= 1 && last <= 12))
    throw new Error(`${period}: the finest periods of a table are not understood here.`);
  return Array.from({ length: size }, (_, at) => `${year}-${String(last - size + 1 + at).padStart(2, '0')}`);
}

/** The codes of all releases together. */
export interface Codes {
  readonly leaves: (dimension: string, code: string) => readonly string[];
  readonly all: (dimension: string) => readonly string[];
  readonly atLevel: (dimension: string, level: string) => readonly string[];
  readonly dimensionsOf: (measure: string) => readonly string[];
  readonly isStock: (measure: string) => boolean;
  /** The leaves in each dimension; `total` is what `_T` stands for as a period. */
  readonly place: (measure: string, codes: readonly string[], total?: readonly string[]) => Cell['at'];
}

export interface Reader {
  readonly knowledge: Knowledge;
  readonly codes: Codes;
}

export function codesOf(releases: readonly Files[]): Codes {
  const lines = new Map<string, Fields[]>();
  for (const [dimension, rows] of releases.flatMap(({ codelists }) => [...codelists]))
    lines.set(dimension, [...(lines.get(dimension) ?? []), ...rows]);
  const lists = new Map([...lines].map(([name, rows]): [string, Leaves] => [name, leavesIn(name, rows)]));
  const measures = new Map(
    releases.flatMap(({ declaration }) => declaration.measures.map((one) => [one.id, one])),
  );
  const leaves: Codes['leaves'] = (dimension, code) => leafList(lists.get(dimension) ?? new Map(), code);
  const isStock = (measure: string) => measures.get(measure)?.kind === 'stock';
  const dimensionsOf = (measure: string) => ['period', ...(measures.get(measure)?.dimensions ?? [])];
  const periodLeaves = (code: string, total: readonly string[]) => {
    if (code === TOTAL) return total;
    // A total to date is named by the month that it runs to, in the record and in audits.
    return code.startsWith('..') ? total.filter((leaf) => leaf <= code.slice(2)) : leaves('period', code);
  };
  return {
    leaves,
    isStock,
    dimensionsOf,
    all: (dimension) => [...(lists.get(dimension)?.keys() ?? [])],
    atLevel: (dimension, level) => {
      const own = lines.get(dimension)?.filter((row) => row.level === level) ?? [];
      const inOrder = own.toSorted((one, other) => Number(one.order) - Number(other.order));
      return [...new Set(inOrder.map(({ code = '' }) => code))];
    },
    place: (measure, codes, total = leaves('period', TOTAL)) =>
      dimensionsOf(measure).map((dimension, at) => {
        const code = codes[at] ?? TOTAL;
        if (dimension !== 'period') return leaves(dimension, code);
        const span = periodLeaves(code, total);
        // A stock is as of the end of its period.
        return isStock(measure) ? span.slice(-1) : span;
      }),
  };
}
