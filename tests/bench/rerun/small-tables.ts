/** Small tables of several shapes, invented: what is published of each, in one release or in two. */
import { seededRandom } from '../../../scripts/seed/random.ts';
import type { Case } from '../../../src/run/case/case-file.ts';
import { buildCaseSystem } from '../../../src/run/case/case-system.ts';
import type { PartedSystem } from '../../../src/system/system.ts';

export interface SmallTable {
  readonly shape: string;
  readonly k: number;
  readonly system: PartedSystem;
  /** By cell its count; undefined where no table shows it. */
  readonly counts: readonly (number | undefined)[];
  /** What each release publishes or withholds, at last all of the table. */
  readonly releases: readonly ReadonlySet<number>[];
}

type Edges = Case['dims'][number]['hierarchies'][number]['edges'];

interface Shape extends Pick<Case, 'dims' | 'tables'> {
  readonly shape: string;
  /** Codes of the second dimension that a first release has; left out where there is only one. */
  readonly early?: readonly string[];
}

const flat = (name: string, size: number): Edges =>
  Array.from({ length: size }, (_, at) => [name, `${name}${at}`]);

/** Two groups, the first of two leaves, the second of all others. */
const grouped = (name: string, size: number): Edges => [
  [name, `${name}x`],
  [name, `${name}y`],
  ...flat(name, size).map(([, leaf], at): [string, string] => [at < 2 ? `${name}x` : `${name}y`, leaf]),
];

const dim = (name: string, edges: Edges) => ({ name, total: name, hierarchies: [{ edges }] });
const [a, b] = [dim('a', flat('a', 3)), dim('b', flat('b', 3))];

const SHAPES: readonly Shape[] = [
  { shape: '3 x 3', dims: [a, b], tables: [['a', 'b']] },
  { shape: '4 x 3', dims: [dim('a', flat('a', 4)), b], tables: [['a', 'b']] },
  { shape: '(2 + 2) x 3', dims: [dim('a', grouped('a', 4)), b], tables: [['a', 'b']] },
  {
    shape: '3 x 3 linked with 3 x 2',
    dims: [a, b, dim('c', flat('c', 2))],
    tables: [
      ['a', 'b'],
      ['a', 'c'],
    ],
  },
  {
    shape: '3 x 2, then 3 x 3',
    dims: [a, dim('b', grouped('b', 3))],
    tables: [['a', 'b']],
    early: ['bx', 'b0', 'b1'],
  },
];

const THRESHOLDS = [5, 11];
const SEED = 16;
/** People in a cell as against k, about. */
const LEVEL = 4;

/** The same every time. */
export function smallTables(count: number): SmallTable[] {
  const random = seededRandom(SEED);
  return Array.from({ length: count }, (_, at) => {
    const k = THRESHOLDS[Math.floor(at / SHAPES.length) % THRESHOLDS.length] as number;
    return tableOf(SHAPES[at % SHAPES.length] as Shape, k, random);
  });
}

function tableOf({ shape, dims, tables, early }: Shape, k: number, random: () => number): SmallTable {
  const shares = dims.map(({ hierarchies: [one] }) => {
    const edges = one?.edges ?? [];
    const parents = new Set(edges.map(([parent]) => parent));
    const leaves = edges.map(([, child]) => child).filter((code) => !parents.has(code));
    return leaves.map((leaf) => [leaf, Math.exp(1.6 * (random() - 0.5))] as const);
  });
  const rows = product(shares).map((cell) => {
    const mean = cell.reduce((all, [, share]) => all * share, LEVEL * k);
    return { leaves: cell.map(([leaf]) => leaf), count: Math.floor(-mean * Math.log(1 - random())) };
  });
  const { system, counts, published, namesOf } = buildCaseSystem({ dims, tables, rows });
  const all = new Set(published);
  const first = early && new Set(published.filter((cell) => early.includes(namesOf(cell)[1] as string)));
  return {
    shape,
    k,
    system: { ...system, parts: [] },
    counts: counts.map((count, cell) => (all.has(cell) ? count : undefined)),
    releases: first === undefined ? [all] : [first, all],
  };
}

function product<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>((done, list) => done.flatMap((one) => list.map((each) => [...one, each])), [[]]);
}

/** Some people and fewer than k. */
export function isSmall({ k }: Pick<SmallTable, 'k'>, count: number | undefined): boolean {
  return count !== undefined && count >= 1 && count < k;
}
