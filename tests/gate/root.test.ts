// A site that stands below a path of a host of its own: the gate knows where, and nothing may lead or ask elsewhere.
import { expect, test } from 'vitest';
import { checkFiles } from '../../src/gate/check-files.ts';
import { rootOf } from '../../src/gate/root.ts';
import { AGAINST, HTML, siteWith } from './fixture.ts';

const POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; require-trusted-types-for 'script'";
const FIRST = `<!doctype html><html lang="en"><head><meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta http-equiv="refresh" content="0; url=/day2025/en/small-town/cards/"><link rel="canonical" href="https://ids2.example.org/day2025/en/"><title>x</title></head><body></body></html>`;
const FRONT = `<!doctype html><html lang="en"><head><meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>x</title></head><body></body></html>`;
const BELOW = HTML.replaceAll('href="/', 'href="/day2025/');
const link = (href: string): string => BELOW.replace('<p><a', `<p><a href="${href}">x</a><a`);

const check = (html: string) =>
  checkFiles(siteWith({ html, files: { 'index.html': FIRST, 'en/index.html': FRONT } }), AGAINST);

test('rootOf the first page of a site: where it stands', () => {
  expect(rootOf(FIRST)).toEqual({ origin: 'https://ids2.example.org', base: '/day2025/' });
  const own = FIRST.replace('/day2025/en/"><title>', '/day2025/en/small-town/"><title>');
  expect(own).not.toBe(FIRST);
  expect(rootOf(own)).toEqual(rootOf(FIRST));
  expect(rootOf(FIRST.replaceAll('/day2025/', '/'))).toEqual({
    origin: 'https://ids2.example.org',
    base: '/',
  });
  expect(rootOf(HTML)).toEqual({ origin: undefined, base: '/' });
});

test('checkFiles finds nothing in a page whose addresses begin with the path of the site', () => {
  expect(check(BELOW)).toEqual([]);
  expect(check(link('https://ids2.example.org/day2025/en/small-town/cards/'))).toEqual([]);
});

test.each([
  ['a link to the root of the host', link('/small-town/releases/2024-Q4/files/SHA256SUMS')],
  ['a link to a page of the site that there is not', link('https://ids2.example.org/day2025/en/2031/')],
  ['a link beside the path', link('https://ids2.example.org/day2026/')],
  ['a link to a host that begins alike', link('https://ids2.example.org.evil.example/day2025/')],
  ['a style sheet of the root', BELOW.replace('/day2025/_astro', '/_astro')],
  [
    'a style sheet with its origin',
    BELOW.replace('/day2025/_astro', 'https://ids2.example.org/day2025/_astro'),
  ],
  ['the number of the path alone', BELOW.replace('In 2024', 'In 2025')],
])('checkFiles refuses %s', (_, html) => {
  expect(check(html)).not.toEqual([]);
});

test('checkFiles refuses a first page that leads beside the site', () => {
  const files = { 'index.html': FIRST.replace('url=/day2025', 'url='), 'en/index.html': FRONT };
  expect(checkFiles(siteWith({ html: BELOW, files }), AGAINST)).not.toEqual([]);
});
