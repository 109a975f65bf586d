// npm run build: the site, its briefings as PDF where a browser is at hand, from what it was built, and the gate. Exit 0 done, 1 refused, 2 used wrongly.
// Pages of releases as they were published are taken from the last build where it would make the same.
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { manifestFolder } from '../src/gate/manifest-folder.ts';
import { addressFault, addressOf, rootOf } from '../src/gate/root.ts';
import { canPrint, printBriefings } from '../src/print/print-briefings.ts';
import { buildPages } from '../src/run/build/build-pages.ts';
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
const papers = prints ? { DAYLIGHT_PAPERS: 'pdf' } : {};
const places = {
  repository: '.',
  data: process.env.DAYLIGHT_DATA ?? 'data',
  site: process.env.DAYLIGHT_SITE ?? '',
  papers: prints,
  dist: 'dist',
  manifests: manifestFolder('dist'),
  cache: '.cache/pages',
};
const pages = await buildPages(places, (leftOut) =>
  run(['scripts/astro.mjs', 'build'], { ...papers, DAYLIGHT_RELEASE: '', DAYLIGHT_KEPT: leftOut }),
);
if (pages.taken > 0)
  console.log(
    `Took the pages of ${pages.taken} ${pages.taken === 1 ? 'release' : 'releases'} from the last build: they would be made the same.`,
  );
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
run(['scripts/gate.ts'], { DAYLIGHT_CHECKED: pages.checked });
await pages.noteChecked();
