// What a release brings since the one before: requests that are new, requests that moved on, in plain words with links, on the page and in the feed.
import { expect, test } from 'vitest';
import type { SealedRelease } from '../../src/release/release.ts';
import { feedFile } from '../../src/site/feed.ts';
import { isLink, sentenceText } from '../../src/site/figures/sentence.ts';
import type { Section } from '../../src/site/frame/page.ts';
import type { SiteProgram } from '../../src/site/load/site-program.ts';
import { releasesPage } from '../../src/site/pages/releases.ts';
import { viewOf, withCells } from '../../src/site/view.ts';
import { docketSite } from './docket-site.ts';

/** The port, whose release before lists as much of the docket as `earlier` says. */
function siteAfter(
  earlier: (docket: NonNullable<SealedRelease['requests']>['docket']) => typeof docket,
): SiteProgram {
  const site = docketSite();
  const [now] = site.releases;
  if (now?.requests == null) throw new Error('no docket');
  const requests = { ...now.requests, docket: earlier(now.requests.docket) };
  return { ...site, releases: [{ ...now, release: '2024-Q1', requests }, now] };
}

function sectionOf(site: SiteProgram, id: string, release?: string): Section | undefined {
  return releasesPage(viewOf(site, 'en', release))?.sections.find((section) => section.id === id);
}

function linesOf(site: SiteProgram): string[] {
  const [block] = sectionOf(site, 'news')?.blocks ?? [];
  return block?.kind === 'list' ? block.items.map(sentenceText) : [];
}

const feedOf = (site: SiteProgram) => {
  const view = withCells(viewOf(site, 'en'));
  if (view === undefined) throw new Error('no release');
  return feedFile(view).text;
};

test('releasesPage names a request that the release before did not list, how many it asks about, with the way to it', () => {
  const site = siteAfter((docket) => docket.filter(({ request }) => request !== 'warrant'));
  expect(linesOf(site)).toContain('New request: State Attorney, February 5, 2024. It asks about: 40 people.');
  const [block] = sectionOf(site, 'news')?.blocks ?? [];
  const links = block?.kind === 'list' ? block.items.flatMap((item) => item.filter(isLink)) : [];
  expect(links.map(({ href }) => href)).toEqual([`/en/${site.program.id}/requests/warrant/`]);
  expect(feedOf(site)).toContain('New request: State Attorney, February 5, 2024.');
  expect(feedOf(site)).toContain('/releases/#news"/>');
});

test('releasesPage says of a request that moved on how it stood and stands, and what more was handed over', () => {
  const site = siteAfter((docket) =>
    docket.map((one) => {
      if (one.request === 'subpoena') return { ...one, outcome: 'received_not_answered' as const };
      return { ...one, left: 'nothing' as const };
    }),
  );
  const moved = 'Border Service, May 6, 2024: was “Received, not answered”, is now “Objection pending”.';
  const more =
    'State Attorney, February 5, 2024. What was handed over: “Nothing” before, “Application data” now.';
  expect(linesOf(site)).toEqual(expect.arrayContaining([moved, more]));
  expect(feedOf(site)).toContain(moved);
});

test('releasesPage says where nothing came in or moved on, and that requests without a page are in the counts', () => {
  const told = linesOf(siteAfter((docket) => docket));
  expect(told).toContain('No request with a page of its own came in or moved on.');
  expect(told.at(-1)).toMatch(/without a page of their own are new in the counts alone/);
});

test('releasesPage of a first release: no news, and nothing is said of a release before', () => {
  const site = docketSite();
  expect(sectionOf(site, 'news')).toBeUndefined();
  const told = JSON.stringify(sectionOf(site, 'changes'));
  expect(told).toContain('This is the first release');
  expect(told).not.toContain('earlier release');
  expect(feedOf(site)).not.toContain(':news<');
  const later = siteAfter((docket) => docket);
  expect(JSON.stringify(sectionOf(later, 'changes'))).toContain(
    'No figure that an earlier release published',
  );
  expect(JSON.stringify(sectionOf(later, 'changes', '2024-Q1'))).toContain('This is the first release');
});
