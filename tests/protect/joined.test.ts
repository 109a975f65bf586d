// Which withheld cells have a reason to be, k = 5.

import { expect, onTestFinished, test } from 'vitest';
import { openPatternAudit, type PatternAudit } from '../../src/protect/audit/pattern-audit.ts';
import type { ProtectTask } from '../../src/protect/task.ts';
import { SENSITIVE_SHAPES, SHAPES } from '../attack/shapes.ts';
import type { Table } from '../attack/tables.ts';
import { taskOf } from './plans.ts';

function audit(task: ProtectTask): PatternAudit {
  const opened = openPatternAudit(task);
  onTestFinished(() => opened.close());
  return opened;
}

/** Two districts, `d1` and `d2`, of two areas each, `x1` to `x4`. */
const areas = SHAPES['a hierarchy'] as Table;
const of = (keys: string) => new Set(keys.split(' ').map((key) => areas.system.index.get(key) ?? -1));

test('joined leaves out blocks that hold nothing that is to be kept, and what follows from other cells', () => {
  const { joined } = audit(taskOf(areas, [3, 9, 8, 7]));
  expect(joined(of('x1 x2 x3 x4'), of('x1'))).toEqual(of('x1 x2'));
  expect(joined(of('x1 x2 x3'), of('x1'))).toEqual(of('x1 x2'));
  expect(joined(of('d1 d2 x1 x2 x3 x4'), of('x1'))).toEqual(of('d1 d2 x1 x2 x3 x4'));
});

test('joined keeps what stands in a block with a cell that is to be kept, though that is k or more', () => {
  const { joined } = audit(taskOf(areas, [6, 9, 8, 7]));
  expect(joined(of('x1 x2 x3 x4'), of('x3'))).toEqual(of('x3 x4'));
});

test('joined adds no cell that is not withheld, though nobody knows it', () => {
  const task = taskOf(areas, [3, 9, 8, 7]);
  const publishable = new Set([...task.publishable].filter((cell) => !of('x2').has(cell)));
  expect(audit({ ...task, publishable }).joined(of('x1'), of('x1'))).toEqual(of('x1'));
});

test('joined keeps the categories of a group', () => {
  const table = SENSITIVE_SHAPES['one group in three categories'];
  if (table === undefined) throw new Error('no such shape');
  const of = (...keys: string[]) => new Set(keys.map((key) => table.system.index.get(key) ?? -1));
  const { joined } = audit(taskOf(table, [3, 20, 9]));
  expect(joined(of('_T'), of('_T'))).toEqual(of('_T', 'a1', 'a2', 'a3'));
});
