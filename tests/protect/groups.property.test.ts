// In a sensitive dimension: what `protect` leaves published tells of nobody's group, by the attack and by brute force.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AttackReport } from '../../src/attack/attack.ts';
import type { Facts } from '../../src/verify/facts.ts';
import { verify } from '../../src/verify/verify.ts';
import { attackSystem, certify } from '../attack/on-this-thread.ts';
import { SENSITIVE_SHAPES } from '../attack/shapes.ts';
import type { Table } from '../attack/tables.ts';
import { disclosingCells, outcomeOf, type Plan, plans, protectOrRefuse, readerOf, solver } from './plans.ts';

const MOST_PEOPLE = 12;
const SEED = 20_251_132;

function attackOn({ table, input }: Plan, facts: Facts): AttackReport {
  return attackSystem(table.system, facts, { k: input.k, solver, ranges: true });
}

/** What is at fault with the certificates of an attack on this table. */
function faultsOf({ system }: Table, facts: Facts, report: AttackReport, k: number): readonly unknown[] {
  const certificates = certify({ system, facts, report, k, solver });
  return verify({ system, facts, k, certificates }).faults;
}

describe('protect withholds what tells of everybody in a group, and keeps it secret', () => {
  test.for(Object.entries(SENSITIVE_SHAPES))('on %s', ([, table]) => {
    const seen = { disclosing: 0, planted: 0 };
    fc.assert(
      fc.property(plans(table, MOST_PEOPLE), (plan) => {
        const protection = protectOrRefuse(plan.input);
        const disclosing = disclosingCells(plan);
        if (protection === undefined) return;
        const { withheld } = protection;
        seen.disclosing += disclosing.length;
        expect(disclosing.filter((cell) => !withheld.has(cell))).toEqual([]);
        const facts = readerOf(plan, withheld);
        const report = attackOn(plan, facts);
        expect(report.condemned).toEqual([]);
        expect(faultsOf(table, facts, report, plan.input.k)).toEqual([]);
        const outcome = outcomeOf(plan, withheld);
        if (outcome !== undefined) expect(outcome).toBe('safe');
        for (const cell of disclosing) {
          const planted = readerOf(plan, new Set([...withheld].filter((other) => other !== cell)));
          expect(attackOn(plan, planted).kept).toBe(false);
          seen.planted += 1;
        }
      }),
      { numRuns: 25, seed: SEED },
    );
    expect(Math.min(seen.disclosing, seen.planted)).toBeGreaterThan(10);
  });
});
