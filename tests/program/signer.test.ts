// `signers` of `program.json`: whose keys sign which releases.
import { describe, expect, test } from 'vitest';
import { parseProgram } from '../../src/program/parse-program.ts';
import { allowedLine, maySign, type Signer, signatureFile, signerOfFile } from '../../src/program/signer.ts';
import { makeKey } from '../ssh-key.ts';

const KEY = makeKey().line;
const CLERK: Signer = { id: 'clerk', name: 'City Clerk', as: 'office', key: KEY, from: '2024-Q3' };
const LIBRARY: Signer = { ...CLERK, id: 'library', name: 'Library', as: 'witness', key: makeKey(true).line };

/** Its point is the neutral one: ssh-keygen takes a signature by it that anybody can write, over anything. */
const FOR_EVERYBODY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

const PROGRAM = {
  id: 'testville',
  name: 'Testville card',
  city: 'Testville',
  nature: 'invented',
  standing: 'Invented figures.',
  summary: 'A program for tests.',
  tallies: 'none',
  licence: { name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
};

/** `column code` of every problem. */
function placesOf(...signers: object[]): string[] {
  const read = parseProgram(JSON.stringify({ ...PROGRAM, signers }), 'program.json');
  return read.ok ? [] : read.problems.map(({ column, code }) => `${column} ${code}`);
}

describe('signers of program.json', () => {
  test('are none, an office and a witness, a key that ended and the next, one that was revoked', () => {
    const next = { ...CLERK, id: 'clerk-2', key: makeKey().line };
    const revoked = { ...CLERK, revoked: { on: '2025-03-01', why: 'A laptop was stolen.' } };
    for (const signers of [[], [CLERK, LIBRARY], [{ ...CLERK, until: '2024-Q4' }, next], [revoked, next]])
      expect(placesOf(...signers)).toEqual([]);
  });

  test.for<[string, object[]]>([
    ['signers.0.key schema', [{ ...CLERK, key: 'ssh-ed25519 AAAA' }]],
    ['signers.0.key schema', [{ ...CLERK, key: `${KEY} clerk@desk` }]],
    ['signers.0.key schema', [{ ...CLERK, key: KEY.replace('ssh-ed25519', 'ssh-rsa') }]],
    ['signers.0.key schema', [{ ...CLERK, key: KEY.slice(0, -4) }]],
    ['signers.0.key schema', [{ ...CLERK, key: '-----BEGIN OPENSSH PRIVATE KEY-----' }]],
    ['signers.0.key schema', [{ ...CLERK, key: FOR_EVERYBODY }]],
    ['signers.0.id schema', [{ ...CLERK, id: '../clerk' }]],
    ['signers.0.id schema', [{ ...CLERK, id: 'clerk.office' }]],
    ['signers.0.from schema', [{ ...CLERK, from: '2024-01-01' }]],
    ['signers.0.revoked.on schema', [{ ...CLERK, revoked: { on: '2025', why: 'Stolen.' } }]],
    ['signers duplicate-name', [CLERK, { ...LIBRARY, id: 'clerk' }]],
    ['signers same-key', [CLERK, { ...LIBRARY, key: KEY }]],
    ['signers same-name', [CLERK, { ...LIBRARY, name: 'City Clerk' }]],
    ['signers no-span', [{ ...CLERK, until: '2024-Q2' }]],
  ])('with %s are refused', ([place, signers]) => {
    expect(placesOf(...signers)).toEqual([place]);
  });
});

test('maySign says yes from the first release of a key to its last; a revision of that is a later one', () => {
  const ended = { ...CLERK, until: '2024-Q4' };
  const releases = ['2024-Q2', '2024-Q3', '2024-Q4', '2024-Q4-r1', '2025-Q1'];
  expect(releases.map((release) => maySign(ended, release))).toEqual([false, true, true, false, false]);
  expect(releases.map((release) => maySign(CLERK, release))).toEqual([false, true, true, true, true]);
});

test('a signature is a file of its signer, and no other file is one', () => {
  expect(signerOfFile(signatureFile('clerk-2'))).toBe('clerk-2');
  for (const path of [
    'SHA256SUMS',
    'SHA256SUMS.sig',
    'SHA256SUMS..sig',
    'x/SHA256SUMS.clerk.sig',
    'SHA256SUMS.a.b.sig',
  ])
    expect(signerOfFile(path)).toBeUndefined();
});

test('allowedLine names a signer, what it signs for and its key', () => {
  expect(allowedLine(CLERK)).toBe(`clerk namespaces="daylight" ${KEY}`);
});
