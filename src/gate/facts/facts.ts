/** What has been published and may therefore be printed: releases, records and `program.json` of all programs. */
import type { CatalogProgram } from '../../catalogs/catalog.ts';
import type { Claimable, ListedClaim } from '../../figures/claim.ts';
import type { Audit } from '../../formats/audit-file.ts';
import type { MonthNumber } from '../../program/period.ts';
import type { Outcome } from '../../program/request.ts';
import type { PublicationDays } from '../../release/days.ts';
import type { SumRange } from '../../release/sum-range.ts';

/** Cells by `measure|period|code|...`. */
export interface ReleaseFacts extends Claimable {
  readonly audit: Audit | null;
  /** Between what numbers sums of cells lie. */
  readonly rangeOf: SumRange;
  /** The last month of every period code. */
  readonly periodEnds: ReadonlyMap<string, MonthNumber>;
  /** Every file of the sealed folder, `SHA256SUMS` among them, by path inside it. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Codes and labels of the codelists, ids of measures, tables and dimensions. */
  readonly codes: ReadonlySet<string>;
  /** Every field of a CSV file, every text of a JSON file, the notes of cells. */
  readonly fields: ReadonlySet<string>;
}

/** Whether a request is another department's, and for records of people; undefined of those elsewhere. */
export interface RequestScope {
  readonly context?: boolean | undefined;
  readonly aboutPeople?: boolean | undefined;
}

export interface RequestFacts extends ListedClaim, RequestScope {
  readonly received: string;
  /** Every outcome that it has had, the last included. */
  readonly had: readonly Outcome[];
}

export interface ProgramFacts {
  readonly id: string;
  readonly nature: 'real' | 'invented';
  readonly k: number;
  /** `program.json` as it was read. */
  readonly papers: unknown;
  /** Every text of `program.json` and of recalls, and the days on which releases went out. */
  readonly texts: ReadonlySet<string>;
  /** Texts in other languages, by language. */
  readonly translations: ReadonlyMap<string, ReadonlySet<string>>;
  /** Values of the record's figures. */
  readonly recordFigures: ReadonlyMap<string, number>;
  /** What became of the record's requests, so far as is known; of requests elsewhere no more is counted. */
  readonly recordRequests: readonly RequestFacts[];
  /** Every field of the record's files. */
  readonly recordFields: ReadonlySet<string>;
  /** Every file of the record, by name. */
  readonly recordFiles: ReadonlyMap<string, Uint8Array>;
  /** What catalogs are told of it; null of requests elsewhere, which are no program. */
  readonly catalog: CatalogProgram | null;
  /** On which day each release first went out, as far as it was noted. */
  readonly days: PublicationDays;
  /** `releases.json` as it is to be served; empty where nothing was released. */
  readonly list: string;
  /** Those that were not recalled. */
  readonly releases: ReadonlyMap<string, ReleaseFacts>;
}

/** By program; `ELSEWHERE` is none, but is published like the record of one. */
export type Facts = ReadonlyMap<string, ProgramFacts>;
