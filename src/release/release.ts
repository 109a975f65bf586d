/** A release as read from its files: what it declares, its cells, what the audit proved. */
import type { Audit } from '../model/audit-file.ts';
import type { PublishedCell } from '../model/cell.ts';
import type { Change } from '../model/changes-file.ts';
import type { Datapackage } from '../model/datapackage-file.ts';
import type { ReleaseShape } from '../model/system.ts';

export interface Release extends ReleaseShape {
  readonly datapackage: Datapackage;
  /** By measure: every cell of its tables, in the order of the cube's file. */
  readonly cubes: ReadonlyMap<string, readonly PublishedCell[]>;
  /** Null while the release is staged and not attacked yet. */
  readonly audit: Audit | null;
  /** Figures that differ from the release before. */
  readonly changes: readonly Change[];
}
