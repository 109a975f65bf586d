/** What passes between the page and the worker that checks. */
import type { Examined, Step } from '../../witness/examine.ts';
import type { Fault } from '../../witness/fault.ts';
import type { Refusal } from '../../witness/files.ts';

/** A file as the reader gave it: where it lies in what was given. */
export interface GivenFile {
  readonly path: string;
  readonly file: File;
}

export interface Asked {
  /** Of the program. */
  readonly program: string;
  /** The lines that the page has, by release. */
  readonly lines: readonly (readonly [release: string, hash: string])[];
  /** What the reader gave; or the address of the list of releases, and the site is asked. */
  readonly from: readonly GivenFile[] | string;
}

/** Without the files themselves. */
export interface Found {
  readonly releases: readonly {
    readonly release: string;
    readonly hash: string;
    readonly before: string | null;
  }[];
  readonly faults: readonly Fault[];
  readonly signatures: Examined['signatures'];
  readonly recalled: Examined['recalled'];
  readonly shown: number | null;
  readonly files: number;
  readonly isWhole: boolean;
}

export type Told =
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'over'; readonly found: Found }
  | { readonly kind: 'refused'; readonly why: Refusal; readonly what: string }
  /** `unsupported`: this browser makes no hashes here. */
  | { readonly kind: 'failed' | 'unsupported' };
