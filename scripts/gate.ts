// npm run gate [-- DIST]: every number in the built site has an origin. Exit 0 clean, 1 findings, 2 usage.
import { fileURLToPath } from 'node:url';
import { checkDist } from '../src/gate/check-dist.ts';
import { usageOf } from '../src/run/usage.ts';

const [dist = 'dist', ...rest] = process.argv.slice(2);
if (rest.length > 0 || dist.startsWith('-')) {
  console.error(usageOf('gate'));
  process.exit(2);
}
const { exitCode, lines } = await checkDist({
  dist,
  data: process.env.DAYLIGHT_DATA ?? 'data',
  assets: 'public',
  packages: fileURLToPath(new URL('../node_modules', import.meta.url)),
  code: fileURLToPath(new URL('../src', import.meta.url)),
  site: process.env.DAYLIGHT_SITE || undefined,
  only: process.env.DAYLIGHT_RELEASE || undefined,
  checked: process.env.DAYLIGHT_CHECKED || undefined,
});
for (const line of lines) console.log(line);
process.exitCode = exitCode;
