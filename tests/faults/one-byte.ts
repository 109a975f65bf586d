// Every file of a release changed by one byte, one by one: whatever reads releases refuses it. `SHA256SUMS`, `PREVIOUS` and
// signatures are changed at every byte that they have.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readFacts } from '../../src/gate/facts/read-facts.ts';
import { signerOfFile } from '../../src/program/signer.ts';
import { listReleases, readReleases } from '../../src/release/read-release.ts';
import { verifyRelease } from '../../src/release/verify-release.ts';
import { attackCommand } from '../../src/run/commands/attack-command.ts';
import { recallCommand } from '../../src/run/commands/recall-command.ts';
import { releaseCommand } from '../../src/run/commands/release-command.ts';
import { witnessCommand } from '../../src/run/commands/witness-command.ts';
import { listFiles } from '../../src/run/list-files.ts';
import { copyTown, PROGRAM, type Town } from '../run/town.ts';
import type { Tried } from './outcome.ts';
import { effectsIn, SECOND } from './works.ts';

const ID = PROGRAM.id;

type Door = (town: Town) => Promise<boolean>;

/** Whether each refuses, with exit code 1 and no crash where it is a command. */
const DOORS: Readonly<Record<string, Door>> = {
  attack: async (town) =>
    (await attackCommand([join(town.folder, 'releases', SECOND)], effectsIn(town))) === 1,
  'the next release': async (town) =>
    (await releaseCommand([ID, '--id', `${SECOND}-r1`], effectsIn(town), town.places)) === 1,
  recall: async (town) =>
    (await recallCommand([ID, SECOND, '--why', 'A mistake.'], effectsIn(town), town.places)) === 1,
  witness: async (town) =>
    (await witnessCommand([town.folder, '--keep', join(town.root, 'kept')], effectsIn(town))) === 1,
  'the gate': async (town) => !(await readFacts(town.places.programs)).ok,
};

async function withByte<T>(file: string, at: number, work: () => Promise<T>): Promise<T> {
  const bytes = await readFile(file);
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 1;
  await writeFile(file, changed);
  try {
    return await work();
  } finally {
    await writeFile(file, bytes);
  }
}

async function filesOf(programFolder: string): Promise<string[]> {
  const releases = join(programFolder, 'releases');
  const ids = await listReleases(programFolder);
  const files = await Promise.all(
    ids.map(async (id) => (await listFiles(join(releases, id))).map((path) => join(releases, id, path))),
  );
  return files.flat();
}

/** Through every door of a town whose newest release is signed. Each takes the town as it was. */
export async function changeAtDoors(town: Town): Promise<Tried[]> {
  const tried: Tried[] = [];
  for (const [name, refuses] of Object.entries(DOORS)) {
    const copy = await copyTown(town);
    if (await refuses(copy)) throw new Error(`internal error: ${name} refuses what nobody changed`);
    await rm(copy.root, { recursive: true });
  }
  for (const file of await filesOf(town.folder)) {
    const middle = Math.floor((await readFile(file)).length / 2);
    const open = await withByte(file, middle, async () => {
      const passed: string[] = [];
      for (const [name, refuses] of Object.entries(DOORS)) if (!(await refuses(town))) passed.push(name);
      return passed;
    });
    const what = file.slice(town.folder.length + 1);
    tried.push({ what, faults: open.map((door) => `${door} takes it.`), isDone: false });
  }
  return tried;
}

/** Every byte of what holds the rest together. */
export async function changeEveryByte(town: Town): Promise<Tried[]> {
  const tried: Tried[] = [];
  for (const file of await filesOf(town.folder)) {
    const name = basename(file);
    const isSignature = signerOfFile(name) !== undefined;
    if (name !== 'SHA256SUMS' && name !== 'PREVIOUS' && !isSignature) continue;
    const folder = file.slice(0, -name.length - 1);
    const read = () => (isSignature ? readReleases(town.folder) : verifyRelease(folder));
    for (let at = 0; at < (await readFile(file)).length; at += 1) {
      const isTaken = await withByte(file, at, async () => (await read()).ok);
      const what = `${file.slice(town.folder.length + 1)}, byte ${at}`;
      tried.push({ what, faults: isTaken ? ['It is taken.'] : [], isDone: false });
    }
  }
  return tried;
}

/** Every file of every release of a program, its first, middle and last byte. The program's folder is written to. */
export async function changeEveryFile(programFolder: string): Promise<Tried[]> {
  const tried: Tried[] = [];
  for (const file of await filesOf(programFolder)) {
    const { length } = await readFile(file);
    const path = file.slice(join(programFolder, 'releases').length + 1);
    const folder = join(programFolder, 'releases', path.slice(0, path.indexOf('/')));
    for (const at of new Set([0, Math.floor(length / 2), length - 1])) {
      const isTaken = await withByte(file, at, async () => (await verifyRelease(folder)).ok);
      tried.push({ what: `${path}, byte ${at}`, faults: isTaken ? ['It is taken.'] : [], isDone: false });
    }
  }
  return tried;
}
