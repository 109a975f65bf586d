// The part to trust knows no solver and nothing that searches, and the rooms of src/run build on one another: the linter refuses
// whatever else they might import.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const REFUSED = [
  ['src/verify/a.ts', '../solver/solver.ts'],
  ['src/verify/b.ts', '../attack/attack.ts'],
  ['src/verify/c.ts', '../protect/plan.ts'],
  ['src/verify/d.ts', '../run/release/make-release.ts'],
  ['src/verify/e.ts', 'highs'],
  ['src/solver/f.ts', '../verify/proof.ts'],
  ['src/protect/g.ts', '../verify/proof.ts'],
  ['src/system/h.ts', '../verify/proof.ts'],
  ['src/program/h.ts', '../system/cells.ts'],
  ['src/program/retention/h.ts', '../../formats/cube-file.ts'],
  ['src/formats/h.ts', '../system/blocks.ts'],
  ['src/reading/h.ts', '../program/period.ts'],
  ['src/solver/h.ts', '../system/system.ts'],
  ['src/requests/h.ts', '../tallies/read-measure.ts'],
  ['src/run/count/l.ts', '../protect/fates.ts'],
  ['src/run/protect/m.ts', '../release/checks.ts'],
  ['src/run/protect/n.ts', '../../tallies/read-measure.ts'],
  ['src/run/compare/o.ts', '../case/case-file.ts'],
  ['src/run/release/p.ts', '../commands/release-command.ts'],
  ['src/run/release/q.ts', '../../site/view.ts'],
  ['src/run/release/r.ts', '../../tallies/read-measure.ts'],
  ['src/run/workers/s.ts', '../protect/rounds.ts'],
  ['tests/second-attack/x.ts', '../../src/system/blocks.ts'],
  ['tests/second-attack/y.ts', '../attack/on-this-thread.ts'],
  ['tests/second-attack/z.ts', 'highs'],
] as const;
const ALLOWED = [
  ['src/verify/i.ts', '../system/blocks.ts'],
  ['src/formats/site/i.ts', '../cell.ts'],
  ['src/system/i.ts', '../formats/docket-file.ts'],
  ['src/solver/i.ts', '../indexes/look-up.ts'],
  ['src/tallies/i.ts', '../requests/docket.ts'],
  ['src/attack/j.ts', '../verify/proof.ts'],
  ['src/run/k.ts', '../verify/verify.ts'],
  ['src/run/count/t.ts', '../../tallies/read-measure.ts'],
  ['src/run/protect/u.ts', '../count/counted.ts'],
  ['src/run/release/v.ts', '../../protect/plan.ts'],
  ['src/run/workers/w.ts', '../../protect/choose.ts'],
  ['tests/second-attack/v.ts', 'glpk.js/node'],
  ['tests/second-attack/w.test.ts', '../../src/system/blocks.ts'],
] as const;

let folder = '';
let said = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daylight-imports-'));
  const rules = JSON.parse(await readFile('biome.json', 'utf8'));
  await writeFile(join(folder, 'biome.json'), JSON.stringify({ ...rules, vcs: { enabled: false } }));
  for (const [path, from] of [...REFUSED, ...ALLOWED]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(
      join(folder, path),
      `import { something } from '${from}';\n\nexport const other = something;\n`,
    );
  }
  said = await lint(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the linter says of imports, of all files in a folder. */
function lint(cwd: string): Promise<string> {
  const biome = join(process.cwd(), 'node_modules/@biomejs/biome/bin/biome');
  const args = [
    biome,
    'lint',
    '--colors=off',
    '--only=style/noRestrictedImports',
    '--max-diagnostics=none',
    'src',
    'tests',
  ];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd }, (_, out, errors) => resolve(out + errors));
  });
}

test.for(REFUSED)('the linter refuses that %s imports %s', ([path]) => {
  expect(said).toContain(`${path}:1:`);
});

test.for(ALLOWED)('the linter lets %s import %s', ([path]) => {
  expect(said).toContain(`Checked ${REFUSED.length + ALLOWED.length} files`);
  expect(said).not.toContain(`${path}:`);
});

/** The files that are run where this one is, and how many lines they have. */
async function closureOf(paths: readonly string[]): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  const open = [...paths];
  for (const path of open) {
    if (found.has(path)) continue;
    const text = await readFile(path, 'utf8');
    found.set(path, text.split('\n').length - 1);
    const run = text.replace(/^(import|export) type [^;]*;/gm, '');
    for (const [, from = ''] of run.matchAll(/from '(\.[^']*)'/g)) open.push(join(dirname(path), from));
  }
  return found;
}

test('papers say how much there is to trust: src/verify, and with it all that it builds on', async () => {
  const own = (await readdir('src/verify')).map((name) => join('src/verify', name));
  const lines = await closureOf(own);
  const sum = (paths: readonly string[]) => paths.reduce((all, path) => all + (lines.get(path) ?? 0), 0);
  const rooms = new Set([...lines.keys()].map((path) => path.split('/')[1]));
  expect([...rooms].sort()).toEqual(['formats', 'indexes', 'program', 'system', 'verify']);
  for (const paper of ['docs/method.md', 'SECURITY.md']) {
    const said = await readFile(paper, 'utf8');
    expect(said).toMatch(`some ${(Math.round(sum(own) / 100) * 100).toLocaleString('en')} lines`);
    expect(said).toMatch(
      `some ${(Math.round(sum([...lines.keys()]) / 500) * 500).toLocaleString('en')} lines`,
    );
  }
});
