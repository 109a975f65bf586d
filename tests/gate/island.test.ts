// Pages with an island of React: Astro's own style and scripts to the letter, and what the page hands to it.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkFiles } from '../../src/gate/check-files.ts';
import { ISLAND_CODE } from '../../src/model/island-code.ts';
import { policyFor } from '../../src/site/policy.ts';
import { AGAINST, HTML, siteWith } from './fixture.ts';

const POLICY = /content="default-src[^"]*"/;
const [STYLE] = ISLAND_CODE.style;
const [ONLY, ISLAND] = ISLAND_CODE.script;
const PROPS = {
  words: [0, { show: [0, 'Show'], levels: [1, [[0, 'Month']]] }],
  href: [0, '/_astro/page.css'],
};

interface Change {
  readonly policy?: string;
  readonly scripts?: readonly string[];
  readonly style?: string;
  readonly props?: unknown;
  readonly attributes?: string;
  readonly island?: string;
}

const quoted = (value: unknown): string => JSON.stringify(value).replaceAll('"', '&quot;');

function findings({ policy, scripts, style, props, attributes, island }: Change): string[] {
  const code = `<style>${style ?? STYLE}</style>${(scripts ?? [ONLY, ISLAND]).map((one) => `<script>${one}</script>`).join('')}`;
  const element = `<astro-island uid="Explorer" ${attributes ?? 'component-url="/_astro/page.css"'} props="${quoted(props ?? PROPS)}" ssr client="only"></astro-island>`;
  const html = HTML.replace(POLICY, `content="${policy ?? policyFor('explorer')}"`).replace(
    '</main>',
    `${code}${island ?? element}</main>`,
  );
  return checkFiles(siteWith({ html }), AGAINST).map(({ what, why }) => `${what}: ${why}`);
}

test('checkFiles accepts an island with the code that Astro writes for it', () => {
  expect(findings({})).toEqual([]);
});

test('checkFiles refuses another script or style, even one that the policy allows by its hash', () => {
  const changed = `${ISLAND} `;
  const hash = createHash('sha256').update(changed).digest('base64');
  const allowing = policyFor('explorer').replace("script-src 'self'", `script-src 'self' 'sha256-${hash}'`);
  expect(findings({ scripts: [ONLY, changed] }).join()).toContain(
    'Scripts and styles stand in files of their own.',
  );
  expect(findings({ scripts: [ONLY, ISLAND, changed], policy: allowing }).join()).toMatch(
    /Scripts and styles stand in files of their own.*allows too much/,
  );
  expect(findings({ style: 'p{color:red}' }).join()).toContain('Scripts and styles stand in files');
});

test('checkFiles refuses the hashes on a page without an island, and in another directive', () => {
  expect(findings({ island: '' }).join()).toContain('The content policy allows too much');
  const [hash = ''] = /'sha256-[^']*'/.exec(policyFor('explorer')) ?? [];
  const moved = policyFor('explorer').replace("img-src 'self'", `img-src 'self' ${hash}`);
  expect(findings({ policy: moved }).join()).toContain('The content policy allows too much');
});

test('checkFiles reads what a page hands to an island as text', () => {
  expect(findings({ props: { words: [0, { show: [0, 'All 731 of them'] }] } }).join()).toContain(
    '731: The number has no origin',
  );
  expect(findings({ props: { count: [0, 731] } }).join()).toContain('731: The number has no origin');
  expect(findings({ props: { href: [0, '/en/nowhere/731/'] } })).toHaveLength(1);
  expect(findings({ props: [0, 731] }).join()).toContain('731: The number has no origin');
});

test('checkFiles refuses an island from another origin', () => {
  expect(findings({ attributes: 'component-url="https://cdn.example/x.js"' }).join()).toContain(
    'The page would ask another origin for this.',
  );
});
