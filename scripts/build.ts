// npm run build: the site, its briefings as PDF where a browser is at hand, from what it was built, and the gate. Exit 0 done, 1 refused, 2 used wrongly.
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { addressFault, addressOf, rootOf } from '../src/gate/root.ts';
import { canPrint, printBriefings } from '../src/print/print-briefings.ts';
import { builtFrom, writeBuildFile } from '../src/run/rebuild/built-from.ts';

/** Ends this process with the exit code of a step that fails. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  const { status } = spawnSync(process.execPath, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (status !== 0) process.exit(status ?? 1);
}

const fault = addressFault(process.env.DAYLIGHT_SITE);
if (fault !== undefined) {
  console.error(fault);
  process.exit(2);
}
const prints = await canPrint();
run(['scripts/astro.mjs', 'build'], prints ? { DAYLIGHT_PAPERS: 'pdf' } : {});
const site = addressOf(rootOf(await readFile('dist/index.html', 'utf8'))) ?? null;
if (prints) {
  const startedMs = performance.now();
  const count = await printBriefings('dist', site ?? undefined);
  console.log(
    `Printed ${count} briefings as PDF in ${((performance.now() - startedMs) / 1000).toFixed(1)} s.`,
  );
} else
  console.log('No browser is at hand: briefings are pages to print, and there are no PDF files of them.');
await writeBuildFile('dist', await builtFrom('.', { site, papers: prints }));
run(['scripts/gate.ts']);
