// `examine`: what anybody can show of published files, and every forgery of them, told by kind; the page and `npm run witness` both ask it.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { zipFiles } from '../../src/release/forms/archive.ts';
import { type Examined, examine } from '../../src/witness/examine.ts';
import { fetchFiles } from '../../src/witness/fetch-files.ts';
import { findReleases, MOST_BYTES, RefusedFiles, refuseSize } from '../../src/witness/files.ts';
import { openZip } from '../../src/witness/open-zip.ts';
import { PROGRAM } from '../run/town.ts';
import { FORGERIES } from './forgeries.ts';
import {
  at,
  changeList,
  FIRST,
  linesOf,
  type PublishedFiles,
  publishTown,
  SECOND,
  THIRD,
  takeOut,
  unsign,
} from './published-town.ts';

let published: PublishedFiles;
let kept: Map<string, string>;
beforeAll(async () => {
  published = await publishTown();
  kept = linesOf(published);
});
afterAll(() => vi.unstubAllGlobals());

const look = (files: PublishedFiles, lines = kept): Promise<Examined> =>
  examine(findReleases(files), { program: PROGRAM.id, lines, all: true }, () => undefined);
const kindsOf = ({ faults }: Examined): string[] => faults.map(({ kind }) => kind);
const statesOf = ({ signatures }: Examined): string[] =>
  signatures.map(({ release, id, state }) => `${release} ${id} ${state}`);

test('examine of what was published finds no fault, and all of it', async () => {
  const examined = await look(published);
  expect(kindsOf(examined)).toEqual([]);
  expect(statesOf(examined)).toEqual([
    `${SECOND} clerk-1 holds`,
    `${THIRD} clerk-1 holds`,
    `${THIRD} library holds`,
  ]);
  expect(examined.isWhole).toBe(true);
  expect(examined.shown).toBeGreaterThan(0);
  expect(examined.releases.map(({ seal }) => seal.release)).toEqual([FIRST, SECOND, THIRD]);
});

test('examine of the same from a zip and from a site finds the same', async () => {
  expect(kindsOf(await look(new Map(openZip(zipFiles(published)))))).toEqual([]);
  const served = new Map(
    [...published].map(([path, bytes]) => [path.replace(/^(releases\/[^/]+\/)/, '$1files/'), bytes]),
  );
  const fetched = await fetchFiles((path) => Promise.resolve(served.get(path)));
  const examined = await examine(fetched, { program: PROGRAM.id, lines: kept, all: true }, () => undefined);
  expect(kindsOf(examined)).toEqual([]);
  expect(examined.files).toBe((await look(published)).files);
});

describe('of forged files', () => {
  test('there are forgeries of more than twenty kinds', () => {
    expect(FORGERIES.length).toBeGreaterThanOrEqual(20);
    expect(new Set(FORGERIES.map(([, kind]) => kind)).size).toBeGreaterThanOrEqual(20);
  });

  test.for(FORGERIES)('%s: examine says so (%s)', async ([, kind, forge]) => {
    const files = new Map(published);
    forge(files);
    // Who has no line of before is told of it by what can be added up.
    const examined = await look(files, kind === 'certificates' ? new Map() : kept);
    expect(kindsOf(examined)).toContain(kind);
    expect(examined.shown).toBeNull();
  });
});

describe('examine', () => {
  test('of one release alone shows it, and says that what came before is not shown', async () => {
    const files = new Map(published);
    for (const id of [FIRST, SECOND]) takeOut(files, id);
    files.delete('releases.json');
    const examined = await examine(
      findReleases(files),
      { program: PROGRAM.id, lines: kept, all: false },
      () => undefined,
    );
    expect(kindsOf(examined)).toEqual([]);
    expect([examined.isWhole, examined.shown]).toEqual([false, null]);
    expect(statesOf(examined)).toEqual([`${THIRD} clerk-1 holds`, `${THIRD} library holds`]);
    expect(examined.signatures[0]?.signer).toBeNull();
  });

  test('of a chain across a recalled release follows it by the line that was kept, and says that it is recalled', async () => {
    const files = new Map(published);
    takeOut(files, SECOND);
    changeList(files, (list) => ({
      ...list,
      releases: list.releases.filter(({ release }) => release !== SECOND),
      recalled: [{ release: SECOND, recalled: '2024-12-01', why: 'A mistake.' }],
    }));
    const examined = await look(files);
    expect(kindsOf(examined)).toEqual([]);
    expect(examined.recalled.map(({ release }) => release)).toEqual([SECOND]);
    expect(examined.isWhole).toBe(false);
    const other = new Map([...kept, [SECOND, 'c'.repeat(64)] as const]);
    expect(kindsOf(await look(files, other))).toEqual(['changed']);
  });

  test('of a signature by a revoked key says that it shows nothing', async () => {
    const files = new Map(published);
    changeList(files, (list) => ({
      ...list,
      signers: list.signers.map((one) => ({ ...one, revoked: { on: '2025-01-01', why: 'Stolen.' } })),
    }));
    const examined = await look(files);
    expect(kindsOf(examined)).toEqual([]);
    expect(statesOf(examined)[0]).toBe(`${SECOND} clerk-1 revoked`);
  });

  test('where no Ed25519 is known says of signatures that it cannot tell, and of the rest what it can', async () => {
    const { subtle } = globalThis.crypto;
    vi.stubGlobal('crypto', {
      subtle: {
        digest: subtle.digest.bind(subtle),
        importKey: () => Promise.reject(new DOMException('', 'NotSupportedError')),
      },
    });
    const examined = await look(published);
    vi.unstubAllGlobals();
    expect(kindsOf(examined)).toEqual([]);
    expect(statesOf(examined)[0]).toBe(`${SECOND} clerk-1 unsupported`);
    expect(examined.shown).toBeGreaterThan(0);
  });

  test('without a docket, a list or signatures looks at what is there', async () => {
    const files = new Map(published);
    unsign(files);
    files.delete('releases.json');
    expect(kindsOf(await look(files))).toEqual([]);
  });
});

describe('files that are not looked at', () => {
  const whyOf = async (work: () => unknown): Promise<string> => {
    try {
      await work();
    } catch (error) {
      if (error instanceof RefusedFiles) return error.why;
      throw error;
    }
    return 'taken';
  };
  const zipOf = (...paths: string[]) =>
    zipFiles(new Map(paths.map((path) => [path, new TextEncoder().encode(path)])));

  test.for([
    ['../SHA256SUMS'],
    ['releases/../../x'],
    ['/etc/passwd'],
    ['C:/x'],
    ['a\\..\\..\\b'],
    ['a//b'],
    ['./a'],
  ])('a zip with the name %s is refused', async ([name = '']) => {
    expect(await whyOf(() => openZip(zipOf(name)))).toBe('name');
  });

  test('a zip with one name twice is refused', async () => {
    const zip = Buffer.from(zipOf('a/one', 'a/two'));
    const twice = Buffer.from(zip.toString('latin1').replaceAll('a/two', 'a/one'), 'latin1');
    expect(await whyOf(() => openZip(new Uint8Array(twice)))).toBe('name');
  });

  test('a zip that says it holds more than any release is refused before it is unpacked', async () => {
    const zip = Buffer.from(zipOf('SHA256SUMS'));
    const entry = zip.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    zip.writeUInt32LE(MOST_BYTES + 1, entry + 24);
    expect(await whyOf(() => openZip(new Uint8Array(zip)))).toBe('size');
  });

  test('a file of 10 GB is refused by its size alone', async () => {
    expect(await whyOf(() => refuseSize([{ path: 'large.zip', bytes: 10e9 }]))).toBe('size');
    const many = Array.from({ length: 201 }, (_, place) => ({ path: String(place), bytes: 1e6 }));
    expect(await whyOf(() => refuseSize(many))).toBe('size');
  });

  test('what is no zip, half a zip, or holds no release is refused', async () => {
    expect(await whyOf(() => openZip(new Uint8Array([1, 2, 3])))).toBe('zip');
    expect(await whyOf(() => openZip(zipFiles(published).slice(0, 5000)))).toBe('zip');
    expect(await whyOf(() => findReleases(openZip(zipOf('a.csv'))))).toBe('no-release');
  });

  test('two programs at once are refused', async () => {
    const two = new Map(
      [...published].flatMap(([path, bytes]) => [
        [`one/${path}`, bytes],
        [`two/${path}`, bytes],
      ]),
    );
    expect(await whyOf(() => findReleases(two as PublishedFiles))).toBe('several');
  });

  test('a list of hashes of a site that names a path outside is not followed', async () => {
    const served = new Map(
      [...published].map(([path, bytes]) => [path.replace(/^(releases\/[^/]+\/)/, '$1files/'), bytes]),
    );
    const climbing = new TextEncoder().encode(`${'a'.repeat(64)}  ../../../../private\n`);
    served.set(at(FIRST, 'files/SHA256SUMS'), climbing);
    const asked: string[] = [];
    const get = (path: string) => Promise.resolve(asked.push(path) ? served.get(path) : undefined);
    expect(await whyOf(() => fetchFiles(get))).toBe('name');
    expect(asked.filter((path) => path.includes('..'))).toEqual([]);
  });
});
