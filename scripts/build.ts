// npm run build: the site, its briefings as PDF where a browser is at hand, from what it was built, and the gate. Exit 0 done, 1 refused, 2 used wrongly.
// Pages of releases as they were published are taken from the last build where it would make the same.
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { manifestFolder } from '../src/gate/manifest-folder.ts';
import { addressFault, addressOf, rootOf } from '../src/gate/root.ts';
import { sha256 } from '../src/print/kept-papers.ts';
import { findPrinter, printBriefings } from '../src/print/print-briefings.ts';
import { dropUnused, pictureFolder } from '../src/raster/kept-pictures.ts';
import { buildPages } from '../src/run/build/build-pages.ts';
import { listFiles } from '../src/run/list-files.ts';
import { builtFrom, writeBuildFile } from '../src/run/rebuild/built-from.ts';
import { strayFault } from '../src/run/stray-tallies.ts';

/** Ends this process with the exit code of a step that fails. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  const { status } = spawnSync(process.execPath, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (status !== 0) process.exit(status ?? 1);
}

async function hashOfCode(folder: string): Promise<string> {
  const texts = (await listFiles(folder)).sort().map((path) => readFile(`${folder}/${path}`, 'utf8'));
  return sha256((await Promise.all(texts)).join('\n'));
}

const fault = addressFault(process.env.DAYLIGHT_SITE);
if (fault !== undefined) {
  console.error(fault);
  process.exit(2);
}
const printer = await findPrinter();
const prints = printer !== undefined;
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
const stray = await strayFault(`${places.data}/programs`);
if (stray !== undefined) {
  console.error(stray);
  process.exit(1);
}
const beganMs = Date.now();
const pictures = pictureFolder('.cache/pictures', await readFile('src/raster/rasterize.ts', 'utf8'));
const drawn = { DAYLIGHT_PICTURES: resolve(pictures) };
const pages = await buildPages(places, (leftOut) =>
  run(['scripts/astro.mjs', 'build'], { ...papers, ...drawn, DAYLIGHT_RELEASE: '', DAYLIGHT_KEPT: leftOut }),
);
if (pages.taken > 0)
  console.log(
    `Took the pages of ${pages.taken} ${pages.taken === 1 ? 'release' : 'releases'} from the last build: they would be made the same.`,
  );
const site = addressOf(rootOf(await readFile('dist/index.html', 'utf8'))) ?? null;
if (prints) {
  const startedMs = performance.now();
  const cache = { folder: '.cache/papers', by: `${printer} ${await hashOfCode('src/print')}` };
  const { all, printed } = await printBriefings('dist', site ?? undefined, cache);
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  const kept = printed < all ? ` ${all - printed} more are as the last build printed them.` : '';
  console.log(`Printed ${printed} briefings as PDF in ${seconds} s.${kept}`);
} else
  console.log('No browser is at hand: briefings are pages to print, and there are no PDF files of them.');
await writeBuildFile('dist', await builtFrom('.', { site, papers: prints }));
run(['scripts/gate.ts'], { ...drawn, DAYLIGHT_CHECKED: pages.checked });
dropUnused(pictures, beganMs);
await pages.noteChecked();
