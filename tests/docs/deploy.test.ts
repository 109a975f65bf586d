// The recipes of deploy/ say what the site needs: kinds of files, and the policy that SECURITY names for workers.
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { addressFault } from '../../src/gate/root.ts';
import { TYPES } from '../../src/run/review/serve-site.ts';

const nginx = await readFile('deploy/nginx.conf', 'utf8');

test('nginx knows every kind of file that our own server knows, by the same name', () => {
  const block = /types \{([^}]*)\}/.exec(nginx)?.[1] ?? '';
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

test('addressFault says before a build in one line what is no address of a site', () => {
  expect(addressFault(undefined)).toBeUndefined();
  expect(addressFault('https://org.github.io/daylight')).toBeUndefined();
  for (const wrong of ['ids.example.org', 'https://ids.example.org/?a=b', 'ftp://ids.example.org'])
    expect(addressFault(wrong)).toMatch(/^DAYLIGHT_SITE is the address [^\n]*$/);
});
