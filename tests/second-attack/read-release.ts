/**
 * A release with all before it and the record, from their files alone: codelists, cubes, the declared relations, figures on the record and what
 * `program.json` says to be zero.
 * Legal requests are left out: no sum joins them to people, and another promise is made of them.
 */
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { addDifferences, addLinks, type Cell, cellAt, type Knowledge } from './knowledge.ts';
import { addZeros } from './program-zeros.ts';
import { addRelations } from './relations.ts';
import {
  codesOf,
  edgesOf,
  type Files,
  isOfRequests,
  leavesIn,
  type Reader,
  readFiles,
  rowsOf,
  TOTAL,
} from './release-files.ts';

/** The place that the name of a cell stands for: `measure|period|code|...`. */
export type PlaceOf = (name: string) => Pick<Cell, 'measure' | 'at'>;

/** Throws where a file says what is not understood here: corrections, sensitive dimensions. */
export function readRelease(folder: string): { readonly knowledge: Knowledge; readonly placeOf: PlaceOf } {
  const all = dirname(folder);
  const names = readdirSync(all).filter((name) => existsSync(join(all, name, 'datapackage.json')));
  const earlier = names.filter((name) => name <= basename(folder)).sort();
  const releases = earlier.map((name) => readFiles(join(all, name)));
  const reader = openReader(releases);
  for (const release of releases) addCubes(reader, release);
  const { knowledge, codes } = reader;
  for (const measure of knowledge.wholes.keys()) addDifferences(knowledge, measure);
  addRelations(
    reader,
    releases.flatMap(({ declaration }) => declaration.relations),
  );
  const placeOf: PlaceOf = (name) => {
    const [measure = '', ...own] = name.split('|');
    return { measure, at: codes.place(measure, own) };
  };
  addRecord(join(all, '..', 'record', 'figures.csv'), knowledge, placeOf);
  addZeros(join(all, '..', 'program.json'), reader);
  return { knowledge, placeOf };
}

function openReader(releases: readonly Files[]): Reader {
  const codes = codesOf(releases);
  const measures = new Set(releases.flatMap(({ cubes }) => [...cubes.keys()]));
  const wholes = [...measures].map(
    (measure) =>
      [measure, codes.dimensionsOf(measure).map((dimension) => codes.leaves(dimension, TOTAL))] as const,
  );
  const k = Math.max(...releases.map(({ declaration }) => declaration.k));
  const [wide, cells] = [new Map(wholes), new Map<string, Cell>()];
  return { codes, knowledge: { k, wholes: wide, cells, relations: [], links: [], differences: [] } };
}

function addCubes({ knowledge, codes }: Reader, { codelists, cubes }: Files): void {
  const periods = leavesIn('period', codelists.get('period') ?? []);
  for (const [measure, rows] of cubes) {
    const dimensions = codes.dimensionsOf(measure);
    for (const row of rows) {
      const own = dimensions.map((dimension) => row[dimension] ?? '');
      const place = codes.place(measure, own, periods.get(TOTAL));
      note(cellAt(knowledge, measure, place, [measure, ...own].join('|')), row);
    }
    for (const [at, dimension] of dimensions.entries()) {
      const lines = codelists.get(dimension) ?? [];
      const leaves = leavesIn(dimension, lines);
      for (const way of Map.groupBy(lines, ({ hierarchy }) => hierarchy).values())
        addLinks(knowledge, measure, at, leaves, edgesOf(way));
    }
  }
}

/** `c` is withheld, `x` not available, and `z` cannot be otherwise than zero. */
function note(cell: Cell, { status, count }: Readonly<Record<string, string>>): void {
  cell.isTabled = true;
  if (status === 'c') cell.hidden = true;
  if (status === 'c' || status === 'x') return;
  const known = status === 'z' ? 0 : Number(count);
  if (cell.known !== undefined && cell.known !== known)
    throw new Error(`${cell.name}: releases publish two counts.`);
  cell.known = known;
}

/** What the record says of a cell, as docs/formats.md reads it. */
function addRecord(file: string, knowledge: Knowledge, placeOf: PlaceOf): void {
  const figures = existsSync(file) ? rowsOf(file) : [];
  for (const { cell: name = '', value = '', qualifier = '' } of figures) {
    if (name === '' || isOfRequests(name)) continue;
    const { measure, at } = placeOf(name);
    const cell = cellAt(knowledge, measure, at, name);
    const [least, most] = limitsOf(value, qualifier);
    cell.least = Math.max(cell.least, least);
    cell.most = Math.min(cell.most, most);
  }
}

/** `about` and `rounded`: half a unit of the last digit that is not 0, up and down. */
function limitsOf(value: string, qualifier: string): [least: number, most: number] {
  const figure = Number(value);
  if (qualifier === 'more than') return [figure + 1, Infinity];
  if (qualifier === 'fewer than') return [0, figure - 1];
  const zeros = /0*$/.exec(value)?.[0].length ?? 0;
  const half = qualifier === 'about' || qualifier === 'rounded' ? Math.floor(10 ** zeros / 2) : 0;
  return [figure - half, figure + half];
}
