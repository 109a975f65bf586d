// A feed names only releases of its program, on the days that they close; its texts are accounted for as on pages.
import { expect, test } from 'vitest';
import { checkFiles } from '../../../src/gate/check-files.ts';
import { readFeed } from '../../../src/gate/files/feed.ts';
import { AGAINST, LISTED, MANIFEST, siteWith } from '../fixture.ts';

const FEED = 'en/small-town/feed.xml';
const feed = (entry: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>Small Town</title>
<id>urn:daylight:en:small-town</id>
<updated>2024-12-31T00:00:00Z</updated>
<link rel="alternate" href="/en/small-town/cards/index.html"/>
<entry>${entry}</entry>
</feed>
`;
const ENTRY =
  '<title>Release 2024-Q4</title><id>urn:daylight:en:small-town:2024-Q4</id><updated>2024-12-31T00:00:00Z</updated>';

/** What is found in a site with this feed, whose manifest lists the release that its title names. */
function found(xml: string): string[] {
  const words = [{ text: '2024-Q4', kind: 'code', times: 1 }];
  const page = { path: '/en/small-town/feed.xml', figures: [], ticks: [], words, claims: [] };
  const files = { [FEED]: xml, [MANIFEST]: JSON.stringify({ pages: [LISTED, page] }) };
  return checkFiles(siteWith({ files }), AGAINST).map(({ what, why }) => `${what}: ${why}`);
}

test('checkFiles finds nothing in a feed of releases that there are', () => {
  expect(found(feed(ENTRY))).toEqual([]);
});

test.each([
  ['an id of no release', 'small-town:2024-Q4', 'small-town:2024-Q3'],
  ['an id of another program', 'en:small-town:2024-Q4', 'en:large-town:2024-Q4'],
  ['corrections in a release that has none', 'small-town:2024-Q4', 'small-town:2024-Q4:corrected'],
  ['a day on which nothing closes', '2024-12-31T', '2024-12-30T'],
])('checkFiles refuses a feed with %s', (_, piece, other) => {
  expect(ENTRY).toContain(piece);
  expect(found(feed(ENTRY.replace(piece, other)))).toEqual([
    expect.stringContaining('No release and no recall of the program has this id or day.'),
  ]);
});

test('readFeed finds nothing in an entry on corrections of a release that has some', () => {
  const facts = new Map(AGAINST.facts);
  const town = facts.get('small-town');
  const release = town?.releases.get('2024-Q4');
  if (town === undefined || release === undefined) throw new Error('no release');
  const changes = ['changes.csv', new TextEncoder().encode('measure,cell\ncards-issued,2024\n')] as const;
  const corrected = { ...release, files: new Map([...release.files, changes]) };
  facts.set('small-town', { ...town, releases: new Map([['2024-Q4', corrected]]) });
  const xml = feed(ENTRY.replace('small-town:2024-Q4', 'small-town:2024-Q4:corrected'));
  const { findings } = readFeed(FEED, xml, facts);
  expect(findings).toEqual([]);
});

test('checkFiles refuses a number in the text of a feed that has no origin', () => {
  expect(found(feed(`${ENTRY}<summary>7 more online</summary>`))).toEqual([
    '7: The number has no origin: no figure or word of the manifest reads like this.',
  ]);
});

test('readFeed takes the day on which a release went out of that release alone, and none where none was noted', () => {
  const [town] = AGAINST.facts.values();
  if (town === undefined) throw new Error('no town');
  const foundIn = (days: ReadonlyMap<string, string>, day: string) =>
    readFeed(
      FEED,
      feed(`${ENTRY}<published>${day}T00:00:00Z</published>`),
      new Map([[town.id, { ...town, days }]]),
    ).findings.map(({ what }) => what);
  const noted = new Map([
    ['2024-Q4', '2025-02-14'],
    ['2024-Q3', '2024-11-14'],
  ]);
  expect(foundIn(noted, '2025-02-14')).toEqual([]);
  expect(foundIn(noted, '2024-11-14')).toEqual(['2024-11-14T00:00:00Z']);
  expect(foundIn(new Map(), '2025-02-14')).toEqual(['2025-02-14T00:00:00Z']);
});
