/**
 * What a new release would do to figures that earlier releases published or withheld (docs/method.md:
 * what is published stays published, what is withheld stays withheld). A count may differ from those of earlier
 * editions. Totals to date and years cut short are other cells in every release, since each runs to another month; but the codes
 * by which an earlier one published some must still be there (system/earlier-boxes.ts).
 */
import type { PublishedCell } from '../../program/cell.ts';
import { type GivenRange, rangeOfCell } from '../../program/count-range.ts';
import { monthCode, releaseEnd } from '../../program/period.ts';
import { splitEditions } from '../../system/editions/join-editions.ts';
import { type Coded, hasCodesOf, type ReleaseShape } from '../../system/shape.ts';
import { systemKey } from '../../system/system.ts';
import type { Release } from '../release.ts';

/** A cell that a new release may not treat as it does. */
export interface Breach {
  readonly measure: string;
  readonly codes: readonly string[];
  /** The earlier release that says otherwise. */
  readonly release: string;
  /** The count or the range that it published, and what the next would have; null where there is neither. */
  readonly published: number | string | null;
  readonly now: number | string | null;
  readonly kind: 'changed' | 'lost' | 'withheld' | 'left-out' | 'revealed';
}

type Published = Pick<Release, 'cubes' | 'changes'> & Pick<ReleaseShape, 'release'> & Coded;

/** Every cell of earlier releases that the next one would change, withhold, leave out or reveal. */
export function findBreaches(earlier: readonly Published[], next: Published): Breach[] {
  const now = cellsByKey(next);
  const edition = splitEditions([...earlier, next]).at(-1) ?? [];
  return earlier.flatMap((release) => {
    const known = measuresKnown(release, next);
    return [...cellsByKey(release)].flatMap(([key, { measure, cell }]): Breach[] => {
      const after = now.get(key)?.cell;
      const kind =
        cell.range === undefined
          ? compareCells(cell, after, known.has(measure) && mayEnd(key, next.release))
          : compareRange(cell.range, after);
      const isCorrected = kind === 'changed' && cell.count !== null && !edition.includes(release);
      return kind === undefined || isCorrected
        ? []
        : [
            {
              measure,
              codes: cell.codes,
              release: release.release,
              published: saidOf(cell),
              now: after === undefined ? null : saidOf(after),
              kind,
            },
          ];
    });
  });
}

/** Measures of an earlier release of which the next one has all codes. */
function measuresKnown(before: Coded, next: Coded): ReadonlySet<string> {
  const known = before.declaration.measures.filter((measure) => hasCodesOf(next, before, measure));
  return new Set(known.map(({ id }) => id));
}

function compareCells(
  before: PublishedCell,
  after: PublishedCell | undefined,
  hasEnded: boolean,
): Breach['kind'] | undefined {
  if (after === undefined) return hasEnded || before.count === null ? undefined : 'left-out';
  // What cannot be otherwise than zero is known to be zero.
  if (before.status === 'c') return after.count === null && after.status !== 'z' ? undefined : 'revealed';
  if (before.count === 0 && after.status === 'z') return undefined;
  if (before.count === null || after.count === before.count) return undefined;
  if (after.status === 'c') return 'withheld';
  return after.count === null ? 'lost' : 'changed';
}

/** A range stays true: what comes in its place, if anything does, lies within it. */
function compareRange(
  { least, most }: GivenRange,
  after: PublishedCell | undefined,
): Breach['kind'] | undefined {
  const now = rangeOfCell(after, undefined);
  const isWithin = now === undefined || (now.least >= least && now.most !== null && now.most <= most);
  return isWithin ? undefined : 'changed';
}

function saidOf({ count, range }: PublishedCell): number | string | null {
  return range === undefined ? count : `${range.least} to ${range.most}`;
}

function cellsByKey({ release, cubes }: Published): Map<string, { measure: string; cell: PublishedCell }> {
  return new Map(
    [...cubes].flatMap(([measure, cells]) =>
      cells.map((cell) => [systemKey(release, measure, cell.codes), { measure, cell }] as const),
    ),
  );
}

/** `measure|..2025-06|code` or `measure|2025-01..2025-06|code`: a period that runs to the end of another release. */
function mayEnd(key: string, release: string): boolean {
  const [, period = ''] = key.split('|');
  const end = releaseEnd(release);
  return period.includes('..') && (end === undefined || !period.endsWith(`..${monthCode(end)}`));
}
