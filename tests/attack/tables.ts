// Tables small enough to know all about: a system of cells, and the leaves that make up each of them.

import { cellKey } from '../../src/program/cell.ts';
import { type Codelist, leafSets, TOTAL } from '../../src/program/codelist.ts';
import { type Box, product } from '../../src/system/boxes.ts';
import { nameGroups } from '../../src/system/groups.ts';
import { measureSystem } from '../../src/system/measure-system.ts';
import type { PartedSystem } from '../../src/system/system.ts';

/** A leaf is one combination of the finest codes of all dimensions; every cell is a sum of leaves. */
export interface Table {
  readonly system: PartedSystem;
  readonly leafCount: number;
  /** By cell: the leaves that it sums, rising. */
  readonly members: readonly (readonly number[])[];
}

/** Hierarchies of a dimension: for each, the parts of every parent, `_T` among them. */
type Trees = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export function listOf(dimension: string, trees: Trees): Codelist {
  const rollups = Object.entries(trees).flatMap(([hierarchy, tree]) =>
    Object.entries(tree).flatMap(([parent, parts]) => parts.map((code) => ({ code, parent, hierarchy }))),
  );
  const codes = [...new Set(rollups.map(({ code }) => code))];
  return { dimension, codes: codes.map((code) => ({ code, label: code, level: dimension })), rollups };
}

/** A dimension without hierarchies. */
export function flat(dimension: string, ...codes: string[]): Codelist {
  return listOf(dimension, { all: { [TOTAL]: codes } });
}

/** Every code of a dimension and its total. */
export function allCodes({ codes }: Codelist): string[] {
  return [TOTAL, ...codes.map(({ code }) => code)];
}

/** The system that publishes these boxes of codes, built as the attack builds it; the last codelist may be sensitive. */
export function tableOf(codelists: readonly Codelist[], boxes: readonly Box[], sensitive = false): Table {
  const { cells, sums, parts } = measureSystem(boxes, [], codelists);
  const index = new Map([...cells.keys()].map((key, at) => [key, at]));
  const at = (key: string) => index.get(key) ?? -1;
  const plain = [...cells].map(([key, { codes, role }]) => ({ key, measure: '', codes, role }));
  const isLast = (_: string, place: number) => sensitive && place === codelists.length - 1;
  const system: PartedSystem = {
    cells: nameGroups(plain, isLast, () => codelists),
    index,
    rows: sums.map(({ whole, parts }) => ({
      cells: [at(whole), ...parts.map(at)],
      coefficients: [-1, ...parts.map(() => 1)],
      lower: 0,
      upper: 0,
    })),
    parts: [...parts].map(at),
  };
  const tops = codelists.map((codelist) => [...leavesOf(TOTAL, codelist)]);
  const leaves = new Map(product(tops).map((codes, leaf) => [cellKey(codes), leaf]));
  const members = system.cells.map(({ codes }) => {
    const lists = codes.map((code, dimension) => [...leavesOf(code, codelists[dimension] as Codelist)]);
    return product(lists)
      .map((combination) => leaves.get(cellKey(combination)) ?? -1)
      .sort((one, other) => one - other);
  });
  return { system, leafCount: leaves.size, members };
}

interface Measures {
  /** By cell: the leaves that it sums. */
  readonly cells: Readonly<Record<string, readonly string[]>>;
  readonly rows: readonly {
    readonly left: readonly string[];
    readonly right: readonly string[];
    readonly sense: 'equal' | 'at-most';
  }[];
}

/** Single counts of several measures, all published, and the relations between them. */
export function measuresOf({ cells, rows }: Measures): Table {
  const keys = Object.keys(cells);
  const leaves = [...new Set(Object.values(cells).flat())];
  const system: PartedSystem = {
    cells: keys.map((key) => ({ key, measure: '', codes: [key], role: 'tabled' })),
    index: new Map(keys.map((key, at) => [key, at])),
    rows: rows.map(({ left, right, sense }) => ({
      cells: [...left, ...right].map((key) => keys.indexOf(key)),
      coefficients: [...left.map(() => 1), ...right.map(() => -1)],
      lower: sense === 'equal' ? 0 : Number.NEGATIVE_INFINITY,
      upper: 0,
    })),
    parts: [],
  };
  const members = keys.map((key) =>
    (cells[key] ?? []).map((leaf) => leaves.indexOf(leaf)).sort((one, other) => one - other),
  );
  return { system, leafCount: leaves.length, members };
}

/** The leaves of a code, of an atom (`a+b`) or of a difference (`x-less-y`). */
function leavesOf(code: string, codelist: Codelist): Set<string> {
  const known = leafSets(codelist).get(code);
  if (known !== undefined) return new Set(known);
  const [whole = '', part] = code.split('-less-');
  if (part === undefined) return new Set(code.split('+'));
  const taken = leavesOf(part, codelist);
  return new Set([...leavesOf(whole, codelist)].filter((leaf) => !taken.has(leaf)));
}

/** The count of every cell, given those of the leaves. */
export function countsOf({ members }: Table, leaves: readonly number[]): number[] {
  return members.map((list) => list.reduce((sum, leaf) => sum + (leaves[leaf] ?? 0), 0));
}

/** The cells that the tables publish or withhold. */
export function publishedCells({ system }: Table): number[] {
  return [...system.cells.keys()].filter((cell) => system.cells[cell]?.role === 'tabled');
}
