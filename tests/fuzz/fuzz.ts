// Carries damaged files to every door: none may crash, leave something behind or repeat what is planted in them.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { damagedBook } from './books.ts';
import { askReader, askRun, type Doors, openDoors, restore } from './doors.ts';
import { FILES, PLANTED } from './inputs.ts';
import { type Dice, damage, openDice } from './mutate.ts';

export interface FuzzOptions {
  readonly count: number;
  readonly seed: number;
  /** Of so many inputs one goes through a whole dry run besides. */
  readonly runEvery: number;
}

export interface FuzzReport {
  /** By file: how many were given, and how many of them were refused. */
  readonly files: ReadonlyMap<string, { readonly given: number; readonly refused: number }>;
  readonly runs: number;
  /** What went wrong, with the number of the input. */
  readonly failures: readonly string[];
}

export async function fuzz({ count, seed, runEvery }: FuzzOptions): Promise<FuzzReport> {
  const root = await mkdtemp(join(tmpdir(), 'daylight-fuzz-'));
  const paths = Object.keys(FILES);
  const files = new Map(paths.map((path) => [path, { given: 0, refused: 0 }]));
  const failures: string[] = [];
  let runs = 0;
  try {
    const doors = await openDoors(root);
    for (let input = 0; input < count; input += 1) {
      const dice = openDice(Math.imul(seed, 0x9e3779b1) + input);
      const path = paths[dice.roll(paths.length)] ?? '';
      const file = bookPath(path, dice);
      const damaged = file === path ? damage : damagedBook;
      const bytes = damaged(FILES[path] ?? '', dice, path === 'program.json' ? ['', '0'] : PLANTED);
      await rm(join(doors.folder, path));
      await restore(doors.folder, file, bytes);
      const isRun = input % runEvery === 0;
      const { refused, faults } = await carry(path, bytes, doors, isRun);
      for (const fault of faults) failures.push(`input ${input}, ${file}: ${fault}`);
      const tally = files.get(path);
      if (tally !== undefined)
        files.set(path, { given: tally.given + 1, refused: tally.refused + Number(refused) });
      runs += Number(isRun);
      await rm(join(doors.folder, file));
      await restore(doors.folder, path, FILES[path] ?? '');
    }
  } finally {
    await rm(root, { recursive: true, force: true });
  }
  return { files, runs, failures };
}

/** Of every fourth table a workbook in its place. */
function bookPath(path: string, dice: Dice): string {
  const isTable = path.endsWith('.csv') && !path.startsWith('record/');
  return isTable && dice.roll(4) === 0 ? path.replace(/\.csv$/, '.xlsx') : path;
}

async function carry(
  path: string,
  bytes: Uint8Array,
  doors: Doors,
  isRun: boolean,
): Promise<{ refused: boolean; faults: string[] }> {
  try {
    const said = await askReader(path, bytes, doors);
    const faults = path === 'program.json' ? [] : leaks(said);
    return { refused: said.length > 0, faults: [...faults, ...(isRun ? await runFaults(path, doors) : [])] };
  } catch (error) {
    return {
      refused: false,
      faults: [`it crashes: ${error instanceof Error ? error.stack : String(error)}`],
    };
  }
}

/** A word of its own: ids of ours may hold a number by chance. */
function leaks(said: readonly string[]): string[] {
  return said.flatMap((line) =>
    PLANTED.filter((word) => line.toLowerCase().includes(word)).map((word) => `"${word}" is told: ${line}`),
  );
}

async function runFaults(path: string, doors: Doors): Promise<string[]> {
  const { code, said } = await askRun(doors);
  const left = await readdir(join(doors.folder, 'releases')).catch(() => []);
  return [
    ...(path === 'program.json' ? [] : leaks(said)),
    ...said.filter((line) => line.includes('internal error')),
    ...([0, 1, 2].includes(code) ? [] : [`the run ends with ${code}`]),
    ...(left.length === 0 ? [] : [`the run leaves ${left.join(', ')} behind`]),
  ];
}
