// The city of docs/your-city.md is made as that says, in a folder of its own: every example there is run.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attackCommand } from '../../src/run/commands/attack-command.ts';
import { releaseCommand } from '../../src/run/commands/release-command.ts';
import { pagelessEffects } from '../pageless-effects.ts';
import { foreseePages } from '../run/foresee-pages.ts';
import { SOME_KEY } from '../some-key.ts';

const TALLIES = '/srv/rivertown-tallies';

let root = '';
let walk = '';
let output: string[] = [];

const effects = {
  ...pagelessEffects(),
  buildPages: foreseePages,
  log: () => undefined,
  print: (line: string) => void output.push(line),
};

/** The text of every block of a language. */
function blocks(language: string): string[] {
  return [...walk.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(
    ([, text = '']) => text,
  );
}

/** The arguments of every `npm run NAME -- ...` in a block, with the places of the example moved to the folder. */
function commandsOf(name: string): string[][] {
  return blocks('sh')
    .flatMap((text) => text.trim().split('\n'))
    .filter((line) => line.startsWith(`npm run ${name} -- `))
    .map((line) =>
      line
        .replace(TALLIES, join(root, 'tallies'))
        .replace('data/programs', join(root, 'repository', 'programs'))
        .split(' ')
        .slice(4),
    );
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'daylight-'));
  walk = await readFile('docs/your-city.md', 'utf8');
  const folder = join(root, 'repository', 'programs', 'rivertown-id');
  await mkdir(folder, { recursive: true });
  await mkdir(join(root, 'tallies'));
  await writeFile(join(folder, 'program.json'), blocks('json')[0] ?? '');
  await writeFile(join(root, 'tallies', 'cards-issued.csv'), blocks('csv')[0] ?? '');
  await writeFile(join(root, 'tallies', 'secret.key'), SOME_KEY, { mode: 0o600 });
});

afterAll(() => rm(root, { recursive: true }));

test('the commands of docs/your-city.md try, make and attack the release of its city', async () => {
  const places = { repository: join(root, 'repository'), programs: join(root, 'repository', 'programs') };
  const releases = join(places.programs, 'rivertown-id', 'releases');
  const [dryRun = [], release = []] = commandsOf('release');
  expect(await releaseCommand(dryRun, effects, places)).toBe(0);
  expect(`${output.join('\n')}\n`).toBe(blocks('text')[0]);
  expect(await readdir(releases).catch(() => [])).toEqual([]);

  expect(await releaseCommand(release, effects, places)).toBe(0);
  expect(await readdir(releases)).toEqual(['2024-Q4']);

  output = [];
  expect(await attackCommand(commandsOf('attack')[0] ?? [], effects)).toBe(0);
  expect(output.filter((line) => line.startsWith('Promise kept '))).toHaveLength(1);
});

test('step 6 takes out every program that came with Daylight', async () => {
  const [, listed = ''] = /^git rm -rq data\/programs\/\{(.*)\}$/m.exec(walk) ?? [];
  expect(listed.split(',')).toEqual((await readdir('data/programs')).toSorted());
});
