// Style, import rules and cycles (Biome), types (Astro), unused code and packages (Knip): all three, always.
import { runStep } from './steps.mjs';

const done = [
  await runStep('Check style and imports', ['exec', '--', 'biome', 'ci', '--error-on-warnings', '.']),
  await runStep('Check types', ['run', '--silent', 'check:types']),
  await runStep('Look for unused code', ['exec', '--', 'knip']),
];
process.exit(done.every(Boolean) ? 0 : 1);
