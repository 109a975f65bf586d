// The recipes of deploy/ say what the site needs: kinds of files, and the policy that SECURITY names for workers.
import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { addressFault } from '../../src/gate/root.ts';
import { TYPES } from '../../src/run/review/serve-site.ts';

const [nginx, caddy, headers, workflow, container] = await Promise.all(
  [
    'deploy/nginx.conf',
    'deploy/Caddyfile',
    'public/_headers',
    'deploy/github-pages.yml',
    'deploy/Containerfile',
  ].map((path) => readFile(path, 'utf8')),
);

test('nginx knows every kind of file that our own server knows, by the same name', () => {
  const block = /types \{([^}]*)\}/.exec(nginx ?? '')?.[1] ?? '';
  const known = new Map(
    block
      .split(';')
      .map((line) => line.trim().split(/\s+/))
      .flatMap(([type = '', ...endings]) => endings.map((ending) => [`.${ending}`, type])),
  );
  for (const [ending, type] of Object.entries(TYPES))
    expect([ending, known.get(ending)]).toEqual([ending, type.replace(/;.*/, '')]);
});

test('nginx sends with workers the policy that SECURITY names, and keeps no log of readers', async () => {
  const policy = /`Content-Security-Policy: ([^`]*)`/.exec(await readFile('SECURITY.md', 'utf8'))?.[1];
  expect(policy).toContain('wasm-unsafe-eval');
  expect(nginx).toContain(`add_header Content-Security-Policy "${policy}"`);
  for (const line of ['access_log off;', 'log_not_found off;']) expect(nginx).toContain(line);
});

interface Rule {
  readonly path: RegExp;
  readonly taken: readonly string[];
  readonly given: ReadonlyMap<string, string>;
}

const RULES: readonly Rule[] = String(headers)
  .replaceAll(/^#.*$/gm, '')
  .split(/^(?=\/)/m)
  .filter((block) => block.trim() !== '')
  .map((block) => {
    const [path = '', ...lines] = block.trim().split('\n');
    const pattern = path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+').replaceAll('*', '.*');
    const named = lines.map((line) => line.trim());
    return {
      path: new RegExp(`^${pattern}$`),
      taken: named.filter((line) => line.startsWith('! ')).map((line) => line.slice(2)),
      given: new Map(
        named
          .filter((line) => !line.startsWith('! '))
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
      ),
    };
  });

/** What a host sends that joins the values of all rules, as Cloudflare Pages does, and one that takes the last, as Netlify does. */
function sentFor(address: string): readonly Map<string, string>[] {
  const [joined, last] = [new Map<string, string>(), new Map<string, string>()];
  for (const { taken, given } of RULES.filter(({ path }) => path.test(address))) {
    for (const name of taken) joined.delete(name);
    for (const [name, value] of given) {
      joined.set(name, joined.has(name) ? `${joined.get(name)}, ${value}` : value);
      last.set(name, value);
    }
  }
  return [joined, last];
}

/** What nginx sends at a place of its recipe. */
function sentByNginx(place: string): Map<string, string> {
  const at = nginx?.indexOf(`location ${place} {`) ?? -1;
  expect(at).toBeGreaterThan(0);
  const block = nginx?.slice(at, nginx.indexOf('\n  }', at)) ?? '';
  return new Map(
    [...block.matchAll(/add_header (\S+) "([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

test.each([
  ['/', '/', true],
  ['/', '/en/port/releases/2024-Q2/', true],
  ['~ /embed/', '/en/port/embed/cards/', true],
  ['~ /embed/', '/en/port/releases/2024-Q2/embed/cards/', true],
  ['/_astro/', '/_astro/start.B1x_.js', false],
  ['~ ^/_astro/[a-z]+-worker\\.', '/_astro/attack-worker.B1x_.js', true],
  ['~ ^/_astro/[a-z]+-worker\\.', '/_astro/verify-worker.B1x_.js', true],
])('_headers says of %s what nginx and Caddy say (%s)', (place, address, hasPolicy) => {
  const wanted = sentByNginx(place);
  for (const sent of sentFor(address)) {
    for (const name of ['X-Content-Type-Options', ...(hasPolicy ? ['Content-Security-Policy'] : [])])
      expect([name, sent.get(name)]).toEqual([name, wanted.get(name)]);
    // Such hosts ask again for every page by themselves.
    if (place.includes('_astro')) expect(sent.get('Cache-Control')).toBe(wanted.get('Cache-Control'));
  }
  if (hasPolicy)
    expect(caddy).toContain(`Content-Security-Policy "${wanted.get('Content-Security-Policy')}"`);
});

test('_headers names every worker, and as many rules and splats as hosts take', async () => {
  const workers = (await readdir('src/islands', { recursive: true })).filter((path) =>
    path.endsWith('-worker.ts'),
  );
  const named = workers.map((path) => path.replace(/^.*\//, '').replace(/\.ts$/, ''));
  for (const worker of named.filter((name) => name !== 'site-worker'))
    expect(headers).toContain(`\n/_astro/${worker}.*\n`);
  expect(RULES.length).toBeLessThanOrEqual(100);
  for (const [line] of headers?.matchAll(/^\/.*$/gm) ?? [])
    expect(line.split('*').length).toBeLessThanOrEqual(2);
});

test('the workflow and the container run commands that there are, on what the build makes', async () => {
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8'));
  const runs = [...(workflow?.matchAll(/- run: (.*)$/gm) ?? [])].map(([, command]) => command);
  expect(runs).toEqual(['npm ci', 'npm run build']);
  expect(scripts.build).toBeDefined();
  expect(workflow).toContain('path: dist');
  expect(container).toContain('COPY dist /var/www/ids');
  expect(nginx).toContain('root /var/www/ids;');
});

test('addressFault says before a build in one line what is no address of a site', () => {
  expect(addressFault(undefined)).toBeUndefined();
  expect(addressFault('https://org.github.io/daylight')).toBeUndefined();
  for (const wrong of ['ids.example.org', 'https://ids.example.org/?a=b', 'ftp://ids.example.org'])
    expect(addressFault(wrong)).toMatch(/^DAYLIGHT_SITE is the address [^\n]*$/);
});
