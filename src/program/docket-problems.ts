/** What is wrong with how `program.json` says that requests are counted. */
import type { Problem } from '../reading/problem.ts';
import { docketPeriod, REQUEST_MEASURES } from './docket-plan.ts';
import type { Program } from './program.ts';
import { TOLD_BY } from './request.ts';

type Fault = readonly [code: string, message: string, fix: string];

/** A docket needs quarters, or half-years of totals; what it counts is never declared by hand; only totals may be told apart by less. */
export function docketProblems({ docket, period, measures }: Program, file: string): Problem[] {
  const byHand = measures.filter(({ id }) => REQUEST_MEASURES.includes(id));
  const faults: Fault[] = byHand.map(({ id }) => [
    'docket-measure',
    `The measure "${id}" follows from the docket.`,
    'Take it out of "measures" and declare "docket" instead.',
  ]);
  const level = docketPeriod({ docket });
  if (docket !== undefined && period?.levels.includes(level) !== true)
    faults.push([
      'docket-periods',
      `The program keeps a docket, but it has no ${level}s.`,
      `Add "${level}" to the levels of "period".`,
    ]);
  return [...faults, ...toldFaults(docket)].map(([code, message, fix]) => ({
    file,
    line: 0,
    column: 'docket',
    code,
    message,
    fix,
  }));
}

function toldFaults(docket: Program['docket']): Fault[] {
  if (docket === undefined) return [];
  const keys = (['by', 'closedBy', 'period'] as const).filter((key) => docket[key] !== undefined);
  const { by = TOLD_BY, closedBy = [] } = docket;
  const strange = closedBy.filter((dimension) => !by.includes(dimension));
  const listed = docket.from === 'totals' ? [] : keys;
  return [
    ...listed.map(
      (key): Fault => [
        'docket-by',
        `The docket says by what requests are told apart or counted ("${key}"), but it lists them one by one.`,
        `Take "${key}" out, or say "from": "totals" where the office keeps totals alone.`,
      ],
    ),
    ...strange.map(
      (dimension): Fault => [
        'docket-closed-by',
        `"closedBy" names "${dimension}", which "by" does not.`,
        'Name in "by" whatever totals tell requests apart by, and in "closedBy" what of it is known of closed ones.',
      ],
    ),
  ];
}
