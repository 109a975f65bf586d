// The pages of programs on the disk, assembled in this process, and all that the gate says of what they print. What a build
// adds is HTML alone, which prints props.
import { join } from 'node:path';
import { cellsFiles, citationFiles, siteFiles } from '../../src/catalogs/catalog-files.ts';
import { formatPrograms, PROGRAMS, RELEASES } from '../../src/formats/releases-file.ts';
import { checkFiles } from '../../src/gate/check-files.ts';
import type { Facts } from '../../src/gate/facts/facts.ts';
import { readFacts } from '../../src/gate/facts/read-facts.ts';
import { catalogOf } from '../../src/gate/files/catalogs.ts';
import { formatFinding } from '../../src/gate/finding.ts';
import { fileOf } from '../../src/gate/site-files.ts';
import { ELSEWHERE } from '../../src/record/read-elsewhere.ts';
import { listPublished } from '../../src/release/list-published.ts';
import { buildViews, viewManifest } from '../../src/site/built-view.ts';
import { buildLexicon } from '../../src/site/figures/lexicon.ts';
import { readPrograms } from '../../src/site/load/load.ts';
import { readElsewhereViews } from '../../src/site/load/load-elsewhere.ts';
import type { SiteProgram } from '../../src/site/load/site-program.ts';
import { programPath } from '../../src/site/routes.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** One line for each finding; `data` is the folder that has `programs/`. Throws where a page cannot be assembled. */
export async function assemble(data: string): Promise<string[]> {
  const facts = await readFacts(join(data, 'programs'));
  if (!facts.ok) throw new Error(JSON.stringify(facts.problems));
  const programs = await readPrograms(data);
  const elsewhere = await readElsewhereViews(join(data, ELSEWHERE));
  const files = new Map<string, Uint8Array>();
  for (const [path, bytes] of publishedFiles(facts.value)) files.set(path, bytes);
  const catalog = catalogOf(facts.value, { origin: undefined, base: '/' });
  const lists = [
    ...releaseLists(programs, facts.value),
    ...siteFiles(catalog),
    ...citationFiles(catalog),
    ...cellsFiles(catalog),
  ];
  for (const [path, text] of lists) files.set(path, encode(text));
  for (const built of programs.flatMap((program) => buildViews(program, elsewhere))) {
    const manifest = viewManifest(built, buildLexicon(programs, built.view.language, { elsewhere }));
    for (const { path } of manifest.pages) files.set(fileOf(path), new Uint8Array());
    for (const { path, text } of built.files) files.set(fileOf(path), encode(text));
    files.set(fileOf(`${programPath(built.view)}figures.json`), encode(JSON.stringify(manifest)));
  }
  const nothing = {
    assets: new Map(),
    packages: new Map(),
    supplies: new Map(),
    parquets: new Map(),
    known: { values: new Set<number>(), texts: new Set<string>() },
  };
  const findings = checkFiles(files, { ...nothing, facts: facts.value, rasterize: () => new Uint8Array() });
  return findings.filter(({ file }) => !file.endsWith('.html')).map(formatFinding);
}

/** The record and the releases, as they stand in the data folder. */
function publishedFiles(facts: Facts): [path: string, bytes: Uint8Array][] {
  return [...facts.values()].flatMap(({ id, releases, recordFiles }) => [
    ...[...recordFiles].map(([name, bytes]): [string, Uint8Array] => [`${id}/record/${name}`, bytes]),
    ...[...releases].flatMap(([release, { files }]) =>
      [...files].map(([path, bytes]): [string, Uint8Array] => [
        `${id}/releases/${release}/files/${path}`,
        bytes,
      ]),
    ),
  ]);
}

function releaseLists(programs: readonly SiteProgram[], facts: Facts): [path: string, text: string][] {
  const published = programs.filter(({ releases }) => releases.length > 0);
  const lists = published.map((site): [string, string] => {
    const { id } = site.program;
    const record = [...(facts.get(id)?.recordFiles.keys() ?? [])];
    return [`${id}/${RELEASES}`, listPublished({ ...site, record })];
  });
  return [[PROGRAMS, formatPrograms(published.map(({ program }) => program.id))], ...lists];
}
