/** Checks a sealed release against its own `SHA256SUMS`: every file, and no other but signatures. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { parseSums, type SumFault, type Sums, sumFaults } from '../formats/sums-file.ts';
import { signerOfFile } from '../program/signer.ts';
import { type Checked, type Problem, refuse } from '../reading/problem.ts';
import { sha256 } from './hash.ts';
import { SUMS } from './layout.ts';

/** The hashes, if they are those of the files in the folder. */
export async function verifyRelease(folder: string): Promise<Checked<Sums>> {
  const text = await readFile(join(folder, SUMS), 'utf8').catch(() => undefined);
  if (text === undefined)
    return refuse([
      problem(folder, SUMS, 'missing-file', 'There is no list of hashes: the release is not sealed.'),
    ]);
  const sums = parseSums(text, join(folder, SUMS));
  if (!sums.ok) return sums;
  const found = await hashFiles(folder);
  const problems = sumFaults(sums.value, found).map(({ path, kind }) =>
    problem(folder, path, kind, SUM_FAULTS[kind]),
  );
  return problems.length > 0 ? refuse(problems) : sums;
}

const SUM_FAULTS: Readonly<Record<SumFault['kind'], string>> = {
  'surplus-file': `The file is not listed in ${SUMS}.`,
  'missing-file': 'The file is missing.',
  hash: 'The file was changed after it was released.',
};

async function hashFiles(folder: string): Promise<Sums> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  const hashed = paths
    .filter((path) => path !== SUMS && signerOfFile(path) === undefined)
    .map(async (path) => [path.split(sep).join('/'), sha256(await readFile(join(folder, path)))] as const);
  return new Map(await Promise.all(hashed));
}

function problem(folder: string, path: string, code: string, message: string): Problem {
  return {
    file: join(folder, path),
    line: 0,
    column: '',
    code,
    message,
    fix: 'Take the release again; released files are never edited.',
  };
}
