// The server of one's own machine finds what any server would.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serveSite } from '../../../src/run/review/serve-site.ts';

test('several slashes are one', async () => {
  const dist = await mkdtemp(join(tmpdir(), 'daylight-dist-'));
  await mkdir(join(dist, 'en'));
  await writeFile(join(dist, 'en', 'index.html'), 'here');
  const site = await serveSite({ dist, base: '/', port: 47_321 });
  try {
    for (const path of ['en/', '/en/', 'en//', '//en///?q=a//b'])
      expect([path, await (await fetch(`${site.address}${path}`)).text()]).toEqual([path, 'here']);
    expect((await fetch(`${site.address}/no//such/`)).status).toBe(404);
  } finally {
    await site.stop();
    await rm(dist, { recursive: true });
  }
});

const hasV6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'));

test.runIf(hasV6)('its address leads to it where another server has the port of ::1', async () => {
  const dist = await mkdtemp(join(tmpdir(), 'daylight-dist-'));
  await writeFile(join(dist, 'index.html'), 'here');
  const other = createServer((_, response) => response.end('another site'));
  await new Promise<void>((done) => other.listen(47_421, '::1', done));
  const site = await serveSite({ dist, base: '/', port: 47_421 });
  try {
    expect(await (await fetch(site.address)).text()).toBe('here');
    expect(site.address).toBe('http://127.0.0.1:47421/');
  } finally {
    other.close();
    await site.stop();
    await rm(dist, { recursive: true });
  }
});

test('its address leads to it where other sites have the port, and the next', async () => {
  const dists = await Promise.all([1, 2, 3].map(() => mkdtemp(join(tmpdir(), 'daylight-dist-'))));
  const sites: Awaited<ReturnType<typeof serveSite>>[] = [];
  for (const dist of dists) {
    await writeFile(join(dist, 'index.html'), dist);
    sites.push(await serveSite({ dist, base: '/', port: 47_521 }));
  }
  try {
    const shown = await Promise.all(sites.map(async ({ address }) => (await fetch(address)).text()));
    expect(shown).toEqual(dists);
  } finally {
    await Promise.all(sites.map(({ stop }) => stop()));
    await Promise.all(dists.map((dist) => rm(dist, { recursive: true })));
  }
});
