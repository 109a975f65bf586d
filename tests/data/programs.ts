/** The programs that ship, read for tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseProgram } from '../../src/program/parse-program.ts';
import type { Program } from '../../src/program/program.ts';
import { parseCsv } from '../../src/reading/csv.ts';

export const PROGRAMS_FOLDER = 'data/programs';

export const PROGRAM_IDS: readonly string[] = readdirSync(PROGRAMS_FOLDER).sort();

export function readProgram(id: string): Program {
  const file = join(PROGRAMS_FOLDER, id, 'program.json');
  const program = parseProgram(readFileSync(file, 'utf8'), file);
  if (!program.ok) throw new Error(`${file}: ${program.problems.map(({ message }) => message).join(' ')}`);
  return program.value;
}

/** The rows of a CSV file as objects; refuses a file that does not have exactly these columns. */
export function readRows(file: string, header: readonly string[]): Readonly<Record<string, string>>[] {
  const table = parseCsv(readFileSync(file, 'utf8'), file, header);
  if (!table.ok) throw new Error(`${file}: ${table.problems.map(({ message }) => message).join(' ')}`);
  return table.value.rows.map((row) =>
    Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])),
  );
}
