// What a style sheet prints and fetches, however it is written.
import { expect, test } from 'vitest';
import { styleFindings } from '../../../src/gate/files/style-sheet.ts';

const FILES = new Map([
  ['_astro/page.css', new Uint8Array()],
  ['_astro/a.woff2', new Uint8Array()],
]);
const whys = (css: string) =>
  styleFindings('_astro/page.css', css, FILES, { origin: undefined, base: '/' }).map(({ why }) => why);

test.each([
  ['a rule', '.bar { width: 10px; color: #123456 } .bar::before { content: "– " }'],
  [
    'a font of the site',
    '@font-face { font-family: "A 2"; src: url(a.woff2) format("woff2"), url("/_astro/a.woff2") }',
  ],
  ['a property of its own', ':root { --gap: 12px; --dot: "·" } .x::after { content: var(--dot) }'],
  ['a list of fonts', ':root { --serif: Charter, "Source Serif 4", serif } p { font-family: var(--serif) }'],
  ['a fragment', '.x { mask: url(#m) }'],
])('styleFindings finds nothing in %s', (_, css) => {
  expect(whys(css)).toEqual([]);
});

const PRINTS = 'A style sheet may not print a number.';
const COUNTS = 'A style sheet may not count.';
const FETCHES = 'A style sheet may fetch only files of the site.';
test.each([
  ['a number as content', '.x::before { content: "12 cards" }', PRINTS],
  ['one whose digits are escaped', String.raw`.x::before { content: "\31\32" }`, PRINTS],
  ['one in a property of which the name is escaped', String.raw`.x::before { c\6fntent: "12" }`, PRINTS],
  ['one in a property that another uses', ':root { --n: "12" } .x::before { content: var(--n) }', PRINTS],
  [
    'one beside a picture in a property that another uses',
    ':root { --n: linear-gradient(red, red) "12" } .x::before { content: var(--n) }',
    PRINTS,
  ],
  ['one as a quotation mark', '.x { quotes: "12" "13" } .x::before { content: open-quote }', PRINTS],
  ['one that marks a list', 'li { list-style-type: "12 " }', PRINTS],
  ['one that is counted', '.x { counter-reset: n 12 } .x::before { content: counter(n) }', COUNTS],
  ['a way of counting', '@counter-style x { system: cyclic; symbols: "•" }', COUNTS],
  [
    'an address of another origin without its scheme',
    '.x { background: url(//elsewhere.example/a.png) }',
    FETCHES,
  ],
  ['an address that is escaped', String.raw`.x { background: u\72l("//elsewhere.example/a.png") }`, FETCHES],
  [
    'one that is escaped without quotation marks',
    String.raw`.x { background: u\72l(//elsewhere.example/a.png) }`,
    'A style sheet must be one that can be read.',
  ],
  [
    'an address in a set of pictures',
    '.x { background: image-set("//elsewhere.example/a.png" 1x) }',
    FETCHES,
  ],
  ['a file that is not there', '.x { background: url(/nowhere.png) }', FETCHES],
  ['another sheet', '@import "b.css";', 'A style sheet may not import another.'],
  ['another sheet, escaped', String.raw`@\69mport "b.css";`, 'A style sheet may not import another.'],
])('styleFindings refuses %s', (_, css, why) => {
  expect(whys(css)).toContain(why);
});
