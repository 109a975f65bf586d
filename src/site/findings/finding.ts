/** A finding: a title that says what published cells show, never why, with the claim that the gate holds against the release. */
import type { Claim, Form } from '../../figures/claim.ts';
import { fractionNear } from '../../figures/fraction.ts';
import type { FigureSource } from '../figures/figures.ts';
import type { Sentence } from '../figures/sentence.ts';

export interface Finding {
  readonly title: Sentence;
  /** Null for a name, and for a title that says no more than its figures, each of which has an origin of its own. */
  readonly claim: Claim | null;
}

export function claimOf(
  { program, release }: FigureSource,
  form: Form,
  subject: string,
  cells: readonly string[],
  says: Claim['says'] = '',
): Claim {
  return { form, subject, program, release, cells, says };
}

/** That the first cell is a part of the second, near whatever fraction it is. */
export function shareClaim(source: FigureSource, subject: string, cells: readonly [string, string]): Claim {
  const [part, whole] = cells.map((cell) => source.cells.get(cell)?.count ?? Number.NaN);
  const near = fractionNear((part ?? Number.NaN) / (whole ?? Number.NaN));
  return claimOf(source, 'share', subject, cells, near);
}

/** What is said of the record alone: its figures are the cells, by their ids. */
export function recordClaim(
  program: string,
  form: Form,
  subject: string,
  figures: readonly string[],
  says: Claim['says'] = '',
): Claim {
  return { form, subject, program, release: '', cells: figures, says };
}

/** A name for what has nothing to claim. */
export function plainTitle(title: string): Finding {
  return { title: [title], claim: null };
}

/** What titles of a page say already. */
export function takenBy(findings: readonly Finding[]): Set<string> {
  return new Set(findings.flatMap(({ claim }) => (claim === null ? [] : [keyOf(claim)])));
}

const keyOf = ({ form, subject }: Claim): string => `${form} ${subject}`;

/** The first whose form and subject no other title of the page has; `taken` holds those, and is given this one. */
export function chooseFinding(candidates: readonly Finding[], taken: Set<string>): Finding {
  const free = candidates.find(({ claim }) => claim === null || !taken.has(keyOf(claim)));
  if (free === undefined) throw new Error('internal error: no title is left');
  if (free.claim !== null) taken.add(keyOf(free.claim));
  return free;
}
