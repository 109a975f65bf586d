// npm run gate [-- DIST]: every number in the built site has an origin. Exit 0 clean, 1 findings, 2 usage.
import { checkDist } from '../src/gate/check-dist.ts';

const [dist = 'dist', ...rest] = process.argv.slice(2);
if (rest.length > 0 || dist.startsWith('-')) {
  console.error('Usage: npm run gate [-- DIST]');
  process.exit(2);
}
const { exitCode, lines } = await checkDist({
  dist,
  data: process.env.DAYLIGHT_DATA ?? 'data',
  assets: 'public',
});
for (const line of lines) console.log(line);
process.exitCode = exitCode;
