// `parseSshSignature` and `isSignatureOf`: what ssh-keygen says of a signature, said without it.
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { isSignatureOf } from '../../src/release/verify-signature.ts';
import { allowedSigner } from '../../src/signatures/ssh-key.ts';
import { parseSshSignature } from '../../src/signatures/ssh-signature.ts';
import { armour, makeKey, sshsig } from '../ssh-key.ts';

const MESSAGE = 'abc\n';
/** Made once by `ssh-keygen -Y sign -n daylight` of OpenSSH 9.2, over `MESSAGE`, by an invented key that was thrown away. */
const KEPT = {
  key: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDA52hnSJ+Lo1PLCIWMOOyd0u7skIC3k7x29JnOv1M44',
  signature: `-----BEGIN SSH SIGNATURE-----
U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgMDnaGdIn4ujU8sIhYw47J3S7uy
QgLeTvHb0mc6/UzjgAAAAIZGF5bGlnaHQAAAAAAAAABnNoYTUxMgAAAFMAAAALc3NoLWVk
MjU1MTkAAABAgevlAXC7Dnz7qmVd8Yyc3P9/Psoyx7UzmJIZ3QFREEnjIvlYLywCGCKx82
Wp7Ijvc15BqpaghaX73lwLX3ViCw==
-----END SSH SIGNATURE-----
`,
};
const HAS_SSH_KEYGEN = spawnSync('ssh-keygen', ['-Y', 'sign']).error === undefined;

/** The key, the namespace, and whether it signed the message; or what is wrong with the form. */
function read(text: string, message = MESSAGE): string {
  const signature = parseSshSignature(text, 'one.sig');
  if (!signature.ok) return signature.problems.map(({ file, message: what }) => `${file}: ${what}`).join();
  const { line, namespace } = signature.value;
  return `${line} ${namespace} ${isSignatureOf(signature.value, Buffer.from(message))}`;
}

describe('isSignatureOf', () => {
  test('of a signature by ssh-keygen and its message: true; of any other message: false', () => {
    expect(read(KEPT.signature)).toBe(`${KEPT.key} daylight true`);
    expect(read(KEPT.signature, 'abd\n')).toBe(`${KEPT.key} daylight false`);
    expect(read(KEPT.signature, '')).toBe(`${KEPT.key} daylight false`);
  });

  test.for([
    ['a file', false, 'sha512'],
    ['a file', false, 'sha256'],
    ['hardware', true, 'sha512'],
  ] as const)('of a key in %s (%s, %s) takes its own message, and no other', ([, hardware, hash]) => {
    const key = makeKey(hardware);
    expect(read(key.sign(MESSAGE, 'daylight', hash))).toBe(`${key.line} daylight true`);
    expect(read(key.sign('other', 'daylight', hash))).toBe(`${key.line} daylight false`);
  });

  test('of a signature in which one byte was changed, whichever: never true', () => {
    const key = makeKey();
    const blob = Buffer.from(key.sign(MESSAGE).split('\n').slice(1, -2).join(''), 'base64');
    for (const at of blob.keys()) {
      const changed = Buffer.from(blob);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(read(armour(changed)), String(at)).not.toMatch(/ true$/);
    }
  });
});

describe('parseSshSignature', () => {
  const [, ...lines] = KEPT.signature.split('\n');
  const point = Buffer.alloc(32, 1);
  const packed = (text: string, bytes: Uint8Array) =>
    Buffer.concat([
      Buffer.from([0, 0, 0, text.length]),
      Buffer.from(text),
      Buffer.from([0, 0, 0, bytes.length]),
      bytes,
    ]);
  const ed = packed('ssh-ed25519', point);
  const rsa = packed('ssh-rsa', point);
  /** The neutral point: as key, and with the number 0 as signature, it fits every message. */
  const NEUTRAL = Buffer.from([1, ...Buffer.alloc(31)]);
  const FOR_ALL = packed('ssh-ed25519', Buffer.concat([NEUTRAL, Buffer.alloc(32)]));
  const made = packed('ssh-ed25519', Buffer.alloc(64, 2));

  test.for([
    ['nothing', '', 'no signature as ssh-keygen'],
    ['the first line alone', '-----BEGIN SSH SIGNATURE-----\n', 'no signature as ssh-keygen'],
    [
      'another first line',
      ['-----BEGIN PGP SIGNATURE-----', ...lines].join('\n'),
      'no signature as ssh-keygen',
    ],
    ['a blank line more', `${KEPT.signature}\n`, 'no signature as ssh-keygen'],
    ['lines of another length', KEPT.signature.replace('7uy\n', '7uy'), 'no signature as ssh-keygen'],
    ['nothing between the lines', armour(new Uint8Array()), 'not of the form SSHSIG'],
    ['another version', armour(Buffer.from('SSHSIG\0\0\0\x02')), 'not of the form SSHSIG'],
    [
      'a length beyond the end',
      armour(Buffer.from('SSHSIG\0\0\0\x01\xff\xff\xff\xff', 'latin1')),
      'not of the form SSHSIG',
    ],
    ['a key of another kind', sshsig(rsa, 'daylight', 'sha512', made), 'not of the kind Ed25519'],
    ['a key cut short', sshsig(ed.subarray(0, -1), 'daylight', 'sha512', made), 'not of the kind Ed25519'],
    [
      'a key by which everybody can sign anything',
      sshsig(packed('ssh-ed25519', NEUTRAL), 'daylight', 'sha512', FOR_ALL),
      'not of the kind Ed25519',
    ],
    ['a weak hash', sshsig(ed, 'daylight', 'sha1', made), 'not one of Ed25519 over a SHA-2 hash'],
    ['a signature cut short', sshsig(ed, 'daylight', 'sha512', made.subarray(0, -1)), 'not one of Ed25519'],
    [
      'a signature with bytes after it',
      sshsig(ed, 'daylight', 'sha512', Buffer.concat([made, point])),
      'not one of Ed25519',
    ],
  ] as const)('of %s: a fault', ([, text, message]) => {
    expect(read(text)).toContain(message);
    expect(read(text)).toMatch(/^one\.sig: /);
  });
});

describe.runIf(HAS_SSH_KEYGEN)('beside ssh-keygen', () => {
  const inFolder = async (work: (folder: string) => Promise<void>): Promise<void> => {
    const folder = await mkdtemp(join(tmpdir(), 'daylight-'));
    try {
      await work(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
  /** How ssh-keygen ends. */
  const verify = async (folder: string, line: string, text: string, message: string): Promise<boolean> => {
    await writeFile(join(folder, 'allowed_signers'), `${allowedSigner('clerk', line, 'daylight')}\n`);
    await writeFile(join(folder, 'one.sig'), text);
    const args = ['-Y', 'verify', '-f', 'allowed_signers', '-I', 'clerk', '-n', 'daylight', '-s', 'one.sig'];
    return spawnSync('ssh-keygen', args, { cwd: folder, input: message }).status === 0;
  };

  test('a signature by a new key of ssh-keygen is one here', () =>
    inFolder(async (folder) => {
      const key = join(folder, 'key');
      await promisify(execFile)('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'invented', '-f', key]);
      const line = (await readFile(`${key}.pub`, 'utf8')).split(' ').slice(0, 2).join(' ');
      const text = execFileSync('ssh-keygen', ['-q', '-Y', 'sign', '-n', 'daylight', '-f', key], {
        input: MESSAGE,
        stdio: ['pipe', 'pipe', 'ignore'],
      });
      expect(read(text.toString())).toBe(`${line} daylight true`);
    }));

  test.for([false, true])('ssh-keygen says the same of keys made here (hardware: %s)', (hardware) =>
    inFolder(async (folder) => {
      const key = makeKey(hardware);
      const text = key.sign(MESSAGE);
      for (const message of [MESSAGE, 'other']) {
        const says = await verify(folder, key.line, text, message);
        expect([says, read(text, message)]).toEqual([
          message === MESSAGE,
          `${key.line} daylight ${message === MESSAGE}`,
        ]);
      }
      expect(await verify(folder, makeKey(hardware).line, text, MESSAGE)).toBe(false);
    }),
  );
});
