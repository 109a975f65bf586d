/** What a chart has for those who take it elsewhere. */
import type { Link, Sentence } from '../figures/sentence.ts';

/** A chart of what others reported: its figures are of no release, and are cited by their source. */
export interface OfRecord {
  readonly citation: Sentence;
  /** Whose figures they are, in a few words. */
  readonly source: Sentence;
  /** Where it stands: at the pages of the latest, which follow what is known. */
  readonly href: string;
}

/** Ways to take a figure elsewhere, all of one release, or of what others reported. */
export interface Travel {
  /** Its files: table, data, pictures; none where the release is no longer the latest. */
  readonly files: readonly Link[];
  readonly embeds: readonly { readonly label: string; readonly code: string }[];
  /** With the address where it stands for good. */
  readonly citation: Sentence;
  /** A sentence to quote, made of cells. */
  readonly quote: Sentence;
  /** Where it stands: for good, or as far as is known. */
  readonly place: Sentence;
  readonly placeLabel: string;
  /** What is missing in all of these addresses; empty where the build knows that of the site. */
  readonly unplaced: string;
}
