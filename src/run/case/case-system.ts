/**
 * A case as one linear system, with the true count of every cell in it. Nodes get codes of our own (`n0`,
 * `n1`), since cell keys are joined by bars and a case may name its nodes as it likes.
 */

import { entryOf, valueAt } from '../../indexes/look-up.ts';
import { placeIn } from '../../indexes/place-in.ts';
import { cellKey } from '../../program/cell.ts';
import { type Codelist, leafSets, TOTAL } from '../../program/codelist.ts';
import { type Box, product } from '../../system/boxes.ts';
import { type MeasureSystem, measureSystem } from '../../system/measure-system.ts';
import type { PartedSystem, System } from '../../system/system.ts';
import type { Case, CaseDimension } from './case-file.ts';

export interface CaseSystem {
  readonly system: PartedSystem;
  /** True count by cell of the system. */
  readonly counts: readonly number[];
  /** Indexes of the cells that the tables publish, in table order. */
  readonly published: readonly number[];
  /** The case's own names of a cell's codes. */
  readonly namesOf: (cell: number) => string[];
  /** A cell by its key, or a sum of such: each in the case's names, `north x young`. */
  readonly nameOf: (key: string) => string;
}

/** A dimension with our codes and the way back to the case's names. */
interface CodedDimension {
  readonly codelist: Codelist;
  readonly codes: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
}

export function buildCaseSystem(input: Case): CaseSystem {
  const dimensions = input.dims.map(codeDimension);
  const boxes = input.tables.map(
    (table): Box =>
      input.dims.map(({ name }, index) =>
        table.includes(name) ? allNodes(valueAt(dimensions, index)) : [TOTAL],
      ),
  );
  const measured = measureSystem(
    boxes,
    [],
    dimensions.map(({ codelist }) => codelist),
  );
  const system = asSystem(measured);
  const namesOf = (cell: number) =>
    valueAt(system.cells, cell).codes.map((code, at) => nameOfCode(code, valueAt(dimensions, at)));
  return {
    system,
    namesOf,
    nameOf: (key) => nameSum(key, system, namesOf),
    counts: countCells(input, dimensions, system),
    published: system.cells.flatMap(({ role }, cell) => (role === 'tabled' ? [cell] : [])),
  };
}

/** Codes of cells that no table publishes are made of others: `n1+n2`, `n3-less-n1`. */
function nameOfCode(code: string, { names }: CodedDimension): string {
  const parts = code.split('-less-').map((part) => part.split('+').map((one) => entryOf(names, one)));
  return parts.map((sum) => sum.join(' and ')).join(' less ');
}

function nameSum(sum: string, { index }: System, namesOf: CaseSystem['namesOf']): string {
  const words = sum.split(' ');
  const named = words.map((word) => {
    const cell = index.get(word);
    const name = cell === undefined ? word : namesOf(cell).join(' x ');
    return cell === undefined || words.length === 1 ? name : `(${name})`;
  });
  return named.join(' ');
}

function codeDimension({ name, total, hierarchies }: CaseDimension): CodedDimension {
  const nodes = [...new Set(hierarchies.flatMap(({ edges }) => edges.flat()))].filter(
    (node) => node !== total,
  );
  const codes = new Map([[total, TOTAL], ...nodes.map((node, index) => [node, `n${index}`] as const)]);
  const code = (node: string) => entryOf(codes, node);
  const rollups = hierarchies.flatMap(({ edges }, index) =>
    edges.map(([parent, child]) => ({ code: code(child), parent: code(parent), hierarchy: `h${index}` })),
  );
  const codelist = {
    dimension: name,
    codes: nodes.map((node) => ({ code: code(node), label: node, level: name })),
    rollups,
  };
  return { codelist, codes, names: new Map([...codes].map(([node, own]) => [own, node])) };
}

function allNodes({ codelist }: CodedDimension): string[] {
  return [TOTAL, ...codelist.codes.map(({ code }) => code)];
}

function asSystem({ cells, sums, parts }: MeasureSystem): PartedSystem {
  const index = new Map([...cells.keys()].map((key, position) => [key, position]));
  const at = (key: string) => placeIn(index, key);
  return {
    cells: [...cells].map(([key, { codes, role }]) => ({ key, measure: '', codes, role })),
    index,
    rows: sums.map(({ whole, parts }) => ({
      cells: [at(whole), ...parts.map(at)],
      coefficients: [-1, ...parts.map(() => 1)],
      lower: 0,
      upper: 0,
    })),
    parts: [...parts].map(at),
  };
}

/** Adds every micro-cell to each cell of the system that contains it. */
function countCells(
  { rows }: Case,
  dimensions: readonly CodedDimension[],
  { cells, index }: System,
): number[] {
  const counts = cells.map(() => 0);
  const covering = dimensions.map(({ codelist }, dimension) =>
    codesByLeaf(codelist, new Set(cells.map(({ codes }) => valueAt(codes, dimension)))),
  );
  for (const { leaves, count } of rows) {
    const lists = leaves.map((leaf, dimension) =>
      entryOf(valueAt(covering, dimension), entryOf(valueAt(dimensions, dimension).codes, leaf)),
    );
    for (const codes of product(lists)) {
      const at = index.get(cellKey(codes));
      if (at !== undefined) counts[at] = valueAt(counts, at) + count;
    }
  }
  return counts;
}

/** For every leaf the codes that contain it, atoms (`n1+n2`) and differences (`n3-less-n1`) among them. */
function codesByLeaf(codelist: Codelist, codes: ReadonlySet<string>): Map<string, string[]> {
  const known = leafSets(codelist);
  const found = new Map<string, string[]>();
  for (const code of codes)
    for (const leaf of leavesOf(code, known)) found.set(leaf, [...(found.get(leaf) ?? []), code]);
  return found;
}

function leavesOf(code: string, known: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const leaves = known.get(code);
  if (leaves !== undefined) return new Set(leaves);
  const [whole = '', part] = code.split('-less-');
  if (part === undefined) return new Set(code.split('+'));
  const taken = leavesOf(part, known);
  return new Set([...leavesOf(whole, known)].filter((leaf) => !taken.has(leaf)));
}
