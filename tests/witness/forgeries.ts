// Twenty-odd ways to forge what was published, each by somebody who knows every format, with the kind of fault that tells of it.
import type { FaultKind } from '../../src/witness/fault.ts';
import {
  at,
  CLERK,
  changeList,
  copyTo,
  FIRST,
  LIBRARY,
  listed,
  OFFICE,
  type PublishedFiles,
  rewrite,
  SECOND,
  STRANGER,
  seal,
  sealFrom,
  sign,
  THIRD,
  takeOut,
  textOf,
  unsign,
} from './published-town.ts';

type Forgery = readonly [what: string, kind: FaultKind, forge: (files: PublishedFiles) => void];

const CUBE = 'cubes/applications.csv';
const changeCount = (text: string): string => text.replace(/,80,/, ',79,');
const sums = (files: PublishedFiles, id: string): string => textOf(files, at(id, 'SHA256SUMS'));
const without = (files: PublishedFiles, id: string): void => {
  takeOut(files, id);
  listed(files, [OFFICE]);
};

export const FORGERIES: readonly Forgery[] = [
  ['a count is changed', 'hash', (files) => rewrite(files, at(FIRST, CUBE), changeCount)],
  ['a file is taken out', 'missing-file', (files) => files.delete(at(SECOND, CUBE))],
  [
    'a file is put in',
    'surplus-file',
    (files) => files.set(at(SECOND, 'tables/more.csv'), new TextEncoder().encode('period\n')),
  ],
  [
    'a list of hashes is emptied',
    'no-sums',
    (files) => files.set(at(SECOND, 'SHA256SUMS'), new Uint8Array()),
  ],
  [
    'a list of hashes names a path that climbs out',
    'missing-file',
    (files) =>
      rewrite(files, at(SECOND, 'SHA256SUMS'), (text) => `${text.slice(0, 64)}  ../../secret\n${text}`),
  ],
  [
    'the first release is changed, and sealed again',
    'changed',
    (files) => {
      rewrite(files, at(FIRST, CUBE), changeCount);
      seal(files, FIRST);
    },
  ],
  [
    'the newest release is changed, and sealed again',
    'signature-hashes',
    (files) => {
      rewrite(files, at(THIRD, CUBE), changeCount);
      seal(files, THIRD);
    },
  ],
  [
    'the first is changed, and all of history after it',
    'signature-hashes',
    (files) => {
      rewrite(files, at(FIRST, CUBE), changeCount);
      sealFrom(files, FIRST);
      changeList(files, (list) => list);
    },
  ],
  [
    'all of history is changed, unsigned and listed anew',
    'other-line',
    (files) => {
      rewrite(files, at(FIRST, CUBE), (text) => `${text}\n`);
      unsign(files);
      sealFrom(files, FIRST);
      listed(files, []);
    },
  ],
  ['the first release is taken out', 'no-first', (files) => without(files, FIRST)],
  ['one is taken out of the middle', 'gap', (files) => without(files, SECOND)],
  ['the newest is taken back without a recall', 'gone', (files) => without(files, THIRD)],
  [
    'one says that it is the first, and is not',
    'second-first',
    (files) => {
      files.delete(at(SECOND, 'PREVIOUS'));
      seal(files, SECOND);
    },
  ],
  ['one stands there twice', 'twice', (files) => copyTo(files, SECOND, '2024-Q4')],
  [
    'one is of another program',
    'other-program',
    (files) => {
      rewrite(files, at(THIRD, 'datapackage.json'), (text) =>
        text.replace('"id": "old-ferry"', '"id": "new-ferry"'),
      );
      seal(files, THIRD);
    },
  ],
  [
    'the list leaves one out',
    'not-listed',
    (files) => changeList(files, (list) => ({ ...list, releases: list.releases.slice(0, 2) })),
  ],
  [
    'the list names one that is not there',
    'not-there',
    (files) =>
      changeList(files, (list) => ({
        ...list,
        releases: [...list.releases, { release: '2024-Q4', hash: 'a'.repeat(64), signatures: [] }],
      })),
  ],
  [
    'the list names other hashes',
    'other-hash',
    (files) =>
      changeList(files, (list) => ({
        ...list,
        releases: list.releases.map((one) => ({ ...one, hash: 'b'.repeat(64) })),
      })),
  ],
  [
    'the key of the office is swapped in the list',
    'signature-key',
    (files) =>
      changeList(files, (list) => ({
        ...list,
        signers: list.signers.map((one) => (one.id === OFFICE.id ? { ...one, key: STRANGER.line } : one)),
      })),
  ],
  [
    'a stranger signs as the office',
    'signature-key',
    (files) => sign(files, FIRST, OFFICE.id, STRANGER.sign(sums(files, FIRST))),
  ],
  [
    'a witness signs as the office',
    'signature-key',
    (files) => sign(files, FIRST, OFFICE.id, LIBRARY.sign(sums(files, FIRST))),
  ],
  [
    'somebody signs whom nobody knows',
    'signature-signer',
    (files) => sign(files, FIRST, 'mayor', STRANGER.sign(sums(files, FIRST))),
  ],
  [
    'a signature is one of another release',
    'signature-hashes',
    (files) => sign(files, FIRST, OFFICE.id, CLERK.sign(sums(files, SECOND))),
  ],
  [
    'a signature was made for mail',
    'signature-purpose',
    (files) => sign(files, FIRST, OFFICE.id, CLERK.sign(sums(files, FIRST), 'mail')),
  ],
  [
    'a signature is a text',
    'signature-form',
    (files) => sign(files, FIRST, OFFICE.id, 'Signed: the clerk\n'),
  ],
  [
    'a key signs what came after its end',
    'signature-span',
    (files) =>
      changeList(files, (list) => ({
        ...list,
        signers: list.signers.map((one) => (one.id === OFFICE.id ? { ...one, until: SECOND } : one)),
      })),
  ],
  [
    'a release without its certificates',
    'certificates',
    (files) => {
      rewrite(files, at(THIRD, 'audit.json'), (text) => {
        const audit = JSON.parse(text);
        return `${JSON.stringify({ ...audit, certificates: [] }, null, 2)}\n`;
      });
      unsign(files);
      seal(files, THIRD);
      listed(files, []);
    },
  ],
  [
    'a line before it that cannot be read',
    'unreadable',
    (files) => {
      files.set(at(THIRD, 'PREVIOUS'), new TextEncoder().encode('none\n'));
      seal(files, THIRD);
    },
  ],
];
