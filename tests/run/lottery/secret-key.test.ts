// The key that lots are drawn by: what is refused, and that it is made once.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { DrawClaim } from '../../../src/program/choice.ts';
import { parseProgram } from '../../../src/program/parse-program.ts';
import { keyCommand } from '../../../src/run/commands/key-command.ts';
import { openLottery } from '../../../src/run/lottery/open-lottery.ts';
import { fingerprint, readKey, refuseChanged } from '../../../src/run/lottery/secret-key.ts';
import { pagelessEffects } from '../../pageless-effects.ts';
import { SOME_KEY } from '../../some-key.ts';
import { PROGRAM } from '../town.ts';

const OFFICE = { id: 'old-ferry', nature: 'real' } as const;

const SHIPPED = join('data', 'programs', 'example-city', 'tallies', 'secret.key');
const SHIPPED_KEY = readFileSync(SHIPPED, 'utf8').split('\n').at(2) ?? '';

async function folderWith(text?: string, mode = 0o600): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'daylight-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  if (text !== undefined) {
    await writeFile(join(folder, 'secret.key'), text);
    await chmod(join(folder, 'secret.key'), mode);
  }
  return folder;
}

async function makeKey(folder: string, repository = '/nowhere'): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const effects = { ...pagelessEffects(), log: say, print: say };
  const code = await keyCommand([folder], effects, { repository, programs: repository });
  return { code, said: lines.join('\n') };
}

test.each([
  { title: 'that is missing', text: undefined, mode: 0o600, says: 'is missing' },
  { title: 'that is short', text: SOME_KEY.slice(2), mode: 0o600, says: 'is not a key' },
  { title: 'that nobody drew', text: '0'.repeat(64), mode: 0o600, says: 'is not a key' },
  { title: 'of digits counted up', text: '0123456789abcdef'.repeat(4), mode: 0o600, says: 'is not a key' },
  { title: 'of one pattern', text: 'deadbeefcafef00d'.repeat(4), mode: 0o600, says: 'is not a key' },
  { title: 'of the shipped city', text: SHIPPED_KEY, mode: 0o600, says: 'the key of example-city, which' },
  { title: 'that others can read', text: SOME_KEY, mode: 0o644, says: 'can be read by others' },
])('readKey of a key $title is refused', async ({ text, mode, says }) => {
  await expect(readKey(await folderWith(text, mode), OFFICE)).rejects.toThrow(says);
});

test('readKey of the shipped city itself takes its key, and an invented city of another name does not', async () => {
  const folder = await folderWith(SHIPPED_KEY, 0o644);
  expect(await readKey(folder, { id: 'example-city', nature: 'invented' })).toHaveLength(32);
  await expect(readKey(folder, { id: 'old-ferry', nature: 'invented' })).rejects.toThrow('everybody has');
});

test.runIf(existsSync('.git'))('the repository holds no key but that of the shipped city', () => {
  const tracked = execFileSync('git', ['ls-files', '--', '*.key'], { encoding: 'utf8' });
  expect(tracked.trim().split('\n')).toEqual([SHIPPED]);
  const ignores = (file: string) => {
    try {
      return execFileSync('git', ['check-ignore', '--no-index', file], { encoding: 'utf8' }).trim() === file;
    } catch {
      return false;
    }
  };
  expect([
    ignores('data/programs/other/tallies/secret.key'),
    ignores('secret.key'),
    ignores(SHIPPED),
  ]).toEqual([true, true, false]);
});

test('readKey of a refused key does not repeat it', async () => {
  const folder = await folderWith(SOME_KEY.slice(2));
  const error = await readKey(folder, OFFICE).catch((one: Error) => one.message);
  expect(error).not.toContain(SOME_KEY.slice(2, 12));
});

test('readKey of the key of an invented city may be read by everybody', async () => {
  const folder = await folderWith(`# public\n${SOME_KEY}\n`, 0o644);
  expect(Buffer.from(await readKey(folder, { ...OFFICE, nature: 'invented' })).toString('hex')).toBe(
    SOME_KEY,
  );
});

test('refuseChanged refuses another key than that of the newest release that has one, unless it is said to be new', () => {
  const choice = (name: string) => ({ decoyShare: 0.1, key: fingerprint(Buffer.from(name)) });
  const earlier = [{ release: '2024-Q1', choice: choice('one') }, { release: '2024-Q2' }];
  expect(() => refuseChanged(choice('one'), earlier, false)).not.toThrow();
  expect(() => refuseChanged(choice('other'), earlier, true)).not.toThrow();
  expect(() => refuseChanged(choice('other'), earlier, false)).toThrow(
    'another one than release 2024-Q1 was drawn by',
  );
});

test('openLottery counts what releases of another key, or of none, hid as drawn by the highest share', async () => {
  const folder = await folderWith(`${SOME_KEY}\n`, 0o600);
  const key = fingerprint(Buffer.from(SOME_KEY, 'hex'));
  const parsed = parseProgram(JSON.stringify(PROGRAM), 'program.json');
  if (!parsed.ok) throw new Error('the program of the town is refused');
  const program = { ...parsed.value, tallies: 'confidential', decoyShare: 0.1 } as const;
  const own = (decoyShare: number) => ({ release: '2024-Q1', choice: { decoyShare, key } });
  const shareOf = async (...earlier: readonly { release: string; choice?: DrawClaim }[]) =>
    (await openLottery(program, folder, earlier, true))?.earlierShare;
  expect(await shareOf()).toBe(0);
  expect(await shareOf(own(0.3), own(0.1))).toBe(0.3);
  expect(await shareOf(own(0.1), { release: '2024-Q2' })).toBe(1);
  expect(
    await shareOf({ release: '2024-Q1', choice: { decoyShare: 0.1, key: 'f'.repeat(32) } }, own(0.1)),
  ).toBe(1);
});

test('keyCommand makes a key that its owner alone reads, and writes over none', async () => {
  const folder = await folderWith();
  expect(await makeKey(folder)).toMatchObject({ code: 0 });
  const file = join(folder, 'secret.key');
  expect((await stat(file)).mode & 0o077).toBe(0);
  const made = await readFile(file, 'utf8');
  expect(await readKey(folder, OFFICE)).toHaveLength(32);
  expect(await makeKey(folder)).toMatchObject({ code: 1, said: expect.stringContaining('exists') });
  expect(await readFile(file, 'utf8')).toBe(made);
});

test('keyCommand in the repository is refused', async () => {
  const folder = await folderWith();
  await mkdir(join(folder, 'tallies'));
  expect(await makeKey(join(folder, 'tallies'), folder)).toMatchObject({ code: 1 });
});

test.each([
  { tallies: 'confidential', decoyShare: 0, ok: false },
  { tallies: 'public', decoyShare: 0, ok: true },
  { tallies: 'confidential', decoyShare: 0.01, ok: false },
  { tallies: 'confidential', decoyShare: 0.3, ok: true },
])(
  'parseProgram of $tallies tallies with a share of decoys of $decoyShare: $ok',
  ({ tallies, decoyShare, ok }) => {
    expect(parseProgram(JSON.stringify({ ...PROGRAM, tallies, decoyShare }), 'program.json').ok).toBe(ok);
  },
);
