/**
 * No stranger: a page asks nothing of another origin, runs and styles nothing inline, stores nothing, and
 * carries a content policy that holds a browser to it.
 */
import type { Finding } from '../finding.ts';
import { attribute, findElements, type PlacedElement } from '../places.ts';
import type { Root } from '../root.ts';
import { parseAddress } from '../site-files.ts';

type Document = Parameters<typeof findElements>[0];

/** Attributes by which a browser fetches something as soon as it meets the element. */
const LOADS: Readonly<Record<string, readonly string[]>> = {
  href: ['link', 'image', 'use', 'feimage', 'base'],
  'xlink:href': ['image', 'use', 'feimage'],
  src: ['script', 'img', 'iframe', 'frame', 'embed', 'audio', 'video', 'source', 'track', 'input'],
  srcset: ['img', 'source'],
  poster: ['video'],
  data: ['object'],
  action: ['form'],
  formaction: ['button', 'input'],
  ping: ['a', 'area'],
  'component-url': ['astro-island'],
  'renderer-url': ['astro-island'],
  'before-hydration-url': ['astro-island'],
};
/** Relations of `link` that load nothing. */
const QUIET = new Set(['canonical', 'alternate', 'license', 'author', 'help', 'next', 'prev', 'up']);
const DATA_BLOCKS = new Set(['application/json', 'application/ld+json']);
/** What the policy must say. What it does not name falls back to `default-src`, which allows nothing. */
const POLICY = ["default-src 'none'", "base-uri 'none'", "require-trusted-types-for 'script'"];
/** All that a directive may allow: the site itself. */
const ALLOWED = new Set(["'none'", "'self'", "'script'"]);
/** The one directive that allows by name: whatever else, the pages of attack and check start a worker of the site alone. */
const NAMED = 'trusted-types site-worker';

export function strangerFindings(file: string, document: Document, root: Root): Finding[] {
  const elements = findElements(document);
  const found = elements.flatMap((placed) => [...loadFaults(placed, root), ...inlineFaults(placed, root)]);
  const policy = policyFault(elements);
  return [...found, ...(policy === undefined ? [] : [{ where: 'head', what: '', why: policy }])].map(
    (fault) => ({ file, ...fault }),
  );
}

type Fault = Omit<Finding, 'file'>;

function loadFaults({ element, path }: PlacedElement, root: Root): Fault[] {
  const tag = element.tagName.toLowerCase();
  if (tag === 'link' && QUIET.has(attribute(element, 'rel') ?? '')) return [];
  return element.attrs.flatMap(({ name, prefix, value }) => {
    const full = prefix === undefined || prefix === '' ? name : `${prefix}:${name}`;
    if (!LOADS[full]?.includes(tag)) return [];
    const urls =
      full === 'srcset' ? value.split(',').map((part) => part.trim().split(' ')[0] ?? '') : [value];
    return urls
      .filter((url) => !isOwn(url.trim(), root))
      .map((what) => ({
        where: `${path}@${full}`,
        what,
        why: 'The page would ask another origin for this.',
      }));
  });
}

/** Whatever a page loads it names by a path, so that it is the same wherever the site is served. */
function isOwn(url: string, root: Root): boolean {
  const { kind } = parseAddress(url, root);
  return kind === 'internal' || kind === 'fragment';
}

function inlineFaults({ element, path }: PlacedElement, root: Root): Fault[] {
  const tag = element.tagName.toLowerCase();
  const isBlock =
    tag === 'script' &&
    attribute(element, 'src') === undefined &&
    !DATA_BLOCKS.has(attribute(element, 'type') ?? '');
  const events = element.attrs
    .filter(({ name }) => name === 'style' || /^on/i.test(name))
    .map(({ name }) => `${path}@${name}`);
  const active = element.attrs.filter(
    ({ name, value }) => name !== 'content' && /^\s*(?:javascript|data|vbscript):/i.test(value),
  );
  return [
    ...(isBlock || tag === 'style' ? [path] : []).map((where) => ({
      where,
      what: '',
      why: 'Scripts and styles stand in files of their own.',
    })),
    ...events.map((where) => ({
      where,
      what: '',
      why: 'Inline styles and event attributes are refused by the content policy.',
    })),
    ...active.map(({ name }) => ({
      where: `${path}@${name}`,
      what: '',
      why: 'An address may not carry a script or data.',
    })),
    ...(attribute(element, 'http-equiv')?.toLowerCase() === 'refresh' &&
    !isOwnRefresh(attribute(element, 'content'), root)
      ? [{ where: path, what: '', why: 'The page may send readers only to a page of its own.' }]
      : []),
  ];
}

function isOwnRefresh(content: string | undefined, root: Root): boolean {
  const url = /^0;\s*url=(.*)$/i.exec(content ?? '')?.[1];
  return url !== undefined && isOwn(url, root);
}

function policyFault(elements: readonly PlacedElement[]): string | undefined {
  const metas = elements.filter(
    ({ element }) => attribute(element, 'http-equiv')?.toLowerCase() === 'content-security-policy',
  );
  const [meta] = metas;
  if (meta === undefined || metas.length > 1) return 'The page needs exactly one content policy.';
  const directives = (attribute(meta.element, 'content') ?? '')
    .split(';')
    .map((directive) => directive.trim().replace(/\s+/g, ' '));
  const missing = POLICY.find((directive) => !directives.includes(directive));
  if (missing !== undefined) return `The content policy does not say "${missing}".`;
  const foreign = directives.find((directive) => {
    const [, ...sources] = directive.split(' ');
    return directive !== NAMED && sources.some((source) => !ALLOWED.has(source));
  });
  return foreign === undefined ? undefined : `The content policy allows too much: "${foreign}".`;
}
