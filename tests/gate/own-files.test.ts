// Files that the site serves as somebody else wrote them: the record's, the solver's, and what a browser printed.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkFiles } from '../../src/gate/check-files.ts';
import { formatJson } from '../../src/reading/json-file.ts';
import { zipFiles } from '../../src/release/forms/archive.ts';
import { AGAINST, CUBE, HTML, LIST, PAGE, siteWith } from './fixture.ts';

const RECORD = 'small-town/record/figures.csv';
const found = (files: Record<string, string>): string[] =>
  checkFiles(siteWith({ files }), AGAINST).map(({ file, why }) => `${file}: ${why}`);

test('checkFiles refuses a file of the record that is not as it stands there', () => {
  expect(found({ [RECORD]: 'id,value\nlaunch,501\n' })).toEqual([
    `${RECORD}: The file is not one of the record, as it stands there.`,
  ]);
  expect(found({ 'small-town/record/tallies.csv': 'x' })).toHaveLength(1);
});

test('checkFiles misses a file of the record that the site does not serve', () => {
  const site = new Map(siteWith({}));
  site.delete(RECORD);
  expect(checkFiles(site, AGAINST).map(({ why }) => why)).toEqual([
    'The record has this file, but the site does not serve it.',
  ]);
});

test('checkFiles knows the solver by its bytes, and nothing else by its name', () => {
  expect(found({ '_astro/highs.a-b_9.wasm': 'the solver' })).toEqual([]);
  expect(found({ '_astro/highs.a-b_9.wasm': 'another solver' })).toEqual([
    '_astro/highs.a-b_9.wasm: The gate knows no such kind of file.',
  ]);
  expect(found({ '_astro/other.wasm': 'the solver' })).toHaveLength(1);
});

const PAPER = 'en/small-town/briefing/briefing.pdf';
const BRIEFING = 'en/small-town/briefing/index.html';
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

test('checkFiles knows a briefing as PDF by the page that it was printed from, which leads to it', () => {
  const page = HTML.replace('</main>', `<a href="/${PAPER}">PDF</a></main>`);
  const paper = (source: string) => `%PDF-1.4 /Source <${hashOf(source)}>`;
  const ofPaper = (files: Record<string, string>) => found(files).filter((why) => why.startsWith(PAPER));
  expect(ofPaper({ [BRIEFING]: page, [PAPER]: paper(page) })).toEqual([]);
  expect(ofPaper({ [BRIEFING]: page, [PAPER]: paper(`${page} `) })).toEqual([
    `${PAPER}: It was not printed from the page beside it.`,
  ]);
  const withTrust = page.replace('<main', '<ul class="trust" aria-label="Checks"><li>Of 2025</li></ul><main');
  expect(withTrust).not.toBe(page);
  expect(ofPaper({ [BRIEFING]: withTrust, [PAPER]: paper(page) })).toEqual([]);
  expect(ofPaper({ [BRIEFING]: withTrust, [PAPER]: paper(withTrust) })).toHaveLength(1);
  expect(ofPaper({ [BRIEFING]: HTML, [PAPER]: paper(HTML) })).toEqual([
    `${PAPER}: The page beside it does not lead to it.`,
  ]);
  expect(ofPaper({ [BRIEFING]: page, [PAPER]: paper(page).slice(1) })).toEqual([
    `${PAPER}: This is no PDF file.`,
  ]);
  expect(ofPaper({ [PAPER]: paper(page) })).toEqual([`${PAPER}: There is no page ${BRIEFING}.`]);
  expect(found({ 'en/small-town/cards/cards.pdf': paper(page) })).toHaveLength(1);
});

test('checkFiles knows the picture of a page as the rendering of the drawing beside it, wherever it stands', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><text>Cards</text></svg>';
  for (const folder of ['en', 'en/small-town', 'en/small-town/requests/harbor']) {
    const ofPicture = (png: string) =>
      found({ [`${folder}/preview.svg`]: svg, [`${folder}/preview.png`]: png }).filter((why) =>
        why.includes('preview.png'),
      );
    expect(ofPicture(`en ${svg}`)).toEqual([]);
    expect(ofPicture('another')).toHaveLength(1);
  }
});

test('checkFiles refuses a page that shows a picture which is not of the site', () => {
  const page = (address: string) =>
    HTML.replace('</head>', `<meta property="og:image" content="${address}"></head>`);
  const ofPage = (address: string) =>
    found({ [PAGE]: page(address) }).filter((why) => why.includes('preview of a page'));
  expect(ofPage('https://elsewhere.example/7/preview.png')).toHaveLength(1);
  expect(ofPage('/en/small-town/none-9/preview.png')).toHaveLength(1);
});

test('checkFiles refuses an address of a page in its head that is none of the site', () => {
  const page = HTML.replace(
    '</head>',
    '<meta property="og:url" content="https://elsewhere.example/7/"></head>',
  );
  expect(found({ [PAGE]: page }).filter((why) => why.includes('address of a page'))).toHaveLength(1);
});

test('checkFiles reads the index of the search as a page: its numbers, its addresses, its form', () => {
  const index = (text: string, href = '/en/small-town/cards/') =>
    formatJson([
      {
        href,
        page: 'Cards',
        program: '',
        isInvented: true,
        rank: 'other',
        sections: [{ anchor: '', heading: '', texts: [text] }],
      },
    ]);
  const ofIndex = (text: string) => found({ 'en/search/index.json': text });
  expect(ofIndex(index('No number'))).toEqual([]);
  expect(ofIndex(index('There were 77 of them'))).toHaveLength(1);
  expect(ofIndex(index('No number', '/en/small-town/none-7/'))).toHaveLength(1);
  expect(ofIndex(index('No number').replace('true', '77'))).toHaveLength(1);
  expect(ofIndex(`${index('No number')} `)).toHaveLength(1);
});

test('checkFiles knows the zips of a program and the newest files by what was published, byte for byte', () => {
  const sealed = siteWith({}).get(CUBE) ?? new Uint8Array();
  const sums = siteWith({}).get(CUBE.replace('cubes/cards-issued.csv', 'SHA256SUMS')) ?? new Uint8Array();
  const record = siteWith({}).get(RECORD) ?? new Uint8Array();
  const ofRelease = [
    ['cubes/cards-issued.csv', sealed],
    ['SHA256SUMS', sums],
  ] as const;
  const everything = [
    ...ofRelease.map(([path, bytes]) => [`releases/2024-Q4/${path}`, bytes] as const),
    ['record/figures.csv', record] as const,
    ['releases.json', new TextEncoder().encode(LIST)] as const,
  ];
  const ofFile = (path: string, bytes: Uint8Array) =>
    checkFiles(new Map([...siteWith({}), [path, bytes] as const]), AGAINST).map(({ why }) => why);
  expect(ofFile('small-town/everything.zip', zipFiles(new Map(everything)))).toEqual([]);
  expect(ofFile('small-town/everything.zip', zipFiles(new Map(everything.slice(1))))).toHaveLength(1);
  expect(ofFile('small-town/releases/2024-Q4/files.zip', zipFiles(new Map(ofRelease)))).toEqual([]);
  expect(ofFile('small-town/releases/2024-Q4/files.zip', zipFiles(new Map(everything)))).toHaveLength(1);
  expect(ofFile('small-town/latest/cubes/cards-issued.csv', sealed)).toEqual([]);
  expect(ofFile('small-town/latest/cubes/cards-issued.csv', record)).toHaveLength(1);
  expect(ofFile('small-town/latest/tallies.csv', record)).toHaveLength(1);
});

test('checkFiles holds the lists of releases to what was released, and misses them', () => {
  const why = 'The file does not list what was released, recalled and signed, and this alone.';
  for (const [path, text] of [
    ['small-town/releases.json', LIST.replace('2024-Q4', '2024-Q3')],
    ['small-town/releases.json', LIST.replace('"signers": []', '"signers": [ ]')],
    ['programs.json', '{"programs":[]}'],
    ['record/releases.json', LIST],
  ] as const)
    expect(found({ [path]: text })).toEqual([`${path}: ${why}`]);
  const site = new Map(siteWith({}));
  site.delete('programs.json');
  expect(checkFiles(site, AGAINST).map(({ file }) => file)).toEqual(['programs.json']);
});

test('checkFiles takes a hash in the name of a file that a script loads for no data, and one of no file for data', () => {
  const script = { '_astro/page.a.js': 'const worker = "/_astro/worker.BB9C361B.js";' };
  expect(found({ ...script, '_astro/worker.BB9C361B.js': 'self.onmessage = null;' })).toEqual([]);
  expect(new Set(found(script))).toEqual(new Set(['_astro/page.a.js: A script may carry no data.']));
});
