/** Holds what findings say in words against what was published, and makes sure that the page prints each as its manifest has it. */
import { type Claimable, claimHolds } from '../../figures/claim.ts';
import type { ManifestPage } from '../../figures/manifest.ts';
import type { Finding } from '../finding.ts';
import { findElements, wholeText } from '../places.ts';
import type { Facts, ProgramFacts } from './facts.ts';

type Document = Parameters<typeof findElements>[0];

export function claimFindings(
  file: string,
  document: Document,
  claims: ManifestPage['claims'],
  facts: Facts,
): Finding[] {
  const printed = claims.length === 0 ? new Set<string>() : textsOf(document);
  return claims.flatMap(({ text, program, release, ...claim }): Finding[] => {
    const of = claimable(facts.get(program), release);
    const found = (why: string): Finding => ({ file, where: claim.subject, what: text, why });
    return [
      ...(of !== undefined && claimHolds(claim, of)
        ? []
        : [found(`The finding (${claim.form} ${claim.says}) does not follow from what was published.`)]),
      ...(printed.has(plain(text)) ? [] : [found('The page does not print this finding.')]),
    ];
  });
}

/** A release, or the record where none is named. */
function claimable(program: ProgramFacts | undefined, release: string): Claimable | undefined {
  if (program === undefined || release !== '') return program?.releases.get(release);
  const cells = [...program.recordFigures].map(
    ([id, count]) => [id, { codes: [], count, status: '', note: '' }] as const,
  );
  return { cells: new Map(cells), changes: Number.NaN, requests: program.recordRequests };
}

/** Elements that print a finding: the titles of pages and of charts, and sentences. */
const TITLES = new Set(['h1', 'h2', 'h3', 'p', 'figcaption', 'li', 'dd']);

function textsOf(document: Document): Set<string> {
  const titles = findElements(document).filter(({ element }) => TITLES.has(element.tagName));
  return new Set(titles.map(({ element }) => plain(wholeText(element))));
}

/** Without blanks and marks of the order of scripts, which markup may add between parts. */
function plain(text: string): string {
  return text.replace(/[\s\u2066-\u2069]+/g, '');
}
