/** What the pages show of corrections of the docket: before and after in words, and a mark where it stands now. */
import { expect, test } from 'vitest';
import { listChanges } from '../../src/release/changes/list-changes.ts';
import type { ReleasedRequests, SealedRelease } from '../../src/release/release.ts';
import { buildViews } from '../../src/site/built-view.ts';
import { collectPage } from '../../src/site/figures/collect.ts';
import { buildLexicon } from '../../src/site/figures/lexicon.ts';
import { sentenceText } from '../../src/site/figures/sentence.ts';
import type { Page, TableBlock } from '../../src/site/frame/page.ts';
import type { SiteProgram } from '../../src/site/load/site-program.ts';
import { programPages } from '../../src/site/pages/program-pages.ts';
import { viewOf } from '../../src/site/view.ts';
import { docketSite } from './docket-site.ts';

const REASON = 'A stamp was read wrongly.';

/** The port before, and after a correction of what it says of the warrant, of its closing and of a certificate. */
function correctedSite(change: (requests: ReleasedRequests) => ReleasedRequests): SiteProgram {
  const site = docketSite();
  const [after] = site.releases;
  if (after?.requests == null) throw new Error('no docket');
  const before: SealedRelease = { ...after, release: '2024-Q3', requests: after.requests };
  const requests = change(after.requests);
  const changes = listChanges(before, { ...after, requests }, REASON);
  return { ...site, releases: [before, { ...after, requests, changes }] };
}

const corrected = correctedSite((requests) => ({
  ...requests,
  docket: requests.docket.map((one) =>
    one.request === 'warrant'
      ? { ...one, agency: 'State Auditor', people: 60, due: '2024-03-15', servedOn: 'vendor', note: REASON }
      : one,
  ),
  events: requests.events.map((one) =>
    one.kind === 'objected' ? { ...one, statement: 'Objected.', note: REASON } : one,
  ),
  zeros: requests.zeros.slice(1),
}));

const pageAt = (slug: string, site = corrected): Page => {
  const page = programPages(viewOf(site, 'en')).find((one) => one.slug === slug);
  if (page === undefined) throw new Error(`no page ${slug}`);
  return page;
};
const rowsOf = ({ rows }: TableBlock): string[] =>
  rows.map(({ heading, cells }) =>
    [heading, ...cells]
      .map((cell) => ('figure' in cell ? cell.figure?.text : sentenceText(cell)))
      .join(' > '),
  );
const tableOf = (page: Page, id: string): TableBlock => {
  const found = page.sections
    .flatMap(({ blocks }) => blocks)
    .find((block) => block.kind === 'table' && block.id === id);
  if (found?.kind !== 'table') throw new Error(`no table ${id}`);
  return found;
};

test('releases page lists fields, events and certificates before and after, in words', () => {
  expect(rowsOf(tableOf(pageAt('releases'), 'changes-table'))).toEqual([
    `State Auditor, February 5, 2024, Asked by > State Attorney > State Auditor > ${REASON}`,
    `State Auditor, February 5, 2024, Addressed to > The office > An outside vendor > ${REASON}`,
    `State Auditor, February 5, 2024, People it asks about > 40 > 60 > ${REASON}`,
    `State Auditor, February 5, 2024, Due >  > March 15, 2024 > ${REASON}`,
    `Border Service, May 6, 2024: The city objected, June 1, 2024, Statement > Objected to the whole. > Objected. > ${REASON}`,
    `Certified: none received, January to March 2024 > Listed > Not listed > ${REASON}`,
  ]);
});

test('releases page tells of a request that is gone by its agency and day', () => {
  const site = correctedSite((requests) => ({
    ...requests,
    docket: requests.docket.filter(({ request }) => request !== 'warrant'),
    events: requests.events.filter(({ request }) => request !== 'warrant'),
  }));
  expect(rowsOf(tableOf(pageAt('releases', site), 'changes-table'))).toEqual([
    `State Attorney, February 5, 2024 > Listed > Not listed > ${REASON}`,
    `State Attorney, February 5, 2024: Disclosed, March 1, 2024 > Listed > Not listed > ${REASON}`,
    `State Attorney, February 5, 2024: Closed, March 1, 2024 > Listed > Not listed > ${REASON}`,
  ]);
});

test('register, page of the request and timeline mark what was corrected', () => {
  const { notes } = tableOf(pageAt('requests'), 'register-table');
  expect(notes.map(sentenceText)).toEqual([`February 5, 2024, State Auditor, Corrected: ${REASON}`]);
  expect(JSON.stringify(pageAt('requests/warrant').sections)).toContain('"Corrected"');
  expect(JSON.stringify(pageAt('requests/subpoena').sections)).toContain(`Corrected",": ","${REASON}"`);
  expect(JSON.stringify(docketSite())).not.toContain(REASON);
});

test('pages with corrections print no number of unknown origin', () => {
  const lexicon = buildLexicon([corrected], 'en');
  for (const view of buildViews(corrected))
    for (const document of view.documents)
      expect(collectPage(document.path, document, lexicon).path).toBe(document.path);
});
