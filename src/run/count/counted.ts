/** A release whose cells are counted, before anything is withheld. Confidential. */
import type { CountedMeasure } from '../../cube/count-cells.ts';
import type { CountedRelease } from '../../cube/truth.ts';
import type { Change } from '../../formats/changes-file.ts';
import type { RecordBound } from '../../formats/record-bound.ts';
import type { CountedCell } from '../../program/cell.ts';
import type { Program } from '../../program/program.ts';
import type { MeasureTallies } from '../../program/tally.ts';
import type { Release, SealedRelease } from '../../release/release.ts';
import type { Docket } from '../../requests/docket.ts';
import { addListed, type Listing } from '../../system/listed.ts';
import type { ReleaseShape } from '../../system/shape.ts';
import type { Batch } from '../../tallies/read-corrections.ts';
import type { ReadMeasure } from '../../tallies/read-measure.ts';
import type { Lottery } from '../lottery/lots.ts';

/** A counted release and what it must fit. */
export interface Counted {
  readonly shape: ReleaseShape;
  /** The tallies as read, with their lines. */
  readonly read: readonly ReadMeasure[];
  /** Of requests: those without a page of their own. */
  readonly measures: readonly CountedMeasure[];
  /** The requests that are listed by name; null where the program keeps no docket. */
  readonly requests: Listing | null;
  readonly earlier: readonly Release[];
  /** The cells of the earlier releases of the last edition, counted from the tallies that it was made from. */
  readonly recounted: readonly CountedRelease[];
  /** Figures of the release before that this one changes; with any, it begins an edition. */
  readonly changes: readonly Change[];
  /** Everything that figures on the record ever told. */
  readonly record: readonly RecordBound[];
  /** What lots are drawn with; null where the counts are public, and the cheapest choice will do. */
  readonly lottery: Lottery | null;
}

/** The same with what it was counted from. */
export interface CountedProgram extends Counted {
  readonly program: Program;
  readonly earlier: readonly SealedRelease[];
  /** Those that were read without their lines, and those that the docket comes to. */
  readonly tallies: readonly MeasureTallies[];
  /** Null where the program keeps none. */
  readonly docket: Docket | null;
  /** Corrections that wait for a release to carry them. */
  readonly batch: Batch | null;
}

/** Everything that the tallies count: of earlier releases too. */
export function countedReleases({ recounted, shape, measures }: Counted): readonly CountedRelease[] {
  return [...recounted, { release: shape.release, measures }];
}

/** Every cell of the release with its count, as it would be published if nothing were withheld. */
export function countedCubes({
  shape,
  measures,
  requests,
}: Pick<Counted, 'shape' | 'measures' | 'requests'>): ReadonlyMap<string, readonly CountedCell[]> {
  const cubes = new Map(measures.map(({ measure, cells }) => [measure.id, cells]));
  return addListed({ ...shape, requests }, cubes);
}
