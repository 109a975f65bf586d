// The five items of the menu, the way to a page, and the contents of a long one.
import { expect, test } from 'vitest';
import { buildViews } from '../../../src/site/built-view.ts';
import type { PageDocument } from '../../../src/site/document.ts';
import { contentsOf } from '../../../src/site/frame/contents.ts';
import { crumbsOf, type Listed, menuOf, siteMenuOf } from '../../../src/site/frame/menu.ts';
import { LANGUAGES } from '../../../src/site/messages/languages.ts';
import { messagesIn } from '../../../src/site/messages/messages.ts';
import { docketSite } from '../docket-site.ts';
import { fixtureSite } from '../fixture.ts';

const messages = messagesIn('en');
const page = (slug: string, under: Listed['under'], parent?: string): Listed => ({
  slug,
  name: `The page ${slug}`,
  under,
  ...(parent === undefined ? {} : { parent }),
});
const pages = [
  page('', 'overview'),
  page('requests', 'asked'),
  page('cards', 'served'),
  page('areas', 'served'),
  page('requests/harbor', 'asked', 'requests'),
];
const shelf = { pages, pathOf: (slug: string) => `/${slug}`, messages };
const at = (slug: string): Listed => pages.find((one) => one.slug === slug) ?? page(slug, 'overview');

test('menuOf: an item for each part that has pages, leading to its first, in order', () => {
  expect(menuOf(shelf, at('')).items).toEqual([
    { href: '/', label: 'Overview', current: 'page' },
    { href: '/requests', label: 'Who asked', current: undefined },
    { href: '/cards', label: 'People served', current: undefined },
  ]);
});

test('menuOf a page below an item: the item is current, and all pages below it are offered', () => {
  const { items, pages: below } = menuOf(shelf, at('areas'));
  expect(items.find(({ current }) => current !== undefined)).toMatchObject({
    href: '/cards',
    current: 'true',
  });
  expect(below.map(({ href, current }) => [href, current])).toEqual([
    ['/cards', undefined],
    ['/areas', 'page'],
  ]);
});

test('menuOf a page of detail: the item above it is current, and it stands in no menu', () => {
  const { items, pages: below } = menuOf(shelf, at('requests/harbor'));
  expect(items.find(({ current }) => current !== undefined)).toMatchObject({
    href: '/requests',
    current: 'true',
  });
  expect(below).toEqual([]);
});

test('menuOf who asked: what is of no program stands beside, and nowhere else', () => {
  const beside = [{ href: '/elsewhere/', label: 'Elsewhere' }];
  const hrefs = (slug: string) => menuOf({ ...shelf, beside }, at(slug)).pages.map(({ href }) => href);
  expect(hrefs('requests')).toEqual(['/requests', '/elsewhere/']);
  expect(hrefs('cards')).toEqual(['/cards', '/areas']);
});

test('menuOf pages of detail without the page that leads to them: the item leads to the first of them', () => {
  const lone = { ...shelf, pages: pages.filter(({ slug }) => slug !== 'requests') };
  expect(menuOf(lone, at('requests/harbor')).items[1]).toEqual({
    href: '/requests/harbor',
    label: 'Who asked',
    current: 'page',
  });
});

test('siteMenuOf: every page beside those of programs by its own name', () => {
  const { items, pages: below } = siteMenuOf(pages.slice(0, 2), shelf.pathOf, 'requests');
  expect(items).toEqual([
    { href: '/', label: 'The page ', current: undefined },
    { href: '/requests', label: 'The page requests', current: 'page' },
  ]);
  expect(below).toEqual([]);
});

test('crumbsOf: the item, the page that leads there, the page', () => {
  const hrefs = (slug: string) => crumbsOf(shelf, at(slug)).map(({ href }) => href);
  expect(hrefs('')).toEqual([]);
  expect(hrefs('requests')).toEqual(['/requests']);
  expect(hrefs('areas')).toEqual(['/cards', '/areas']);
  expect(hrefs('requests/harbor')).toEqual(['/requests', '/requests/harbor']);
});

test('contentsOf: headings without links of their own; none of a page of two sections', () => {
  const sections = ['one', 'two', 'three'].map((id) => ({
    id,
    heading: ['Of ', { href: '/', label: 'links' }],
    blocks: [],
  }));
  expect(contentsOf({ sections })[1]).toEqual({ href: '#two', text: ['Of ', 'links'] });
  expect(contentsOf({ sections: sections.slice(1) })).toEqual([]);
});

const documents = [fixtureSite(), docketSite()].flatMap((site) =>
  buildViews(site).flatMap((view) => view.documents),
);

test('every page of a program: one current item, and a way to it that ends in the page itself', () => {
  const lost = documents.filter(({ menu, crumbs, path }: PageDocument) => {
    const current = menu.items.filter((item) => item.current !== undefined);
    return current.length !== 1 || crumbs.at(-1)?.href !== path;
  });
  expect(lost.map(({ path }) => path)).toEqual([]);
  expect(documents.length).toBeGreaterThan(20);
});

test('every page of a release says which, to when its data run and how it was checked; an earlier one when no next is due', () => {
  const own = buildViews(fixtureSite()).flatMap((view) => view.documents);
  const trust = own.map(({ path, trust: line }) => ({ path, text: JSON.stringify(line) }));
  for (const { path, text } of trust) {
    expect(text, path).toContain('Data through ');
    expect(text, path).toMatch(/Tested: from everything published, nobody can tell|No count is hidden/);
    if (path.includes('/releases/2')) expect(text, path).not.toContain('due');
  }
});

test.each(LANGUAGES.map(({ code }) => code))(
  'pages on what is kept and who asked bear one name in %s: that of their item in the menu',
  (language) => {
    const { names, around } = messagesIn(language);
    expect([names.records, names.requests]).toEqual([around.menu.kept, around.menu.asked]);
  },
);
