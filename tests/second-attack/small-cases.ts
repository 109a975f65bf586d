// Small tables of every kind as cases, with arbitrary counts and patterns, and what `npm run protect` would write of them.
import fc from 'fast-check';
import type { Case } from '../../src/run/case/case-file.ts';

type Shape = Pick<Case, 'dims' | 'tables'>;

const flat = (total: string, size: number): [string, string][] =>
  Array.from({ length: size }, (_, at) => [total, `${total}${at}`]);
const dim = (name: string, ...hierarchies: [string, string][][]) => ({
  name,
  total: name,
  hierarchies: hierarchies.map((edges) => ({ edges })),
});
/** Four leaves, two by two in one way, or in two ways that cross. */
const pairs = (name: string, ...leaves: [number, number, number, number]): [string, string][] => {
  const [x, y] = [`${name}x${leaves[1]}`, `${name}y${leaves[1]}`];
  const parents = [x, x, y, y];
  return [
    [name, x],
    [name, y],
    ...leaves.map((leaf, at): [string, string] => [parents[at] ?? x, `${name}${leaf}`]),
  ];
};

export const SHAPES: Readonly<Record<string, Shape>> = {
  '3 x 3': { dims: [dim('a', flat('a', 3)), dim('b', flat('b', 3))], tables: [['a', 'b']] },
  'a hierarchy': { dims: [dim('a', pairs('a', 0, 1, 2, 3)), dim('b', flat('b', 2))], tables: [['a', 'b']] },
  'two ways to roll up': {
    dims: [dim('a', pairs('a', 0, 1, 2, 3), pairs('a', 0, 2, 1, 3)), dim('b', flat('b', 2))],
    tables: [['a', 'b']],
  },
  'a path of tables': {
    dims: [dim('a', flat('a', 3)), dim('b', flat('b', 2)), dim('c', flat('c', 2))],
    tables: [
      ['a', 'b'],
      ['b', 'c'],
    ],
  },
  'a circle of tables': {
    dims: [dim('a', flat('a', 2)), dim('b', flat('b', 2)), dim('c', flat('c', 2))],
    tables: [
      ['a', 'b'],
      ['b', 'c'],
      ['a', 'c'],
    ],
  },
  'three dimensions': {
    dims: [dim('a', flat('a', 2)), dim('b', flat('b', 2)), dim('c', flat('c', 2))],
    tables: [['a', 'b', 'c']],
  },
};

/** With at most `most` people in each of its finest cells. */
export function cases(shape: Shape, most: number): fc.Arbitrary<Case> {
  const leaves = shape.dims.map(({ hierarchies: [way] }) => {
    const parents = new Set(way?.edges.map(([parent]) => parent));
    return (way?.edges ?? []).map(([, child]) => child).filter((code) => !parents.has(code));
  });
  const places = productOf(leaves);
  return fc
    .array(fc.oneof(fc.nat(3), fc.nat(most)), { minLength: places.length, maxLength: places.length })
    .map((counts) => ({
      ...shape,
      rows: places.map((place, at) => ({ leaves: place, count: counts[at] ?? 0 })),
    }));
}

/** A row for each cell of the tables: its codes, and its count. */
export function cellsOf({ dims, tables, rows }: Case): { codes: string[]; count: number }[] {
  const nodes = dims.map(({ total, hierarchies }) => {
    const edges = hierarchies.flatMap((way) => way.edges);
    return [...new Set([total, ...edges.map(([, child]) => child)])];
  });
  const isWithin = (leaf: string, code: string, at: number): boolean =>
    leaf === code ||
    (dims[at]?.hierarchies ?? []).some(({ edges }) =>
      edges.some(([parent, child]) => parent === code && isWithin(leaf, child, at)),
    );
  const all = tables.flatMap((table) =>
    productOf(dims.map(({ name, total }, at) => (table.includes(name) ? (nodes[at] ?? []) : [total]))),
  );
  return [...new Map(all.map((codes) => [codes.join('|'), codes])).values()].map((codes) => ({
    codes,
    count: rows
      .filter(({ leaves }) => leaves.every((leaf, at) => isWithin(leaf, codes[at] ?? '', at)))
      .reduce((sum, { count }) => sum + count, 0),
  }));
}

export function csvOf(
  { dims }: Case,
  cells: readonly { codes: string[]; count: number; isHidden: boolean }[],
): string {
  const header = [...dims.map(({ name }) => name), 'count', 'status'];
  const lines = cells.map(({ codes, count, isHidden }) => [
    ...codes,
    ...(isHidden ? ['', 'c'] : [count, '']),
  ]);
  return [header, ...lines].map((line) => line.join()).join('\n');
}

function productOf<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>((done, list) => done.flatMap((one) => list.map((each) => [...one, each])), [[]]);
}
