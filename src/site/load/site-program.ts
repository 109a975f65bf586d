/** What the site reads of one program, in the language of its papers or told in another. */

import type { Recall } from '../../formats/recall-file.ts';
import type { Program } from '../../program/program.ts';
import type { Translations } from '../../program/translation.ts';
import type { PublicRecord } from '../../record/record.ts';
import type { PublicationDays } from '../../release/days.ts';
import type { SealedRelease } from '../../release/release.ts';

export interface SiteProgram {
  readonly program: Program;
  readonly record: PublicRecord;
  /** Oldest first, without those that were recalled; none for a program that stands on the record alone. */
  readonly releases: readonly SealedRelease[];
  readonly recalls: readonly Recall[];
  readonly days: PublicationDays;
  /** By language, for every language but that of the papers. */
  readonly translations: ReadonlyMap<string, Translations>;
  /** The site has no other program: it is the city's own, and begins with this one. */
  readonly isAlone?: boolean;
}
