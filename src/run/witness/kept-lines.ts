/**
 * What a witness keeps of what it saw: a line for every release of every program, `port-card 2025-Q2.2f6b...`. Two witnesses, or
 * one and a site, saw the same where they have the same lines.
 */
import { sealLine } from '../../formats/previous-file.ts';
import { accept, type Checked, refuse } from '../../reading/problem.ts';

/** Of each program the hashes by release, in the order in which they were released. */
export type KeptBefore = ReadonlyMap<string, ReadonlyMap<string, string>>;

export function formatKept(kept: KeptBefore): string {
  return [...kept]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([program, lines]) =>
      [...lines].map(([release, hash]) => `${program} ${sealLine({ release, hash })}\n`),
    )
    .join('');
}

const LINE = /^(\S+) (\S+)\.([0-9a-f]{64})$/;

/** Reads what `formatKept` wrote. */
export function parseKept(text: string, file: string): Checked<KeptBefore> {
  const kept = new Map<string, Map<string, string>>();
  for (const line of text.split('\n').slice(0, -1)) {
    const [, program = '', release = '', hash = ''] = LINE.exec(line) ?? [];
    kept.set(program, new Map([...(kept.get(program) ?? []), [release, hash]]));
  }
  if (formatKept(kept) === text) return accept(kept);
  return refuse([
    {
      file,
      line: 0,
      column: '',
      code: 'form',
      message: 'The file is not one of lines that a witness kept.',
      fix: 'Bring it back from a copy. Without it nobody can tell whether history was changed since you looked last.',
    },
  ]);
}
