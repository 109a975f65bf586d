/** A release as read from its files: what it declares, its cells, what the audit proved. */
import type { Audit } from '../formats/audit-file.ts';
import type { Change } from '../formats/changes-file.ts';
import type { Datapackage } from '../formats/datapackage-file.ts';
import type { ListedEvent, ListedRequest } from '../formats/docket-file.ts';
import type { Link } from '../formats/previous-file.ts';
import type { Noted } from '../formats/row-file.ts';
import type { CertifiedZero } from '../formats/zeros-file.ts';
import type { PublishedCell } from '../program/cell.ts';
import type { ReleaseShape } from '../system/shape.ts';

/** What a release says of legal requests besides its cubes. */
export interface ReleasedRequests {
  /** Requests that have a page of their own, in order of receipt, and what happened to each. */
  readonly docket: readonly Noted<ListedRequest>[];
  readonly events: readonly Noted<ListedEvent>[];
  readonly zeros: readonly Noted<CertifiedZero>[];
  /** Every line of the balance sheet; its codes are those of `BALANCE_COLUMNS`. */
  readonly balance: readonly PublishedCell[];
}

export interface Release extends ReleaseShape {
  readonly datapackage: Datapackage;
  /** By measure: every cell of its tables, in the order of the cube's file. */
  readonly cubes: ReadonlyMap<string, readonly PublishedCell[]>;
  /** Null where the program keeps no docket. */
  readonly requests: ReleasedRequests | null;
  /** Null while the release is staged and not attacked yet. */
  readonly audit: Audit | null;
  /** The release that it was made after; null for a first one. */
  readonly previous: Link | null;
  /** Figures that differ from the release before. */
  readonly changes: readonly Change[];
}

/** With what a later release names it by, and who signed that. */
export interface SealedRelease extends Release {
  readonly seal: Link;
  /** The ids of those who signed its hashes; each signature was checked, and a key may have been revoked since. */
  readonly signatures: readonly string[];
}
