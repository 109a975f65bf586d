// An audit in pieces is the audit whole, k = 5; tables drawn as in drawings.ts.

import { expect, test } from 'vitest';
import { auditPieces, joinAudit, openAuditPieces } from '../../src/attack/audit-pieces.ts';
import type { AuditInput } from '../../src/attack/reported.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import { type Bounds, factsFrom } from './drawings.ts';
import { measureInsiders } from './measure-insiders.ts';
import { attackSystem, certify } from './on-this-thread.ts';
import { SHAPES } from './shapes.ts';
import { flat, type Table, tableOf } from './tables.ts';

const K = 5;
const solver = await loadSolver();
const line = tableOf([flat('a', 'a1', 'a2', 'a3', 'a4')], [[['_T', 'a1', 'a2', 'a3', 'a4']]]);

const CASES: readonly (readonly [string, Table, string, Bounds?])[] = [
  ['of two cells each way', SHAPES['two by three'] as Table, '31 6 5 20   12 . . .   19 . . .'],
  ['of a sum', line, '13  .  .  .  7'],
  ['of a sum without end', line, '.  .  .  .  7'],
  ['with a cell that must hold k or more', line, '.  .  .  .  .', { _T: [9, 40] }],
  ['with nothing hidden', line, '13  3  1  2  7'],
];

test('the cases of cells that must hold k or more have some', () => {
  const facts = factsFrom(line, '.  .  .  .  .', { _T: [9, 40] });
  const { blocks } = attackSystem(line.system, facts, { k: K, solver, ranges: false });
  expect(blocks.map(({ provablyLarge }) => provablyLarge)).toEqual([['_T']]);
});

test.for(CASES)('joinAudit has what is asked whole, in whatever order pieces are done: %s', (drawn) => {
  const [, table, drawing, record] = drawn;
  const facts = factsFrom(table, drawing, record);
  const { system } = table;
  const whole = attackSystem(system, facts, { k: K, solver, ranges: true });
  const report = attackSystem(system, facts, { k: K, solver, ranges: false });
  const input: AuditInput = { system, facts, report, k: K, solver };
  const pieces = auditPieces(report);
  const answer = openAuditPieces(input);
  const backwards = [...pieces].reverse().map(answer).reverse();
  const joined = joinAudit(report, backwards);
  expect(joinAudit(report, pieces.map(openAuditPieces(input)))).toEqual(joined);
  expect(joined.report.blocks.map(({ findings }) => findings)).toEqual(
    whole.blocks.map(({ findings }) => findings),
  );
  expect(joined.certificates).toEqual(certify(input));
  expect(joined.insiders).toEqual(measureInsiders(input));
});

test('joinAudit without an end of a range is a fault of our own', () => {
  const facts = factsFrom(line, '13  .  .  .  7');
  const report = attackSystem(line.system, facts, { k: K, solver, ranges: false });
  expect(() => joinAudit(report, [])).toThrow('internal error');
});
