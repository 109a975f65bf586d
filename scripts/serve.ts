// Serves the built site on this machine, on port 4321 or the next free one, below the path that it was built for.
import { readFile } from 'node:fs/promises';
import { rootOf } from '../src/gate/root.ts';
import { serveSite } from '../src/run/review/serve-site.ts';

const first = await readFile('dist/index.html', 'utf8').catch(() => undefined);
if (first === undefined) {
  console.error('There is no site in dist. Build it first: npm run build.');
  process.exit(2);
}
const { address } = await serveSite({ dist: 'dist', base: rootOf(first).base, port: 4321 });
console.log(`Daylight is at ${address} (Ctrl+C stops it)`);
