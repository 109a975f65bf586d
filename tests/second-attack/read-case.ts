/** A case as `npm run protect` publishes it: the names of NAME.json, and the CSV that it wrote. The counts of NAME.csv are not read. */
import Papa from 'papaparse';
import {
  addDifferences,
  addLinks,
  cellAt,
  type Knowledge,
  type Leaves,
  leafList,
  leavesOf,
} from './knowledge.ts';

export interface CaseNames {
  readonly dims: readonly {
    readonly name: string;
    readonly total: string;
    readonly hierarchies: readonly { readonly edges: readonly (readonly [string, string])[] }[];
  }[];
}

export function readCase({ dims }: CaseNames, csv: string, k: number): Knowledge {
  const leaves = dims.map(({ total, hierarchies }) =>
    leavesOf(
      hierarchies.flatMap(({ edges }) => edges),
      total,
    ),
  );
  const wholes = dims.map(({ total }, at) => leafList(leaves[at] as Leaves, total));
  const knowledge: Knowledge = {
    k,
    wholes: new Map([['count', wholes]]),
    cells: new Map(),
    relations: [],
    links: [],
    differences: [],
  };
  const rows = Papa.parse<Record<string, string>>(csv.trim(), { header: true }).data;
  for (const row of rows) {
    const codes = dims.map(({ name }) => row[name] as string);
    const at = codes.map((code, dimension) => leafList(leaves[dimension] as Leaves, code));
    const cell = cellAt(knowledge, 'count', at, codes.join('|'));
    cell.isTabled = true;
    if (row.status === 'c') cell.hidden = true;
    else cell.known = Number(row.count);
  }
  addDifferences(knowledge, 'count');
  for (const [dimension, { hierarchies }] of dims.entries())
    for (const { edges } of hierarchies)
      addLinks(knowledge, 'count', dimension, leaves[dimension] as Leaves, edges);
  return knowledge;
}
