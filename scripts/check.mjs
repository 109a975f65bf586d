// Style, import rules and cycles (Biome), types (Astro), unused code and packages (Knip): all three, always.
import { runStep } from './steps.mjs';

const done = [
  await runStep('Check style and imports', ['run', '--silent', 'check:style']),
  await runStep('Check types', ['run', '--silent', 'check:types']),
  await runStep('Look for unused code', ['run', '--silent', 'check:unused']),
];
process.exit(done.every(Boolean) ? 0 : 1);
