// A site of one page, one style sheet and one release, all of it accounted for; tests plant leaks in copies.
import { createHash } from 'node:crypto';
import type { Figure } from '../../src/figures/figure.ts';
import type { Manifest, ManifestPage } from '../../src/figures/manifest.ts';
import { formatPrograms, formatReleases } from '../../src/formats/releases-file.ts';
import { formatSums } from '../../src/formats/sums-file.ts';
import type { Against } from '../../src/gate/check-files.ts';
import type { Facts } from '../../src/gate/facts/facts.ts';
import { numbersOfSources } from '../../src/gate/files/script-file.ts';
import type { Files } from '../../src/gate/read-files.ts';
import type { PublishedCell } from '../../src/program/cell.ts';
import { sumRangeOf } from '../../src/release/sum-range.ts';
import type { ReleaseShape } from '../../src/system/shape.ts';

export const PAGE = 'en/small-town/cards/index.html';
export const MANIFEST = 'en/small-town/figures.json';
export const CUBE = 'small-town/releases/2024-Q4/files/cubes/cards-issued.csv';

const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; require-trusted-types-for 'script'";

export const HTML = `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="robots" content="noindex">
<link rel="stylesheet" href="/_astro/page.css">
<title>Cards in 2024</title>
</head>
<body>
<p class="invented-banner">Every figure here is invented.</p>
<main id="cards">
<p id="lead">In 2024 the office issued <data>1,234</data> cards, 81.0% of them in person, from May 1, 2018 on.</p>
<svg viewBox="0 0 320 200" role="img" aria-label="1,000 cards in person"><title>Cards by channel</title>
<g class="tick"><text x="0" y="10.5">1,500</text></g>
<rect class="bar" x="0" y="20" width="212.5" height="12"><title>In person: 1,000</title></rect>
</svg>
<table><tr><th id="channel-2024">Online</th><td>Hidden to protect people</td></tr></table>
<p><a href="/small-town/releases/2024-Q4/files/cubes/cards-issued.csv">CSV</a> of 2024-Q4, fewer than 11 people hidden</p>
</main>
</body>
</html>
`;

const cell = (codes: string[], count: number | null): [string, PublishedCell] => [
  ['cards-issued', ...codes].join('|'),
  { codes, count, status: count === null ? 'c' : '', note: '' },
];

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const cube = encode(
  'period,channel,count,status,note\n2024,_T,1234,,\n2024,in-person,1000,,\n2024,online,,c,Hidden\n',
);
const sums = formatSums(
  new Map([['cubes/cards-issued.csv', createHash('sha256').update(cube).digest('hex')]]),
);
const sealed = new Map([
  ['cubes/cards-issued.csv', cube],
  ['SHA256SUMS', encode(sums)],
]);

export const LIST = formatReleases({
  program: 'small-town',
  nature: 'invented',
  contact: null,
  releases: [{ release: '2024-Q4', hash: createHash('sha256').update(sums).digest('hex'), signatures: [] }],
  recalled: [],
  record: ['figures.csv'],
  signers: [],
});

const LISTED_REQUESTS = [
  { request: '2024-01', requester: 'state', outcome: 'declined', left: 'nothing' },
  { request: '2024-02', requester: 'press', outcome: 'disclosed_in_full', left: 'aggregate_only' },
] as const;

const CELLS: ReadonlyMap<string, PublishedCell> = new Map<string, PublishedCell>([
  cell(['2024', '_T'], 1234),
  cell(['2024', 'in-person'], 1000),
  cell(['2024', 'online'], null),
  ['docket|2024-01|days_to_answer', { codes: [], count: 5, status: '', note: '' }],
  ['docket|2024-02|days_to_answer', { codes: [], count: 9, status: '', note: '' }],
]);
const PROVED = new Map([['cards-issued|2024|online', { least: 0, most: 234 }]]);
/** No relation ties the cells. */
const NO_TABLES = {
  release: '2024-Q4',
  declaration: { measures: [], dimensions: [], tables: [], relations: [] },
  codelists: [],
} as unknown as ReleaseShape;

export const FACTS: Facts = new Map([
  [
    'small-town',
    {
      id: 'small-town',
      nature: 'invented' as const,
      k: 11,
      papers: {
        channels: [{ id: 'online', opened: '2024-12', closed: '2025-02' }],
        records: {
          validity: [
            { age: '14-64', years: 5 },
            { age: '65-plus', years: 'never' },
          ],
          groups: [{ id: 'online-card', channel: 'online', after: 'expiry', years: 3 }],
        },
        schedule: { daysAfter: 45 },
      },
      texts: new Set(['Small Town ID', '2018-05-01']),
      days: new Map(),
      translations: new Map(),
      recordFigures: new Map([
        ['launch', 500],
        ['later', 400],
      ]),
      recordRequests: [
        {
          request: 'paper',
          requester: 'press',
          received: '2024',
          outcome: 'declined',
          had: ['in_court', 'declined'],
          left: null,
        },
      ],
      recordFields: new Set(['500 residents signed up']),
      recordFiles: new Map([['figures.csv', encode('id,value\nlaunch,500\n')]]),
      catalog: null,
      list: LIST,
      releases: new Map([
        [
          '2024-Q4',
          {
            cells: CELLS,
            changes: 0,
            requests: LISTED_REQUESTS,
            audit: null,
            rangeOf: sumRangeOf({ shape: NO_TABLES, cells: CELLS, ranges: PROVED }),
            periodEnds: new Map([['2024', 24_299]]),
            files: sealed,
            codes: new Set(['2024', 'in-person', 'online', 'In person', 'Online', 'cards-issued']),
            fields: new Set(['Hidden']),
          },
        ],
      ]),
    },
  ],
]);

export const figure = (
  text: string,
  formula: 'count' | 'share' | 'difference',
  cells: string[],
  decimals = 0,
): Figure => ({
  text,
  origin: {
    kind: 'cells',
    program: 'small-town',
    release: '2024-Q4',
    formula,
    cells: cells.map((codes) => `cards-issued|${codes}`),
    decimals,
  },
});

export const LISTED: ManifestPage = {
  path: '/en/small-town/cards/',
  figures: [
    { ...figure('1,234', 'count', ['2024|_T']), times: 1 },
    { ...figure('1,000', 'count', ['2024|in-person']), times: 2 },
    { ...figure('81.0%', 'share', ['2024|in-person', '2024|_T'], 1), times: 1 },
    { text: '11', origin: { kind: 'threshold', program: 'small-town' }, times: 1 },
  ],
  ticks: [{ text: '1,500', times: 1 }],
  words: [
    { text: '2024', kind: 'code', times: 2 },
    { text: 'May 1, 2018', kind: 'date', times: 1 },
    { text: '2024-Q4', kind: 'code', times: 1 },
  ],
  claims: [],
};

const manifest = (page: ManifestPage): Manifest => ({ pages: [page] });

const SUPPLIES = new Map([
  ['sbom.json', '{}'],
  ['licenses.txt', 'Public domain.'],
]);

/** The site with some files changed; a page and its manifest as given. */
export function siteWith({
  html = HTML,
  page = LISTED,
  files = {},
}: {
  html?: string;
  page?: ManifestPage;
  files?: Record<string, string>;
}): Files {
  const served = [...sealed].map(([path, bytes]): [string, Uint8Array] => [
    `small-town/releases/2024-Q4/files/${path}`,
    bytes,
  ]);
  return new Map([
    ...served,
    ['small-town/record/figures.csv', encode('id,value\nlaunch,500\n')],
    ['small-town/releases.json', encode(LIST)],
    ['programs.json', encode(formatPrograms(['small-town']))],
    [PAGE, encode(html)],
    [MANIFEST, encode(JSON.stringify(manifest(page)))],
    ['_astro/page.css', encode('.bar { fill: #123456; width: 10px } .tick { font-size: 12px }')],
    ...[...SUPPLIES].map(([path, text]): [string, Uint8Array] => [path, encode(text)]),
    ...Object.entries(files).map(([path, text]): [string, Uint8Array] => [path, encode(text)]),
  ]);
}

/** A renderer that repeats the drawing, so that tests need no real one. */
export const AGAINST: Against = {
  assets: new Map(),
  facts: FACTS,
  parquets: new Map(),
  packages: new Map([['highs/build/highs.wasm', encode('the solver')]]),
  supplies: SUPPLIES,
  known: numbersOfSources(['const blue = 0x1234ff; const path = "M0,6L6,0";']),
  rasterize: (svg, language) => encode(`${language} ${svg}`),
};
