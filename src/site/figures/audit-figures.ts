/** Figures from the audit of a release: what the attack looked at, and what it found. */

import { type Figure, formatNumber } from '../../figures/figure.ts';
import { type AskedCounts, type Audit, askedCounts, type Insiders } from '../../formats/audit-file.ts';
import { valueAt } from '../../indexes/look-up.ts';

type AuditPath =
  | 'k'
  | `asked.${keyof AskedCounts}`
  | 'sets.parts'
  | 'sets.undecided'
  | `cells.${keyof Audit['cells']}`;

/** A number of a release's `audit.json`. */
export function auditFigure(audit: Audit, path: AuditPath, language: string): Figure {
  const value = auditValue(audit, path);
  const text = formatNumber(value, language, { percent: false, decimals: 0 });
  return { text, origin: { kind: 'audit', program: audit.program, release: audit.release, path } };
}

/** A number of what insiders could tell: of all, or of the kind that stands at a place in the audit. */
export function insiderFigure(
  audit: Audit,
  path: 'pairs' | 'asked' | readonly [at: number, what: 'placed' | InsiderAnswer | `${InsiderAnswer}AtMost`],
  language: string,
): Figure {
  const { kinds, ...all } = insidersOf(audit);
  const value = typeof path === 'string' ? all[path] : valueAt(kinds, path[0])[path[1]];
  const text = formatNumber(value, language, { percent: false, decimals: 0 });
  const where = `insiders.${typeof path === 'string' ? path : `kinds.${path.join('.')}`}`;
  return { text, origin: { kind: 'audit', program: audit.program, release: audit.release, path: where } };
}

export type InsiderAnswer = 'few' | 'exact';

function insidersOf({ insiders }: Audit): Insiders {
  if ('kinds' in insiders) return insiders;
  throw new Error('internal error: the audit says nothing of pairs');
}

function setsOf({ sets }: Audit): NonNullable<Audit['sets']> {
  if (sets === undefined) throw new Error('internal error: the audit says nothing of sets');
  return sets;
}

function auditValue(audit: Audit, path: AuditPath): number {
  switch (path) {
    case 'k':
      return audit.k;
    case 'asked.cells':
    case 'asked.known':
    case 'asked.differences':
    case 'asked.certified':
      return askedCounts(audit)[path.slice('asked.'.length) as keyof AskedCounts];
    case 'sets.parts':
      return setsOf(audit).parts;
    case 'sets.undecided':
      return setsOf(audit).undecided;
    case 'cells.published':
      return audit.cells.published;
    case 'cells.withheld':
      return audit.cells.withheld;
    case 'cells.notApplicable':
      return audit.cells.notApplicable;
    case 'cells.notAvailable':
      return audit.cells.notAvailable;
  }
}
