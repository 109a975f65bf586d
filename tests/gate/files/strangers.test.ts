import { expect, test } from 'vitest';
import { checkFiles } from '../../../src/gate/check-files.ts';
import { AGAINST, HTML, siteWith } from '../fixture.ts';

const whys = (changes: Parameters<typeof siteWith>[0]): string[] =>
  checkFiles(siteWith(changes), AGAINST).map(({ why }) => why);

const planted = (markup: string): string => HTML.replace('</main>', `${markup}</main>`);

test.each([
  ['<script src="https://cdn.example/x.js"></script>'],
  ['<img src="//cdn.example/x.png" alt="">'],
  ['<img srcset="https://cdn.example/x.png 2x" alt="">'],
  ['<svg><image href="https://cdn.example/x.png"/></svg>'],
  ['<link rel="preconnect" href="https://cdn.example">'],
  ['<form action="https://cdn.example/"></form>'],
])('checkFiles refuses a request to another origin: %s', (markup) => {
  expect(whys({ html: planted(markup) })).toContain('The page would ask another origin for this.');
});

test.each([
  ['<script>let x</script>', 'Scripts and styles stand in files of their own.'],
  ['<style>p { color: red }</style>', 'Scripts and styles stand in files of their own.'],
  ['<p style="color: red"></p>', 'Inline styles and event attributes are refused by the content policy.'],
  ['<p onclick="x()"></p>', 'Inline styles and event attributes are refused by the content policy.'],
  ['<a href="javascript:x()">x</a>', 'An address may not carry a script or data.'],
])('checkFiles refuses what runs inline: %s', (markup, why) => {
  expect(whys({ html: planted(markup) })).toContain(why);
});

test.each([
  ['a { background: url(https://cdn.example/x.png) }', 'A style sheet may fetch only files of the site.'],
  ['@import "other.css";', 'A style sheet may not import another.'],
  ['.hidden::after { content: "7" }', 'A style sheet may not print a number.'],
])('checkFiles refuses a style sheet that says %s', (css, why) => {
  expect(whys({ files: { 'x.css': css } })).toContain(why);
});

test.each([
  ['localStorage.setItem("x", "y")', 'A script may store nothing and ask no other origin.'],
  ['document.cookie = "x"', 'A script may store nothing and ask no other origin.'],
  ['fetch("https://cdn.example/")', 'A script may store nothing and ask no other origin.'],
  ['fetch(`//cdn.example/`)', 'A script may store nothing and ask no other origin.'],
  ['const online = "7"', 'A script may carry no data.'],
  ['const cards = 1234', 'A script may carry no data.'],
])('checkFiles refuses a script that says %s', (script, why) => {
  expect(whys({ files: { 'x.js': script } })).toContain(why);
});

test('checkFiles refuses a page without a content policy, or with one that allows too much', () => {
  const meta = /<meta http-equiv[^>]*>\n/;
  expect(whys({ html: HTML.replace(meta, '') })).toEqual(['The page needs exactly one content policy.']);
  expect(whys({ html: HTML.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'") })).toHaveLength(
    1,
  );
  expect(whys({ html: HTML.replace("img-src 'self'", "img-src 'self' https://cdn.example") })).toHaveLength(
    1,
  );
});

test('checkFiles accepts that a page starts the worker of the attack, and no other leave to run code', () => {
  const policy = (more: string) => whys({ html: HTML.replace("img-src 'self'", `img-src 'self'; ${more}`) });
  expect(policy("worker-src 'self'; trusted-types site-worker")).toEqual([]);
  expect(policy('trusted-types other')).toHaveLength(1);
  expect(policy('worker-src attack-worker')).toHaveLength(1);
  expect(policy("script-src 'self' 'wasm-unsafe-eval'")).toHaveLength(1);
});

test('checkFiles refuses an invented program without its notice or with search engines let in', () => {
  expect(whys({ html: HTML.replace('class="invented-banner"', 'class="note"') })).toEqual([
    'The page of an invented program does not say that its figures are invented.',
  ]);
  expect(whys({ html: HTML.replace('<meta name="robots" content="noindex">', '') })).toEqual([
    'The page of an invented program does not ask search engines to leave it out (noindex).',
  ]);
});
