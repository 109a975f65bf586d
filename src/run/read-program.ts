/** What a command needs to know of a program besides its tallies: its declaration, its record, its releases. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseProgram } from '../program/parse-program.ts';
import type { Program } from '../program/program.ts';
import type { Checked } from '../reading/problem.ts';
import { RefusedError } from '../release/refused-error.ts';
import { UsageError } from './command.ts';
import type { Places } from './places.ts';

export interface ProgramFolder {
  readonly program: Program;
  readonly folder: string;
}

/** Reads and checks `program.json`. */
export async function readProgram(
  id: string,
  { programs }: Pick<Places, 'programs'>,
): Promise<ProgramFolder> {
  const folder = join(programs, id);
  const file = join(folder, 'program.json');
  const bytes = /^[\w.-]+$/.test(id) ? await readFile(file).catch(() => undefined) : undefined;
  if (bytes === undefined) {
    const known = await readdir(programs).catch(() => []);
    throw new UsageError(
      `There is no program "${id}": ${file} is missing or cannot be read. Programs here: ${known.sort().join(', ')}.`,
    );
  }
  const program = orRefuse(
    parseProgram(textOf(bytes, file), file),
    `${file} has faults. Mend them, then try again.`,
  );
  if (program.id === id) return { program, folder };
  throw new RefusedError(
    'input',
    `${file} says that its program is "${program.id}", but its folder is "${id}". Give both the same name.`,
  );
}

function textOf(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new RefusedError('input', `${file} is not UTF-8. Save it as UTF-8, then try again.`);
  }
}

/** The value, or a refusal that lists every problem. */
export function orRefuse<T>(checked: Checked<T>, message: string): T {
  if (checked.ok) return checked.value;
  throw new RefusedError('input', message, checked.problems);
}
