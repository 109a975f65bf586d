// The site in Firefox and in WebKit, where the machine has them: every template, and what the three scripts do.
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { FIREFOX, openFirefox, openWebKit, type Visitor, WEBKIT } from './other-browsers.ts';
import { templatesIn } from './templates.ts';

const siteUrl = inject('siteUrl');
const LANGUAGES = ['en', 'ar'];

/** In the page: waits until a condition holds, five minutes at most. */
const WAIT = `const wait = async (holds) => {
  for (let turn = 0; turn < 2900 && !holds(); turn++) await new Promise((resolve) => setTimeout(resolve, 100));
};`;
const inPage = (steps: string): string => `await (async () => { ${WAIT} ${steps} })()`;

describe.each([
  ['Firefox', FIREFOX, openFirefox],
  ['WebKit', WEBKIT, openWebKit],
] as const)('%s', (_, program, open) => {
  describe.skipIf(program === undefined)('on this machine', () => {
    let visitor: Visitor;
    beforeAll(async () => {
      visitor = await open();
    });
    afterAll(() => visitor.close());

    test('shows every template without scrolling sideways, its charts drawn', async () => {
      for (const { path } of LANGUAGES.flatMap(templatesIn)) {
        await visitor.visit(siteUrl + path);
        const seen = await visitor.evaluate(`({
          heading: document.querySelector('h1, h2')?.textContent?.trim() !== '',
          overflows: document.documentElement.scrollWidth > window.innerWidth,
          styled: getComputedStyle(document.body).fontFamily !== '' && document.styleSheets.length,
          empty: [...document.querySelectorAll('svg')].filter((svg) => svg.checkVisibility() && svg.getBoundingClientRect().height < 4).length,
        })`);
        expect({ path, ...(seen as object) }).toEqual({
          path,
          heading: true,
          overflows: false,
          styled: path.endsWith('/design/') ? 2 : 1,
          empty: 0,
        });
      }
    });

    test('explores: the breakdown that is chosen stands in the address, in the table and in the picture', async () => {
      await visitor.visit(`${siteUrl}/en/example-city/explore/`);
      const seen = await visitor.evaluate(
        inPage(`
          await wait(() => document.querySelectorAll('#explorer select').length > 1);
          const [, choice] = document.querySelectorAll('#explorer select');
          choice.value = 'channel';
          choice.dispatchEvent(new Event('change', { bubbles: true }));
          await wait(() => location.search.includes('by=channel') && document.querySelector('#explorer svg') !== null);
          return {
            search: location.search.includes('by=channel'),
            hasPicture: document.querySelector('#explorer svg') !== null,
            columns: document.querySelectorAll('#explorer thead th').length > 2,
          };`),
      );
      expect(seen).toEqual({ search: true, hasPicture: true, columns: true });
    });

    test('finds a release by its code', async () => {
      await visitor.visit(`${siteUrl}/en/search/`);
      const seen = await visitor.evaluate(
        inPage(`
          await wait(() => document.querySelector('main input') !== null);
          const input = document.querySelector('main input');
          input.value = '2025q2';
          input.dispatchEvent(new Event('input', { bubbles: true }));
          await wait(() => document.querySelector('main').textContent.includes('Entries found'));
          return [...document.querySelectorAll('main a')].some((link) => link.textContent === '2025-Q2');`),
      );
      expect(seen).toBe(true);
    });

    test('attacks what was published, in a worker, and proves nothing', async () => {
      await visitor.visit(`${siteUrl}/en/example-city/break/`);
      const seen = await visitor.evaluate(
        inPage(`
          await wait(() => document.querySelector('#attack button') !== null);
          document.querySelector('#attack button').click();
          await wait(() => document.querySelector('#attack').textContent.includes('The attack is over'));
          return document.querySelector('#attack').textContent;`),
      );
      expect(seen).toContain('of none can it be told that it stands for somebody');
    });
  });
});
