/**
 * The one linear system of a program: every cell of every measure, of every release, and every relation
 * that codelists and `program.json` imply. Protection builds it from what is to be published, the attack
 * from what was; both come here, so a relation that is missing here is missed by both.
 *
 *   lower <= sum of coefficient x count <= upper,   count whole and >= 0
 */

import { entryOf, valueAt } from '../indexes/look-up.ts';
import { placeIn } from '../indexes/place-in.ts';
import { cellKey } from '../program/cell.ts';
import { type Codelist, TOTAL } from '../program/codelist.ts';
import { countsRequests } from '../program/docket-plan.ts';
import { monthCode, releaseEnd } from '../program/period.ts';
import type { Measure, Relation } from '../program/program.ts';
import { droppedRelations, ruleOf } from './earlier-boxes.ts';
import { nameGroups } from './groups.ts';
import type { Role } from './measure-system.ts';
import { LEAST_SUM } from './relations.ts';
import { measureCodelists, type ReleaseShape } from './shape.ts';
import { type Beside, measureSystemOf } from './shape-system.ts';
import { isSlack, relationSystem } from './slack.ts';

export interface SystemCell {
  /** Unique in the system: measure and codes; a total to date carries the month that it runs to. */
  readonly key: string;
  readonly measure: string;
  readonly codes: readonly string[];
  readonly role: Role;
  /** Keys of the groups of which the cell is a category (groups.ts); left out where there is none. */
  readonly groups?: readonly string[];
}

/** `lower <= sum of terms <= upper`; `cells` are indexes into the system's cells. */
export interface Row {
  /** Of a declared relation: what it says (`ruleOf`). */
  readonly rule?: string;
  readonly cells: readonly number[];
  readonly coefficients: readonly number[];
  readonly lower: number;
  readonly upper: number;
}

export interface System {
  readonly cells: readonly SystemCell[];
  readonly index: ReadonlyMap<string, number>;
  readonly rows: readonly Row[];
}

/** A system that knows its finest cells. */
export interface PartedSystem extends System {
  /**
   * No other cell of their tables divides them, so that every set of people of which sums of published cells speak is a union
   * of such cells and of differences.
   */
  readonly parts: readonly number[];
}

/**
 * The system of all releases together, oldest first. Cells that several releases share are one unknown. `recorded`
 * are keys of cells that figures on the record speak of.
 */
export function buildSystem(
  releases: readonly ReleaseShape[],
  recorded: readonly string[] = [],
): PartedSystem {
  const plain = joinReleases(releases, []);
  const others = recorded.filter((key) => !plain.index.has(key));
  return others.length === 0 ? plain : joinReleases(releases, others);
}

interface Joined {
  readonly cells: Map<string, SystemCell>;
  readonly rows: Map<string, KeyedRow>;
  readonly parts: Set<string>;
}

function joinReleases(releases: readonly ReleaseShape[], recorded: readonly string[]): PartedSystem {
  const joined: Joined = { cells: new Map(), rows: new Map(), parts: new Set() };
  const { cells, rows, parts } = joined;
  for (const [at, shape] of releases.entries()) {
    const beside = { earlier: releases.slice(0, at), recorded };
    for (const measure of shape.declaration.measures) addMeasure(joined, shape, measure, beside);
    for (const relation of shape.declaration.relations) addRelation(joined, shape, relation);
    for (const before of releases.slice(0, at))
      for (const relation of droppedRelations(shape.declaration, before.declaration))
        addRelation(joined, before, relation);
  }
  const system = numbered(groupedCells([...cells.values()], releases), [...rows.values()]);
  return {
    ...system,
    parts: [...parts]
      .filter((key) => entryOf(cells, key).role !== 'difference')
      .map((key) => placeIn(system.index, key)),
  };
}

function addMeasure(
  { cells, rows, parts }: Joined,
  shape: ReleaseShape,
  measure: Measure,
  beside: Beside,
): void {
  const found = measureSystemOf(shape, measure, beside);
  const keys = new Map<string, string>();
  for (const [name, { codes, role }] of found.cells) {
    const key = systemKey(shape.release, measure.id, codes);
    keys.set(name, key);
    addCell(cells, { key, measure: measure.id, codes, role });
  }
  const keyOf = (name: string) => entryOf(keys, name);
  for (const sum of found.sums) {
    const terms = [
      { key: keyOf(sum.whole), coefficient: -1 },
      ...sum.parts.map((part) => ({ key: keyOf(part), coefficient: 1 })),
    ];
    rows.set(rowKey(terms), { terms, sense: 'equal' });
  }
  // Requests are no people.
  if (countsRequests(measure.id)) return;
  for (const part of found.parts) parts.add(keyOf(part));
}

function addRelation({ cells, rows, parts }: Joined, shape: ReleaseShape, relation: Relation): void {
  const keyOf = (measure: string, codes: readonly string[]) => systemKey(shape.release, measure, codes);
  const found = relationSystem(
    relation,
    shape,
    (measure, codes) => cells.get(keyOf(measure, codes))?.role === 'tabled',
  );
  for (const { measure, codes, role } of found.cells)
    addCell(cells, { key: keyOf(measure, codes), measure, codes, role });
  const rule = ruleOf(relation);
  for (const { terms, sense } of found.rows) {
    const keyed = terms.map(({ measure, codes, coefficient }) => ({
      key: keyOf(measure, codes),
      coefficient,
    }));
    rows.set(rowKey(keyed) + sense, { terms: keyed, sense, rule });
  }
  for (const { measure, codes } of found.parts) parts.add(keyOf(measure, codes));
}

/** A dimension that any release marks as sensitive is so in all. */
function groupedCells(
  cells: readonly SystemCell[],
  releases: readonly ReleaseShape[],
): readonly SystemCell[] {
  const marked = new Set(
    releases.flatMap(({ declaration: { dimensions } }) =>
      dimensions.filter(({ sensitive }) => sensitive).map(({ id }) => id),
    ),
  );
  if (marked.size === 0) return cells;
  const columns = new Map<string, Codelist[]>(
    releases.flatMap(({ declaration, codelists }) =>
      declaration.measures.map((measure) => [measure.id, measureCodelists(measure, codelists)] as const),
    ),
  );
  const listsOf = (measure: string) => (isSlack(measure) ? [] : entryOf(columns, measure));
  // What a relation leaves over stands in no category: it is published as the difference of cells that do.
  return nameGroups(
    cells,
    (measure, at) => !isSlack(measure) && marked.has(valueAt(listsOf(measure), at).dimension),
    listsOf,
  );
}

interface Term {
  readonly key: string;
  readonly coefficient: number;
}

interface KeyedRow {
  readonly rule?: string;
  readonly terms: readonly Term[];
  readonly sense: Relation['sense'];
}

const STRICTNESS: Readonly<Record<Role, number>> = { unpublished: 0, set: 1, difference: 1, tabled: 2 };

/** Of two cells of one key the one under the stricter promise stays, with the groups of both. */
export function addCell(cells: Map<string, SystemCell>, cell: SystemCell): void {
  const known = cells.get(cell.key);
  const isStricter = known === undefined || STRICTNESS[cell.role] > STRICTNESS[known.role];
  const stays = isStricter ? cell : known;
  if (known?.groups === undefined && cell.groups === undefined) {
    cells.set(cell.key, stays);
    return;
  }
  const groups = [...new Set([...(known?.groups ?? []), ...(cell.groups ?? [])])];
  cells.set(cell.key, { ...stays, groups });
}

function rowKey(terms: readonly Term[]): string {
  return terms.map(({ key, coefficient }) => `${coefficient}*${key}`).join(' ');
}

/** A total to date means something else in every release, so it is named by the month that it runs to. */
export function systemKey(release: string, measure: string, codes: readonly string[]): string {
  const [period = '', ...others] = codes;
  return `${measure}|${cellKey([period === TOTAL ? toDate(release) : period, ...others])}`;
}

/** `..2024-06`, or `_T` of a release whose end nobody can tell. */
export function toDate(release: string): string {
  const end = releaseEnd(release);
  return end === undefined ? TOTAL : `..${monthCode(end)}`;
}

function numbered(cells: readonly SystemCell[], rows: readonly KeyedRow[]): System {
  const index = new Map(cells.map(({ key }, position) => [key, position]));
  return {
    cells,
    index,
    rows: rows.map(({ terms, sense, rule }) => ({
      ...(rule !== undefined && { rule }),
      cells: terms.map(({ key }) => placeIn(index, key)),
      coefficients: terms.map(({ coefficient }) => coefficient),
      lower: LEAST_SUM[sense],
      upper: 0,
    })),
  };
}
