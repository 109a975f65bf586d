// Corrections to both sides of a relation "at most": what they add to those whom it leaves over is a change like any other.

import { describe, expect, test } from 'vitest';
import { type PublishedCell, WITHHELD_NOTE } from '../../src/program/cell.ts';
import { listChanges } from '../../src/release/changes/list-changes.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import { editionsOf, joinEditions, type PublishedRelease } from '../../src/system/editions/join-editions.ts';
import { gatherFacts } from '../../src/verify/facts.ts';
import { shapeOf, WITHIN_APPLICATIONS } from '../system/slack-tables.ts';
import { attackSystem } from './on-this-thread.ts';

const K = 11;
const solver = await loadSolver();
const NAME = 'difference-of-sides:within-applications|2024-Q1|';

/** Cards of a, of b and of both, then applications likewise; a dot is hidden. */
function releaseOf(release: string, drawing: string, before?: PublishedRelease): PublishedRelease {
  const shape = shapeOf(release, WITHIN_APPLICATIONS, [
    ['cards-issued', 'quarter'],
    ['applications', 'quarter'],
  ]);
  const counts = drawing.trim().split(/\s+/);
  const cubes = new Map(
    ['cards-issued', 'applications'].map((measure, at) => [
      measure,
      ['2024-Q1', '_T'].flatMap((period) =>
        ['a', 'b', '_T'].map((age, place): PublishedCell => {
          const count = counts[at * 3 + place];
          return count === '.'
            ? { codes: [period, age], count: null, status: 'c', note: WITHHELD_NOTE }
            : { codes: [period, age], count: Number(count), status: '', note: '' };
        }),
      ),
    ]),
  );
  const made = { ...shape, cubes, requests: null };
  const changes = before === undefined ? [] : listChanges({ ...before, requests: null }, made, 'Found');
  return { ...made, changes };
}

function corrected(old: string, now: string) {
  const first = releaseOf('2024-Q1', old);
  const releases = [first, releaseOf('2024-Q1-r1', now, first)];
  const system = joinEditions(editionsOf(releases));
  const report = attackSystem(system, gatherFacts(system, releases, []), { k: K, solver, ranges: false });
  const own = system.cells.map(({ key }) => key).filter((key) => key.startsWith(`${NAME}a`));
  return { report, own: own.map((key) => key.slice(NAME.length)) };
}

describe('attackSystem of a correction to both sides of a relation "at most"', () => {
  test('that leaves over fewer than k more is condemned', () => {
    const { report } = corrected('40 30 70   60 50 110', '55 30 85   80 50 130');
    expect(report.condemned.map(({ key }) => key)).toContain(`${NAME}a@2024-Q1>2024-Q1-r1:added`);
  });

  test('that leaves over fewer, by k or more, is kept, though both sides grow', () => {
    const { report, own } = corrected('40 30 70   80 50 130', '70 30 100   95 50 145');
    expect(report.condemned).toEqual([]);
    expect(own).toEqual(['a@2024-Q1', 'a', 'a@2024-Q1>2024-Q1-r1:taken-away']);
  });

  test('that leaves over as many is no change of them', () => {
    expect(corrected('40 30 70   60 50 110', '55 30 85   75 50 125').own).toEqual(['a']);
  });

  test('that is hidden on one side goes the other way, as far as the reader supposes that nobody was taken away', () => {
    const { report, own } = corrected('. . 70   80 70 150', '. . 100   80 70 150');
    expect(own).toEqual(['a@2024-Q1', 'a', 'a@2024-Q1>2024-Q1-r1:taken-away']);
    expect(report.condemned).toEqual([]);
  });

  test('that is hidden on both sides is read as one-sided, as the rest of the relation is', () => {
    const { own } = corrected('. . 70   . . 110', '. . 90   . . 142');
    expect(own).toEqual(['a@2024-Q1', 'a', 'a@2024-Q1>2024-Q1-r1:added']);
  });

  test('to one side alone is one of those left over', () => {
    const { report } = corrected('40 30 70   80 50 130', '60 30 90   80 50 130');
    expect(report.condemned).toEqual([]);
  });
});
