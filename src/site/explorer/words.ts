import type { Separators } from '../../charts/points.ts';

/** What the explorer says, in the reader's language; plain texts, since they travel to the page as JSON. */
export interface ExplorerWords {
  readonly measure: string;
  readonly breakdown: string;
  readonly none: string;
  readonly per: string;
  readonly from: string;
  readonly to: string;
  readonly show: string;
  readonly all: string;
  readonly download: string;
  readonly loading: string;
  readonly failed: string;
  readonly tableFollows: string;
  readonly hidden: string;
  readonly notAvailable: string;
  readonly notApplicable: string;
  readonly partialYear: string;
  /** `{period}` is the one that is drawn. */
  readonly drawnAlone: string;
  readonly total: string;
  readonly separators: Separators & { readonly next: string };
  readonly invented: string | null;
  readonly levels: Readonly<Record<string, string>>;
}
