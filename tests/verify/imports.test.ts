// The part to trust knows no solver and nothing that searches: the linter refuses whatever else it might import.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const REFUSED = [
  ['src/verify/a.ts', '../solver/solver.ts'],
  ['src/verify/b.ts', '../attack/attack.ts'],
  ['src/verify/c.ts', '../protect/plan.ts'],
  ['src/verify/d.ts', '../run/release.ts'],
  ['src/verify/e.ts', 'highs'],
  ['src/solver/f.ts', '../verify/proof.ts'],
  ['src/protect/g.ts', '../verify/proof.ts'],
  ['src/model/h.ts', '../verify/proof.ts'],
] as const;
const ALLOWED = [
  ['src/verify/i.ts', '../model/blocks.ts'],
  ['src/attack/j.ts', '../verify/proof.ts'],
  ['src/run/k.ts', '../verify/verify.ts'],
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
  const args = [biome, 'lint', '--colors=off', '--only=style/noRestrictedImports', 'src'];
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
