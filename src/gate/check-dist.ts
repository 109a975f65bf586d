/** `npm run gate`: reads the built site and what was published, and says what stands in one but not in the other. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseSiteAddress } from '../formats/site/site-address.ts';
import { loadRasterizer } from '../raster/rasterize.ts';
import { formatProblem } from '../reading/problem.ts';
import { checkFiles } from './check-files.ts';
import { readFacts } from './facts/read-facts.ts';
import { readKnownNumbers } from './facts/read-sources.ts';
import { expectedSupplies } from './files/licenses.ts';
import { readParquetFiles } from './files/other-forms.ts';
import { readPackageFiles } from './files/package-file.ts';
import { type Finding, formatFinding } from './finding.ts';
import { manifestFolder } from './manifest-folder.ts';
import { isManifest } from './manifests.ts';
import { type Files, readFiles } from './read-files.ts';
import { addressOf, readRoot } from './root.ts';
import { unchangedFiles } from './unchanged.ts';

export interface GateResult {
  /** 0 every number has an origin, 1 some have none, 2 there is nothing to check. */
  readonly exitCode: 0 | 1 | 2;
  readonly lines: readonly string[];
}

export interface GatePlaces {
  /** The built site. */
  readonly dist: string;
  /** The folder that has `programs/`. */
  readonly data: string;
  /** Files that are served as they are. */
  readonly assets: string;
  /** The packages that scripts of the site are made of, and its own code. */
  readonly packages: string;
  readonly code: string;
  /** Where the site is to stand, if anybody says so. */
  readonly site: string | undefined;
  /** The one release whose pages were built, where it is tried. */
  readonly only: string | undefined;
  /** A file with the hashes of what an earlier build has left and checked. */
  readonly checked: string | undefined;
}

export async function checkDist({
  dist,
  data,
  assets: publicFolder,
  packages,
  code,
  site,
  only,
  checked,
}: GatePlaces): Promise<GateResult> {
  const isFolder = await stat(dist).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (!isFolder)
    return { exitCode: 2, lines: [`There is no folder ${dist}. Build the site first: npm run build.`] };
  const facts = await readFacts(join(data, 'programs'));
  if (!facts.ok) return { exitCode: 1, lines: facts.problems.map(formatProblem) };
  const [files, assets, manifests] = await Promise.all([
    readFiles(dist),
    readFiles(publicFolder),
    readFiles(manifestFolder(dist)),
  ]);
  if (manifests.size === 0) return { exitCode: 2, lines: [noManifests(dist)] };
  const [rasterize, known, own, supplies, parquets] = await Promise.all([
    loadRasterizer(),
    readKnownNumbers(packages, code),
    readPackageFiles(packages),
    expectedSupplies(files, packages),
    readParquetFiles(files),
  ]);
  const all = new Map([...files, ...manifests]);
  const unchanged = await readUnchanged(checked, all);
  const against = {
    assets,
    facts: facts.value,
    rasterize,
    known,
    packages: own,
    supplies,
    parquets,
    only,
    unchanged,
  };
  const findings = [...rootFindings(files, site), ...publishedManifests(files), ...checkFiles(all, against)];
  return findings.length > 0
    ? { exitCode: 1, lines: foundLines(findings, files) }
    : { exitCode: 0, lines: [cleanLine(files, unchanged)] };
}

function foundLines(findings: readonly Finding[], files: Files): string[] {
  const count = `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`;
  return [...findings.map(formatFinding), `${count} in ${files.size} files.`];
}

function cleanLine(files: Files, unchanged: ReadonlySet<string>): string {
  const earlier = [...unchanged].filter((path) => files.has(path)).length;
  const said = earlier === 0 ? '' : ` ${earlier} of them are as an earlier build left and checked them.`;
  return `Every number in ${files.size} files has an origin.${said}`;
}

async function readUnchanged(checked: string | undefined, all: Files): Promise<ReadonlySet<string>> {
  return checked === undefined ? new Set() : unchangedFiles(await readFile(checked, 'utf8'), all);
}

function noManifests(dist: string): string {
  return `There is no folder ${manifestFolder(dist)}, where a build says of every number of ${dist} where it comes from. Build the site here: npm run build.`;
}

/** What is for the gate alone. */
function publishedManifests(files: Files): Finding[] {
  const why = 'A manifest lies beside the site and is no part of it. Build the site again.';
  return [...files.keys()].filter(isManifest).map((file) => ({ file, where: '', what: '', why }));
}

/** The site was built for the address at which it is to stand. */
function rootFindings(files: Files, site: string | undefined): Finding[] {
  const wanted = site === undefined ? undefined : parseSiteAddress(site);
  const root = readRoot(files);
  if (site === undefined || (wanted?.origin === root.origin && wanted?.base === root.base)) return [];
  const why = `The site was built for ${addressOf(root) ?? 'no address'}, not for this one. Build it again.`;
  return [{ file: 'index.html', where: '', what: site, why }];
}
