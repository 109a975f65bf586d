// Two years that nothing joins but totals to date that nobody publishes: each hides something for a reason of its own.

import { expect, test } from 'vitest';
import type { RecordBound } from '../../src/formats/record-bound.ts';
import { type PublishedCell, WITHHELD_NOTE } from '../../src/program/cell.ts';
import { declare } from '../../src/program/declaration.ts';
import { releaseEnd } from '../../src/program/period.ts';
import { programCodelists, programSchema } from '../../src/program/program.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import { editionsOf, joinEditions, type PublishedRelease } from '../../src/system/editions/join-editions.ts';
import { gatherFacts } from '../../src/verify/facts.ts';
import { PROGRAM } from '../run/town.ts';
import { attackSystem } from './on-this-thread.ts';

const K = 11;
const RELEASE = '2024-Q4';
const [AREAS, AGES] = [
  ['north', 'middle', 'south'],
  ['young', 'old'],
];
const solver = await loadSolver();

const coded = (id: string, codes: readonly string[]) => ({
  id,
  label: id,
  codes: codes.map((code) => ({ code, label: code })),
});
const table = (id: string, levels: object, more = {}) => ({
  id,
  measure: 'cards-issued',
  title: id,
  levels,
  ...more,
});
const program = programSchema.parse({
  ...PROGRAM,
  k: K,
  dimensions: [coded('area', AREAS), coded('age', AGES)],
  period: { from: '2023-01', levels: ['year'] },
  measures: [{ ...PROGRAM.measures[0], dimensions: ['area', 'age'] }],
  tables: [
    table('both', { period: 'year', area: 'area', age: 'age' }, { toDate: false }),
    table('ages', { period: 'year', age: 'age' }),
  ],
  relations: [],
  notes: [],
});

/** Counts by year, each as three areas and their sum by two ages and theirs; a dot is withheld. */
function releaseOf(...years: readonly string[]): PublishedRelease {
  const cells = years.flatMap((drawing, at) => {
    const counts = drawing.trim().split(/\s+/);
    return [...AREAS, '_T']
      .flatMap((area) => [...AGES, '_T'].map((age) => [`${2023 + at}`, area, age]))
      .map((codes, place): PublishedCell => {
        if (counts[place] === '.') return { codes, count: null, status: 'c', note: WITHHELD_NOTE };
        return { codes, count: Number(counts[place]), status: '', note: '' };
      });
  });
  return {
    release: RELEASE,
    declaration: declare(program),
    codelists: programCodelists(program, releaseEnd(RELEASE) ?? 0),
    cubes: new Map([['cards-issued', cells]]),
    changes: [],
  };
}

function attackOn(release: PublishedRelease, record: readonly RecordBound[] = []) {
  const system = joinEditions(
    editionsOf([release]),
    record.map(({ cell }) => cell),
  );
  const facts = gatherFacts(system, [release], record);
  return { system, report: attackSystem(system, facts, { k: K, solver, ranges: true }) };
}

const HIDES = `.   .  27
               .   .  49
               .   .  39
              49  66 115`;
// The old are 11 or more in both areas whatever is so, and the young of both are 11: few in each, or nobody in one of them.
const TELLS = `.   .  50
              20  30  50
               .   .  61
              31 130 161`;

test('a year in which whatever is hidden must be few is condemned, though another year hides somebody for sure', () => {
  const { system, report } = attackOn(releaseOf(HIDES, TELLS));
  expect(system.cells.map(({ key }) => key)).not.toContain('cards-issued|..2024-12|north|young');
  expect(report.blocks.map(({ cells }) => cells.length)).toEqual([6, 4]);
  expect(report.condemned.map(({ key }) => key)).toEqual(
    ['north|young', 'north|old', 'south|young', 'south|old'].map((cell) => `cards-issued|2024|${cell}`),
  );
});

test('two years that both may hide anybody keep the promise', () => {
  expect(attackOn(releaseOf(HIDES, HIDES)).report.kept).toBe(true);
});

// With 22 at most the old of the north are 5 or more, so 11 or more, so the young are 16 at most.
test('a figure on the record of what they make together joins them again', () => {
  const cell = 'cards-issued|..2024-12|north|young';
  const most = (record: readonly RecordBound[]) => {
    const { system, report } = attackOn(releaseOf(HIDES, HIDES), record);
    const findings = report.blocks.flatMap((block) => block.findings);
    const mine = findings.find(({ key }) => key === 'cards-issued|2023|north|young');
    return [system.index.has(cell), report.blocks.length, mine?.most];
  };
  expect(most([])).toEqual([false, 2, 27]);
  expect(most([{ cell, lower: 2, upper: 22 }])).toEqual([true, 1, 16]);
});
