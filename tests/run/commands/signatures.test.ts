// `npm run sign` writes a signature that holds; whatever reads releases refuses one that does not, and says where.
import { spawnSync } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFacts } from '../../../src/gate/facts/read-facts.ts';
import { allowedLine, type Signer, signatureFile, verifyCommand } from '../../../src/program/signer.ts';
import { attackCommand } from '../../../src/run/commands/attack-command.ts';
import { signCommand } from '../../../src/run/commands/sign-command.ts';
import type { Effects } from '../../../src/run/effects.ts';
import { readPrograms } from '../../../src/site/load/load.ts';
import { pagelessEffects } from '../../pageless-effects.ts';
import { makeKey, type TestKey } from '../../ssh-key.ts';
import { buildTown, copyTown, PROGRAM, release, type Town } from '../town.ts';

const [FIRST, SECOND] = ['2024-Q2', '2024-Q3'];
const CLERK = makeKey();
const LIBRARY = makeKey(true);
const STRANGER = makeKey();
const OFFICE: Signer = { id: 'clerk-1', name: 'Clerk', as: 'office', key: CLERK.line, from: FIRST };
const WITNESS: Signer = { id: 'library', name: 'Library', as: 'witness', key: LIBRARY.line, from: SECOND };
const ENDED: Signer = { ...OFFICE, until: FIRST };
const REVOKED: Signer = { ...OFFICE, revoked: { on: '2024-11-01', why: 'A laptop was stolen.' } };

let town: Town;
beforeAll(async () => {
  town = await buildTown();
  for (const id of [FIRST, SECOND])
    expect(await release(town, [PROGRAM.id, '--id', id])).toMatchObject({ code: 0 });
});
afterAll(() => rm(town.root, { recursive: true, force: true }));

async function inCopy(signers: readonly Signer[], work: (copy: Town) => Promise<void>): Promise<void> {
  const copy = await copyTown(town);
  try {
    await writeFile(join(copy.folder, 'program.json'), JSON.stringify({ ...PROGRAM, signers }));
    await work(copy);
  } finally {
    await rm(copy.root, { recursive: true, force: true });
  }
}

const folderOf = ({ folder }: Town, id: string): string => join(folder, 'releases', id);
const sumsOf = (one: Town, id: string): Promise<string> =>
  readFile(join(folderOf(one, id), 'SHA256SUMS'), 'utf8');
const put = (one: Town, id: string, signer: string, text: string): Promise<void> =>
  writeFile(join(folderOf(one, id), signatureFile(signer)), text);

/** How a command ends, with all that is said. */
async function told(
  run: (effects: Effects) => Promise<unknown>,
  effects: Partial<Effects> = {},
): Promise<string> {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const code = await run({ ...pagelessEffects(), log: say, print: say, ...effects }).catch((error: unknown) =>
    String(error),
  );
  return [code, ...lines].join('\n');
}

const sign = (one: Town, id: string, key: TestKey, as = '/keys/clerk'): Promise<string> =>
  told((effects) => signCommand([PROGRAM.id, id, '--key', as], effects, one.places), {
    sign: (_, message) => Promise.resolve(key.sign(message)),
  });
const check = (one: Town, id: string): Promise<string> =>
  told((effects) => attackCommand(['--check', folderOf(one, id)], effects));

const READINGS: readonly (readonly [name: string, read: (one: Town) => Promise<string>])[] = [
  ['npm run attack', (one) => told((effects) => attackCommand([folderOf(one, SECOND)], effects))],
  ['npm run attack -- --check', (one) => check(one, SECOND)],
  ['the site', ({ places }) => told(() => readPrograms(places.repository).then(() => 0))],
  [
    'the gate',
    ({ places }) =>
      told(async () => {
        const facts = await readFacts(places.programs);
        return facts.ok ? 0 : facts.problems.map(({ file, message }) => `${file}: ${message}`).join('\n');
      }),
  ],
  ['npm run sign', (one) => sign(one, FIRST, CLERK)],
  [
    'npm run release',
    async (one) => Object.values(await release(one, [PROGRAM.id, '--id', `${SECOND}-r1`])).join('\n'),
  ],
];

type Forgery = readonly [
  what: string,
  signers: readonly Signer[],
  id: string,
  text: (sums: string, others: string) => string,
  says: string,
];

const FORGERIES: readonly Forgery[] = [
  ['by another key', [OFFICE], 'clerk-1', (sums) => STRANGER.sign(sums), 'by another key than the one'],
  [
    'by the key of another signer',
    [OFFICE, WITNESS],
    'clerk-1',
    (sums) => LIBRARY.sign(sums),
    'by another key than the one',
  ],
  [
    'by a signer whom nobody knows',
    [OFFICE],
    'mayor',
    (sums) => STRANGER.sign(sums),
    'knows no signer "mayor"',
  ],
  ['where no signers are listed', [], 'clerk-1', (sums) => CLERK.sign(sums), 'knows no signer "clerk-1"'],
  [
    'of another release',
    [OFFICE],
    'clerk-1',
    (_, others) => CLERK.sign(others),
    'not one of this SHA256SUMS',
  ],
  [
    'of hashes that were changed since',
    [OFFICE],
    'clerk-1',
    (sums) => CLERK.sign(sums.replace(/\d/, 'a')),
    'not one of this SHA256SUMS',
  ],
  [
    'by a key that had ended',
    [ENDED],
    'clerk-1',
    (sums) => CLERK.sign(sums),
    `from ${FIRST} to ${FIRST}, and not ${SECOND}`,
  ],
  [
    'by a key that had not begun',
    [{ ...OFFICE, from: '2024-Q4' }],
    'clerk-1',
    (sums) => CLERK.sign(sums),
    `from 2024-Q4 on, and not ${SECOND}`,
  ],
  ['made for something else', [OFFICE], 'clerk-1', (sums) => CLERK.sign(sums, 'git'), 'was made for "git"'],
  ['that is none', [OFFICE], 'clerk-1', () => 'signed: the clerk\n', 'no signature as ssh-keygen'],
  ['that is empty', [OFFICE], 'clerk-1', () => '', 'no signature as ssh-keygen'],
];

describe('a signature', () => {
  test.for(FORGERIES)(
    '%s is refused by whatever reads releases, with its place',
    ([, signers, id, text, says]) =>
      inCopy(signers, async (copy) => {
        await put(copy, SECOND, id, text(await sumsOf(copy, SECOND), await sumsOf(copy, FIRST)));
        for (const [name, read] of READINGS) {
          const said = await read(copy);
          expect(said, name).not.toMatch(/^0/);
          expect(said, name).toContain(says);
          expect(said, name).toContain(join(SECOND, signatureFile(id)));
        }
      }),
  );

  test('of a release before the last is looked at as well', () =>
    inCopy([OFFICE], async (copy) => {
      await put(copy, FIRST, 'clerk-1', CLERK.sign('other'));
      expect(await check(copy, SECOND)).toContain(join(FIRST, 'SHA256SUMS.clerk-1.sig'));
    }));

  test('that holds is taken, and the attack says whose it is; that there is none, it says too', () =>
    inCopy([OFFICE, WITNESS], async (copy) => {
      expect(await check(copy, SECOND)).toContain(`Release ${SECOND} is not signed`);
      await put(copy, SECOND, 'clerk-1', CLERK.sign(await sumsOf(copy, SECOND)));
      await put(copy, SECOND, 'library', LIBRARY.sign(await sumsOf(copy, SECOND)));
      for (const [name, read] of READINGS) expect(await read(copy), name).toMatch(/^0/);
      const said = await check(copy, SECOND);
      expect(said).toContain(`is signed by Clerk (clerk-1), which made it`);
      expect(said).toContain(`is signed by Library (library), as a witness`);
    }));

  test('by a key that was revoked keeps its place, and is marked', () =>
    inCopy([REVOKED], async (copy) => {
      await put(copy, SECOND, 'clerk-1', CLERK.sign(await sumsOf(copy, SECOND)));
      const said = await check(copy, SECOND);
      expect(said).toMatch(/^0/);
      expect(said).toContain('SHOWS NOTHING: the key was revoked on 2024-11-01. A laptop was stolen.');
      expect(said).not.toContain('is signed by');
    }));

  test('beside files without program.json holds or does not, and whose it is stays open', () =>
    inCopy([OFFICE], async (copy) => {
      await rm(join(copy.folder, 'program.json'));
      await put(copy, SECOND, 'clerk-1', STRANGER.sign(await sumsOf(copy, SECOND)));
      expect(await check(copy, SECOND)).toContain('Whose they are is not shown');
      await put(copy, SECOND, 'clerk-1', STRANGER.sign('other'));
      expect(await check(copy, SECOND)).toContain('not one of this SHA256SUMS');
    }));
});

describe('npm run sign', () => {
  test('writes a signature that ssh-keygen takes by the command that it prints', () =>
    inCopy([OFFICE], async (copy) => {
      const said = await sign(copy, SECOND, CLERK);
      expect(said).toMatch(/^0\nClerk has signed: /);
      expect(said).toContain(verifyCommand('clerk-1'));
      expect(await check(copy, SECOND)).toContain('is signed by Clerk');
      if (process.platform !== 'linux' || spawnSync('ssh-keygen', ['-?']).error !== undefined) return;
      const folder = folderOf(copy, SECOND);
      const run = `printf '%s\\n' '${allowedLine(OFFICE)}' > ../allowed_signers && ${verifyCommand('clerk-1')}`;
      expect(spawnSync('sh', ['-c', run], { cwd: folder })).toMatchObject({ status: 0 });
    }));

  test('rotates: the new key signs the next release, and what the old one signed stays', () =>
    inCopy([ENDED, { ...OFFICE, id: 'clerk-2', key: STRANGER.line, from: SECOND }], async (copy) => {
      expect(await sign(copy, FIRST, CLERK)).toMatch(/^0/);
      expect(await sign(copy, SECOND, STRANGER)).toMatch(/^0/);
      expect(await readdir(folderOf(copy, SECOND))).toContain('SHA256SUMS.clerk-2.sig');
      expect(await check(copy, SECOND)).toMatch(/^0/);
    }));

  test.for<[string, readonly Signer[], TestKey, string]>([
    ['a key that no signer has', [OFFICE], STRANGER, `"key":"${STRANGER.line}"`],
    ['a key that has ended', [ENDED], CLERK, `and not ${SECOND}`],
    ['a key that was revoked', [REVOKED], CLERK, 'was revoked on 2024-11-01'],
    [
      'an answer that is no signature',
      [OFFICE],
      { line: '', sign: () => 'no' },
      'The key cannot sign releases',
    ],
    [
      'a signature of something else',
      [OFFICE],
      { line: '', sign: () => CLERK.sign('other') },
      'not one of this SHA256SUMS',
    ],
  ])('with %s is refused and writes nothing', ([, signers, key, says]) =>
    inCopy(signers, async (copy) => {
      const before = await readdir(copy.folder, { recursive: true });
      const said = await sign(copy, SECOND, key);
      expect(said).toMatch(/^1\n/);
      expect(said).toContain(says);
      expect(await readdir(copy.folder, { recursive: true })).toEqual(before);
    }),
  );

  test('of what is signed already is refused', () =>
    inCopy([OFFICE], async (copy) => {
      await sign(copy, SECOND, CLERK);
      expect(await sign(copy, SECOND, CLERK)).toContain('is signed by clerk-1 already');
    }));

  test('with a secret key inside the repository is refused, with the public half of one not', () =>
    inCopy([OFFICE], async (copy) => {
      const inside = join(copy.places.repository, 'clerk');
      expect(await sign(copy, SECOND, CLERK, inside)).toContain('could be published by accident');
      expect(await sign(copy, SECOND, CLERK, `${inside}.pub`)).toMatch(/^0/);
    }));

  test.for([[], [PROGRAM.id], [PROGRAM.id, SECOND], [PROGRAM.id, '2030-Q1', '--key', '/k'], ['--surprise']])(
    '%j: exit 2 and how to use it',
    (args) =>
      inCopy([OFFICE], async (copy) => {
        const said = await told((effects) => signCommand(args, effects, copy.places));
        expect(said).toMatch(/^2\n/);
        expect(said).toContain('npm run sign -- <program> <release> --key FILE');
      }),
  );

  test('without the key that is named: ssh-keygen says why, and nothing is written', () =>
    inCopy([OFFICE], async (copy) => {
      const before = await readdir(copy.folder, { recursive: true });
      const args = [PROGRAM.id, SECOND, '--key', join(copy.root, 'no-such-key')];
      const said = await told((effects) => signCommand(args, effects, copy.places));
      expect(said).toMatch(/^1\nRefused: (ssh-keygen did not sign|There is no ssh-keygen)/);
      expect(await readdir(copy.folder, { recursive: true })).toEqual(before);
    }));
});

test('a release of an office that signs ends with how to sign it', () =>
  inCopy([ENDED, { ...OFFICE, id: 'clerk-2', key: STRANGER.line, from: SECOND }], async (copy) => {
    const said = Object.values(await release(copy, [PROGRAM.id, '--id', `${SECOND}-r1`])).join('\n');
    expect(said).toContain(
      `Sign it with the key of clerk-2: npm run sign -- ${PROGRAM.id} ${SECOND}-r1 --key FILE`,
    );
    expect(said).not.toContain('clerk-1');
  }));
