// The server of one's own machine finds what any server would.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
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
