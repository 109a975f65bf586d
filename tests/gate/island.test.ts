// Pages with an island of React: nothing that starts it stands in the page, and what the page hands to it is read as text.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkFiles } from '../../src/gate/check-files.ts';
import { policyFor } from '../../src/site/frame/policy.ts';
import { AGAINST, HTML, siteWith } from './fixture.ts';

const POLICY = /content="default-src[^"]*"/;
const SCRIPT = 'self.Astro = {};';
const PROPS = {
  words: [0, { show: [0, 'Show'], levels: [1, [[0, 'Month']]] }],
  href: [0, '/_astro/page.css'],
};

interface Change {
  readonly policy?: string;
  readonly inside?: string;
  readonly props?: unknown;
  readonly attributes?: string;
}

const quoted = (value: unknown): string => JSON.stringify(value).replaceAll('"', '&quot;');

function findings({ policy, inside, props, attributes }: Change): string[] {
  const element = `<astro-island uid="Explorer" ${attributes ?? 'component-url="/_astro/page.css"'} props="${quoted(props ?? PROPS)}" ssr client="only"></astro-island>`;
  const html = HTML.replace(POLICY, `content="${policy ?? policyFor('explorer')}"`).replace(
    '</main>',
    `${inside ?? ''}${element}</main>`,
  );
  return checkFiles(siteWith({ html }), AGAINST).map(({ what, why }) => `${what}: ${why}`);
}

test('checkFiles accepts an island that a file of the site starts', () => {
  expect(findings({})).toEqual([]);
});

test('checkFiles refuses a script or a style beside it, even one that the policy allows by its hash', () => {
  const hash = createHash('sha256').update(SCRIPT).digest('base64');
  const allowing = policyFor('explorer').replace("script-src 'self'", `script-src 'self' 'sha256-${hash}'`);
  const inside = `<script>${SCRIPT}</script>`;
  expect(findings({ inside }).join()).toContain('Scripts and styles stand in files of their own.');
  expect(findings({ inside, policy: allowing }).join()).toMatch(
    /Scripts and styles stand in files of their own.*allows too much/,
  );
  expect(findings({ policy: allowing }).join()).toContain('The content policy allows too much');
  expect(findings({ inside: '<style>p{color:red}</style>' }).join()).toContain(
    'Scripts and styles stand in files',
  );
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
