// What figures on the record ever told, whatever became of the record: `everOnRecord`, and what `knownFrom` makes of it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type KnownFigures, orderBounds, type RecordBound } from '../../src/formats/record-bound.ts';
import { everOnRecord, type KnowingRelease } from '../../src/verify/ever-on-record.ts';
import { knownFrom } from '../../src/verify/facts.ts';
import { SHAPE, withheld } from '../release/small-release.ts';

const CELL = 'cards-issued|2024-Q1|event';

/** A release that hides the cell, by the figures that it knew. */
function releaseKnowing(recordFigures: KnownFigures): KnowingRelease {
  const cells = [withheld('2024-Q1|event'), withheld('2024-Q1|online')];
  return { ...SHAPE, cubes: new Map([['cards-issued', cells]]), changes: [], audit: { recordFigures } };
}

/** `140-150`, `143`, `more than 9` of the cell. */
function boundOf(text: string): RecordBound {
  const [lower = Number.NaN, upper = lower] = text.match(/\d+/g)?.map(Number) ?? [];
  if (text.startsWith('more than')) return { cell: CELL, lower: lower + 1, upper: null };
  return { cell: CELL, lower, upper };
}
const boundsOf = (text: string) => orderBounds(text === '' ? [] : text.split(', ').map(boundOf));

describe('everOnRecord', () => {
  test.each([
    ['a figure that stays', ['143', '143'], '143', '143'],
    ['a figure that was taken off', ['143'], '', '143'],
    ['one that was taken off two releases ago', ['143', '', ''], '', '143'],
    ['a new figure that fits the older one', ['140-150'], '143', '140-150, 143'],
    ['a new figure that is vaguer than the older one', ['143'], '140-150', '140-150, 143'],
    ['a corrected figure', ['143'], '150', '150'],
    ['a corrected figure that was taken off later', ['143', '150'], '', '150'],
    ['a figure that was corrected and corrected back', ['143', '150'], '143', '143'],
    ['a figure of which the record says only that it is false', ['143'], 'more than 143', 'more than 143'],
    ['a limit that fits the older figure', ['143'], 'more than 100', 'more than 100, 143'],
    ['two figures of one record that cannot both be', ['143, 150'], '', '143, 150'],
    ['one of these that stays', ['143, 150'], '143', '143'],
    ['a record that contradicts itself', [], '143, 150', '143, 150'],
  ])('of %s', (_, knew, now, expected) => {
    const releases = knew.map(boundsOf).map(releaseKnowing);
    expect(everOnRecord(releases, boundsOf(now))).toEqual(boundsOf(expected));
  });

  test('a figure of another cell contradicts nothing', () => {
    const other = { cell: 'cards-issued|2024-Q1|online', lower: 9, upper: 9 };
    expect(everOnRecord([releaseKnowing(boundsOf('143'))], [other])).toEqual([...boundsOf('143'), other]);
  });

  test('of a staged release, and of one of before 2026-12, takes what is on the record now', () => {
    const releases = [releaseKnowing(2), { ...releaseKnowing([]), audit: null }];
    expect(everOnRecord(releases, boundsOf('143'))).toEqual(boundsOf('143'));
  });
});

describe('whatever becomes of the record', () => {
  const bounds = fc
    .tuple(fc.constantFrom(CELL, 'cards-issued|2024-Q1|online'), fc.nat(9), fc.option(fc.nat(9)))
    .map(([cell, lower, more]) => ({ cell, lower, upper: more === null ? null : lower + more }));
  /** The record at each release, oldest first, and now. */
  const histories = fc.array(fc.array(bounds, { maxLength: 3 }), { minLength: 1, maxLength: 5 });
  /** Each release keeps what was ever told until then. */
  const releasesOf = (records: readonly (readonly RecordBound[])[]) => {
    const releases: KnowingRelease[] = [];
    for (const record of records) releases.push(releaseKnowing(everOnRecord(releases, record)));
    return releases;
  };
  const limit = ({ upper }: RecordBound) => upper ?? Number.POSITIVE_INFINITY;
  const agree = (one: RecordBound, other: RecordBound) =>
    one.cell !== other.cell || (one.lower <= limit(other) && other.lower <= limit(one));

  test('a figure that was ever known binds, unless no count fits it and a newer one', () => {
    fc.assert(
      fc.property(histories, fc.array(bounds, { maxLength: 3 }), (records, now) => {
        const releases = releasesOf(records);
        const { system, facts } = knownFrom(releases, now);
        for (const [at, record] of records.entries())
          for (const bound of record) {
            const newer = [...records.slice(at + 1).flat(), ...now];
            if (!newer.every((one) => agree(one, bound))) continue;
            const place = system.index.get(bound.cell) ?? Number.NaN;
            expect(facts.lower[place]).toBeGreaterThanOrEqual(bound.lower);
            expect(facts.upper[place]).toBeLessThanOrEqual(limit(bound));
          }
      }),
    );
  });

  test('taking figures off the record changes nothing of what a release knew', () => {
    fc.assert(
      fc.property(histories, (records) => {
        const releases = releasesOf(records);
        const last = releases.at(-1)?.audit?.recordFigures;
        expect(everOnRecord(releases, [])).toEqual(last);
        expect(everOnRecord(releases, records.at(-1) ?? [])).toEqual(last);
      }),
    );
  });

  test('figures of different releases that no count fits never bind together', () => {
    fc.assert(
      fc.property(histories, (records) => {
        const single = records.map((record) => record.slice(0, 1));
        const known = everOnRecord(releasesOf(single), []);
        for (const one of known) expect(known.every((other) => agree(one, other))).toBe(true);
      }),
    );
  });
});
