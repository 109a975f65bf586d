/** `SHA256SUMS`: what `sha256sum` prints and `sha256sum -c` checks, one line per file, sorted by path. */
import { accept, type Checked, refuse } from '../reading/problem.ts';

/** Lower-case hexadecimal SHA-256 by path relative to the release folder. */
export type Sums = ReadonlyMap<string, string>;

export function formatSums(sums: Sums): string {
  return [...sums]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, hash]) => `${hash}  ${path}\n`)
    .join('');
}

/** Reads what `formatSums` wrote. */
export function parseSums(text: string, file: string): Checked<Sums> {
  const lines = text.split('\n').slice(0, -1);
  const sums = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
  if ([...sums.values()].every((hash) => /^[0-9a-f]{64}$/.test(hash)) && formatSums(sums) === text)
    return accept(sums);
  return refuse([
    {
      file,
      line: 0,
      column: '',
      code: 'form',
      message: 'The list of hashes is not in the form that sha256sum prints.',
      fix: 'Take the file from the release again.',
    },
  ]);
}

export interface SumFault {
  readonly path: string;
  readonly kind: 'surplus-file' | 'missing-file' | 'hash';
}

/** Where the files that are there are not those that the list names, in the order of their paths. */
export function sumFaults(stated: Sums, found: Sums): SumFault[] {
  const paths = [...new Set([...stated.keys(), ...found.keys()])].sort();
  return paths.flatMap((path): SumFault[] => {
    const [wanted, actual] = [stated.get(path), found.get(path)];
    if (wanted === undefined) return [{ path, kind: 'surplus-file' }];
    if (actual === undefined) return [{ path, kind: 'missing-file' }];
    return wanted === actual ? [] : [{ path, kind: 'hash' }];
  });
}
