/** What is checked of every folder of recorded files: no file of another name, no id twice. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../reading/problem.ts';
import type { RecordFile } from './read-record-file.ts';

export function rowsOf<Row>({ rows }: RecordFile<Row>): Row[] {
  return rows.map(({ row }) => row);
}

/** A file with a misspelt name would be left out without a word. */
export async function strayFiles(folder: string, own: readonly string[]): Promise<Problem[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return names
    .filter((name) => name.toLowerCase().endsWith('.csv') && !own.includes(name))
    .sort()
    .map((name) => ({
      file: join(folder, name),
      line: 0,
      column: '',
      code: 'unknown-file',
      message: 'The record has no file of this name.',
      fix: `Rename it to one of: ${own.join(', ')}.`,
    }));
}

export function repeatedIds({ path, rows }: RecordFile<{ readonly id: string }>): Problem[] {
  const lines = new Map<string, number>();
  return rows.flatMap(({ line, row: { id } }) => {
    const earlier = lines.get(id);
    if (earlier === undefined) lines.set(id, line);
    return earlier === undefined
      ? []
      : [
          {
            file: path,
            line,
            column: 'id',
            code: 'duplicate-id',
            message: `The id stands on line ${earlier} already.`,
            fix: 'Give every row an id of its own.',
          },
        ];
  });
}
