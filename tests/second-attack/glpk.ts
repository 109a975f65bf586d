/** Linear and integer programs for GLPK, a solver that shares nothing with the one in `src/solver` (HiGHS). */
import createGlpk, { type GLPK, type LP } from 'glpk.js/node';
import type { Sum } from './joint.ts';
import type { Row } from './rows.ts';

const glpk: GLPK = await createGlpk();
/** What GLPK may still get wrong in a sum of whole numbers. */
const NEARLY = 1e-6;
/** What is less than this apart, it may take for the same in a choice of columns; vertices of our sums are farther apart. */
export const CLEARLY = 0.01;
const INTEGER_LIMIT_S = 20;

export type Answer =
  | { readonly is: 'none' | 'unbounded' | 'unknown' }
  | { readonly is: 'found'; readonly value: number; readonly world: ReadonlyMap<number, number> };

/** `rows` of columns that are 0 and more; `whole`: in whole numbers. */
export function minimise(rows: readonly Row[], goal: Sum, whole = false): Answer {
  const columns = [...new Set([...rows.flatMap(({ sum }) => [...sum.keys()]), ...goal.keys()])];
  const name = (column: number) => `x${column}`;
  const variables = (sum: Sum) => [...sum].map(([column, coef]) => ({ name: name(column), coef }));
  const program: LP = {
    name: 'world',
    objective: { direction: glpk.GLP_MIN, name: 'goal', vars: variables(goal) },
    subjectTo: rows.map(({ sum, least, most }, at) => ({
      name: `r${at}`,
      vars: variables(sum),
      bnds: boundsOf(least, most),
    })),
    bounds: columns.map((column) => ({ name: name(column), type: glpk.GLP_LO, lb: 0, ub: 0 })),
    generals: whole ? columns.map(name) : [],
  };
  const run = (presol: boolean) =>
    glpk.solve(program, { msglev: glpk.GLP_MSG_OFF, presol, tmlim: INTEGER_LIMIT_S }).result;
  let result = run(true);
  // What its presolver refuses it does not say why; without, it does.
  if (!whole && result.status !== glpk.GLP_OPT) result = run(false);
  if (result.status === glpk.GLP_NOFEAS) return { is: 'none' };
  if (result.status === glpk.GLP_UNBND) return { is: 'unbounded' };
  if (result.status !== glpk.GLP_OPT) return { is: 'unknown' };
  const world = new Map(columns.map((column) => [column, result.vars[name(column)] ?? 0]));
  return { is: 'found', value: result.z, world };
}

/** Some of the columns that add up to more than 0 and less than `many` in each of the solutions. */
export function choose(
  columns: readonly number[],
  solutions: readonly Sum[],
  many: number,
): number[] | undefined {
  const name = (column: number) => `y${column}`;
  const limits = { type: glpk.GLP_DB, lb: CLEARLY, ub: many - CLEARLY };
  const terms = (solution: Sum) =>
    columns.flatMap((column) => {
      const coef = solution.get(column) ?? 0;
      return Math.abs(coef) < NEARLY ? [] : [{ name: name(column), coef }];
    });
  if (solutions.some((solution) => terms(solution).length === 0)) return undefined;
  const program: LP = {
    name: 'set',
    objective: {
      direction: glpk.GLP_MIN,
      name: 'size',
      vars: columns.map((column) => ({ name: name(column), coef: 1 })),
    },
    subjectTo: solutions.map((solution, at) => ({ name: `r${at}`, vars: terms(solution), bnds: limits })),
    binaries: columns.map(name),
  };
  const { status, vars } = glpk.solve(program, { msglev: glpk.GLP_MSG_OFF, presol: true }).result;
  return status === glpk.GLP_OPT ? columns.filter((column) => (vars[name(column)] ?? 0) > 0.5) : undefined;
}

function boundsOf(lb: number, ub: number): LP['subjectTo'][number]['bnds'] {
  if (lb === ub) return { type: glpk.GLP_FX, lb, ub };
  if (ub === Infinity) return { type: glpk.GLP_LO, lb, ub: 0 };
  return lb === -Infinity ? { type: glpk.GLP_UP, lb: 0, ub } : { type: glpk.GLP_DB, lb, ub };
}

/** The least and the most of whole numbers that a program leaves; 0 and never -0. */
export const leastWhole = (value: number) => Math.ceil(value - NEARLY) + 0;
export const mostWhole = (value: number) => Math.floor(value + NEARLY) + 0;
