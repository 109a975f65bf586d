// A preview: a page that waits, then the program's pages with a mark, again after each change; a release that is tried; nothing left behind.
import { access, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { previewCommand } from '../../../src/run/commands/preview-command.ts';
import { publishCommand } from '../../../src/run/commands/publish-command.ts';
import { pagelessEffects } from '../../pageless-effects.ts';
import { buildTown, PROGRAM, releasesOf, type Town } from '../town.ts';

let town: Town;
let said: string[];
let previews: Running[];

interface Running {
  readonly address: string;
  readonly end: () => Promise<number>;
  /** Where each build was to go. */
  readonly built: string[];
}

beforeEach(async () => {
  town = await buildTown();
  said = [];
  previews = [];
});
afterEach(async () => {
  for (const { end } of previews) await end();
  await rm(town.root, { recursive: true, force: true });
});

/** Builds a page that has the name of the program and its releases. */
async function buildPage(dist: string, env: Readonly<Record<string, string>>): Promise<void> {
  const folder = join(env.DAYLIGHT_DATA ?? '', 'programs', 'old-ferry');
  const { name } = JSON.parse(await readFile(join(folder, 'program.json'), 'utf8'));
  if (name === 'Broken') throw new Error('internal error: a page that cannot be built');
  const releases = await readdir(join(folder, 'releases'));
  await mkdir(join(dist, 'en'), { recursive: true });
  const page = `<!doctype html><html><head><title>${name}</title></head><body class="a"><p>${releases} only ${env.DAYLIGHT_RELEASE}</p></body></html>`;
  for (const file of ['index.html', 'en/index.html', '404.html']) await writeFile(join(dist, file), page);
}

async function begin(...args: string[]): Promise<Running> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const built: string[] = [];
  const say = (line: string) => void said.push(line);
  const effects = { ...pagelessEffects(), log: say, print: say };
  const code = previewCommand(['old-ferry', ...args], effects, promise, town.places, (dist, env) => {
    built.push(dist);
    return buildPage(dist, env);
  });
  const address = await vi.waitFor(() => {
    const found = said.flatMap((line) => /is at (http:\S+) /.exec(line)?.[1] ?? []).at(-1);
    if (found === undefined) throw new Error(said.join('\n'));
    return found;
  });
  const end = () => {
    resolve();
    return code;
  };
  previews.push({ address, end, built });
  return { address, end, built };
}

const get = async (address: string) => await (await fetch(address)).text();
const see = (address: string, text: string) =>
  vi.waitFor(async () => expect(await get(address)).toContain(text), { timeout: 30_000, interval: 50 });

test('previewCommand serves the program with a mark, and its pages load again after a change', async () => {
  const { address } = await begin();
  await see(address, '<title>Preview: Ferry Card</title>');
  const page = await get(`${address}en/`);
  expect(page).toContain('Preview of old-ferry, with what it has published. Nobody else sees this page.');
  const script = /src="\/(preview-of-daylight\/[^"]+)"/.exec(page)?.[1];
  expect(await get(`${address}${script}`)).toContain("version === '1'");
  expect(await get(`${address}preview-of-daylight/version.txt`)).toBe('1');
  await writeFile(join(town.folder, 'program.json'), JSON.stringify({ ...PROGRAM, name: 'New Card' }));
  await see(address, '<title>Preview: New Card</title>');
  expect(Number(await get(`${address}preview-of-daylight/version.txt`))).toBeGreaterThan(1);
});

test('previewCommand follows a file that an editor puts in the place of another, again and again', async () => {
  const { address } = await begin();
  await see(address, 'Ferry Card');
  const file = join(town.folder, 'program.json');
  for (const name of ['First', 'Second', 'Third']) {
    await writeFile(`${file}.new`, JSON.stringify({ ...PROGRAM, name }));
    await rename(`${file}.new`, file);
    await see(address, `<title>Preview: ${name}</title>`);
  }
});

test('previewCommand keeps the pages that it shows, with what lies beside them, and says how long they took', async () => {
  const { address, built } = await begin();
  await see(address, 'Ferry Card');
  await mkdir(`${built[0]}-figures`);
  await writeFile(join(town.folder, 'program.json'), JSON.stringify({ ...PROGRAM, name: 'New Card' }));
  await see(address, 'New Card');
  await vi.waitFor(() =>
    expect(said.filter((line) => line.startsWith('Built in')).length).toBeGreaterThan(1),
  );
  const left = await readdir(dirname(dirname(built.at(-1) ?? '')), { recursive: true });
  expect(left.filter((path) => path.includes('-figures'))).toEqual([]);
  expect(said).toContain('Building the pages ...');
  expect(said.join('\n')).toMatch(/Building the pages \(the last time took \d+ s\)/);
});

test('previewCommand of new files of the record and of translations builds again, of tallies does not', async () => {
  const { address, built } = await begin();
  await see(address, 'Ferry Card');
  await writeFile(join(town.folder, 'tallies', 'cards-issued.csv'), 'period\n');
  await mkdir(join(town.folder, 'record'));
  await writeFile(join(town.folder, 'record', 'timeline.csv'), 'x\n');
  await vi.waitFor(() => expect(built.length).toBeGreaterThan(1), { timeout: 30_000 });
  const before = built.length;
  await mkdir(join(town.folder, 'translations'));
  await vi.waitFor(() => expect(built.length).toBeGreaterThan(before), { timeout: 30_000 });
});

test('previewCommand says what is wrong, and the last pages stay', async () => {
  const { address } = await begin();
  await see(address, 'Ferry Card');
  await writeFile(join(town.folder, 'program.json'), '{ "id": "old-ferry", }');
  await vi.waitFor(() => expect(said.join('\n')).toContain('program.json has faults'), { timeout: 30_000 });
  expect(await get(address)).toContain('Ferry Card');
  await writeFile(join(town.folder, 'program.json'), JSON.stringify({ ...PROGRAM, name: 'Broken' }));
  await vi.waitFor(() => expect(said.join('\n')).toContain('a page that cannot be built'), {
    timeout: 30_000,
  });
  await writeFile(join(town.folder, 'program.json'), JSON.stringify({ ...PROGRAM, name: 'Mended' }));
  await see(address, 'Mended');
});

test('previewCommand of a release that is tried shows its pages, and keeps it nowhere', async () => {
  const { address, end } = await begin('--id', '2024-Q2');
  await see(address, '<p>2024-Q2 only 2024-Q2</p>');
  expect(await get(address)).toContain('with a release that is tried and not kept');
  expect(await releasesOf(town)).toEqual([]);
  expect(await end()).toBe(0);
  expect(await releasesOf(town)).toEqual([]);
});

test('previewCommand leaves nothing behind, and ends by itself where there is no such program', async () => {
  const { address, end, built } = await begin();
  await see(address, 'Ferry Card');
  expect(await end()).toBe(0);
  const workplace = dirname(dirname(built[0] ?? ''));
  await expect(access(workplace)).rejects.toThrow('ENOENT');
  expect(dirname(workplace)).toBe(tmpdir());
  const effects = { ...pagelessEffects(), log: () => {}, print: () => {} };
  const never = new Promise<void>(() => {});
  expect(await previewCommand(['nowhere'], effects, never, town.places)).toBe(2);
  expect(await previewCommand([], effects, never, town.places)).toBe(2);
});

test('publishCommand refuses a preview', async () => {
  const { address, built } = await begin();
  await see(address, 'Ferry Card');
  const effects = { ...pagelessEffects(), log: (line: string) => void said.push(line), print: () => {} };
  const place = join(town.root, 'ids');
  expect(await publishCommand(['folder', place], effects, built[0] ?? '', town.places)).toBe(1);
  expect(said.join('\n')).toContain('is a preview, which readers never get');
  await expect(access(place)).rejects.toThrow('ENOENT');
});
