// Whatever hidden cells hold: of the same cells that must be open, by the same lots, the same is lacking, and the same is added.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openPatternAudit } from '../../../src/protect/audit/pattern-audit.ts';
import { repair } from '../../../src/protect/blind/repair.ts';
import type { ProtectTask } from '../../../src/protect/task.ts';
import { SHAPES } from '../../attack/shapes.ts';
import { plans } from '../plans.ts';
import { keyNames } from './drawn.ts';
import { type Alike, smallIn, worldsAlike } from './worlds-alike.ts';

const MOST_PEOPLE = 9;
const SEED = 20_261_130;

const alike = fc
  .tuple(
    fc.constantFrom(...Object.values(SHAPES)).chain((table) => plans(table, MOST_PEOPLE)),
    keyNames,
    fc.infiniteStream(fc.nat()),
  )
  .map(([plan, name, choices]) => worldsAlike(plan, name, choices));

test('an audit of a choice by lots finds the same lacking, whatever hidden cells hold', () => {
  const seen = { compared: 0, lacking: 0, unexplained: 0 };
  fc.assert(
    fc.property(alike, ({ task, seeds, covered, others }) => {
      const whole = lacking(task, seeds, covered);
      for (const other of others) {
        seen.compared += 1;
        if (whole.length > 0) seen.lacking += 1;
        if (smallIn(other).size === 0) seen.unexplained += 1;
        expect(lacking(other, seeds, covered)).toEqual(whole);
      }
    }),
    { numRuns: 150, seed: SEED },
  );
  expect(seen.compared).toBeGreaterThan(300);
  expect(seen.lacking).toBeGreaterThan(100);
  expect(seen.unexplained).toBeGreaterThan(50);
});

test('repair adds the same, whatever hidden cells hold, for the same cells that must be open by the same lots', () => {
  const seen = { compared: 0, added: 0, unexplained: 0 };
  fc.assert(
    fc.property(alike, (one) => {
      const whole = repaired(one, one.task);
      fc.pre(whole !== undefined);
      for (const other of one.others) {
        const found = repaired(one, other);
        if (found === undefined) continue;
        seen.compared += 1;
        if (whole.length > one.covered.size) seen.added += 1;
        if (smallIn(other).size === 0) seen.unexplained += 1;
        expect(found).toEqual(whole);
      }
    }),
    { numRuns: 150, seed: SEED },
  );
  expect(seen.compared).toBeGreaterThan(300);
  expect(seen.added).toBeGreaterThan(100);
  expect(seen.unexplained).toBeGreaterThan(50);
});

function lacking(task: ProtectTask, seeds: ReadonlySet<number>, withheld: ReadonlySet<number>) {
  const audit = openPatternAudit({ ...task, mustBeOpen: seeds });
  const found = audit.lacking(withheld);
  audit.close();
  const rising = (cells: readonly number[]) => [...cells].sort((one, other) => one - other);
  return found
    .map((one) => ({ ...one, provablyLarge: rising(one.provablyLarge) }))
    .sort((one, other) => one.cell - other.cell || one.target.localeCompare(other.target));
}

/** Undefined where nothing protects some cell; or where nothing makes room for one that is not small, which then shows by its count. */
function repaired({ draw, seeds, covered }: Alike, task: ProtectTask): number[] | undefined {
  const own = { ...task, costs: draw.prices };
  const choice = repair({ task: own, draw, secrets: smallIn(task), seeds }, covered);
  if (!('withheld' in choice) || lacking(task, seeds, choice.withheld).length > 0) return undefined;
  return [...choice.withheld].sort((one, other) => one - other);
}
