// A site of one program is its city's own: it begins with that program, by the city's name, sign and colour, and speaks of no other.
import { describe, expect, test } from 'vitest';
import { logoFault, lookSchema } from '../../src/program/look.ts';
import { buildViews } from '../../src/site/built-view.ts';
import { lookSheet, siteHome } from '../../src/site/frame/site-home.ts';
import type { SiteProgram } from '../../src/site/load/site-program.ts';
import { siteDocuments } from '../../src/site/site-documents.ts';
import { fixtureProgram, fixtureSite } from './fixture.ts';

const colour = { day: '#0b5394', night: '#8fc7ff' };
const look = { name: 'Quay in figures', logo: true, colour };
const site: SiteProgram = { ...fixtureSite(), program: fixtureProgram({ look }), isAlone: true };

describe('siteHome', () => {
  test('of one program: the program, by the name, the sign and the colour of the city', () => {
    expect(siteHome([site], 'en')).toEqual({
      siteName: 'Quay in figures',
      href: '/en/quay-card/',
      label: 'Quay Card',
      logo: '/quay-card/logo.svg',
      sheet: '/quay-card/look.css',
    });
  });

  test('of several programs: the page that compares them, alike for all', () => {
    const home = siteHome([{ ...site, isAlone: false }, fixtureSite()], 'en');
    expect(home).toMatchObject({ siteName: 'Daylight', href: '/en/', logo: undefined, sheet: undefined });
  });
});

test('pages of a site of one program lead to no page of several, nor to requests elsewhere', () => {
  const built = buildViews(site);
  const [first] = built;
  if (first === undefined) throw new Error('no view');
  const own = built.flatMap(({ documents }) => documents);
  const programs = [{ view: first.view, pages: first.documents }];
  const home = siteHome([site], 'en');
  const slugsIn = (...languages: string[]) =>
    siteDocuments('en', languages, programs, { home, elsewhere: new Map(), publisher: undefined }).map(
      ({ page }) => page.slug,
    );
  expect(slugsIn('en')).toEqual(['promise', 'search']);
  expect(slugsIn('en', 'es')).toEqual(['promise', 'translation', 'search']);
  const others = siteDocuments('en', ['en', 'es'], programs, {
    home,
    elsewhere: new Map(),
    publisher: undefined,
  });
  for (const document of [...own, ...others]) {
    expect(document.crumbs[0]?.href, document.path).toBe('/en/quay-card/');
    expect(JSON.stringify(document), document.path).not.toMatch(/"href":"\/en\/(?:elsewhere\/|design\/)?"/);
  }
});

describe('look of program.json', () => {
  test('takes a name, a logo and colours that can be read', () => {
    expect(lookSchema.parse(look)).toEqual(look);
  });

  test.each([
    ['a colour too pale for the day', { colour: { ...colour, day: '#9fc7ff' } }],
    ['a colour too dark for the night', { colour: { ...colour, night: '#0b5394' } }],
    ['a colour that is no #rrggbb', { colour: { ...colour, day: 'navy' } }],
    ['a name with a digit', { name: 'Quay 311' }],
  ])('refuses %s', (_, wrong) => {
    expect(lookSchema.safeParse({ ...look, ...wrong }).success).toBe(false);
  });

  test.each([
    ['<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z" fill="#0b5394"/></svg>', undefined],
    ['<svg><use href="#a"/></svg>', undefined],
    ['<svg><script>alert()</script></svg>', 'It holds something that could run.'],
    ['<svg onload="x()"></svg>', 'It holds something that could run.'],
    ['<svg><a href="&#106;avascript:x()"/></svg>', 'It holds something that could run.'],
    ['<svg><image href="https://a.example/x.png"/></svg>', 'It asks for another file.'],
    ['<svg><path style="fill:url(https://a.example/)"/></svg>', 'It asks for another file.'],
    ['GIF89a', 'It is no SVG drawing.'],
  ])('a logo %s: %s', (svg, fault) => {
    expect(logoFault(svg)).toBe(fault);
  });
});

test('lookSheet sets the colour of links by day and by night, over that of the style sheet', () => {
  expect(lookSheet(colour)).toBe(
    'html:root{--link:#0b5394;--brand:#0b5394}@media (prefers-color-scheme:dark){html:root{--link:#8fc7ff;--brand:#8fc7ff}}\n',
  );
});
