/** `releases.json` and `programs.json`: what was sealed, recalled and listed, made again and the same, byte for byte. */
import { formatPrograms, PROGRAMS, RELEASES } from '../../formats/releases-file.ts';
import type { Facts } from '../facts/facts.ts';
import type { Finding } from '../finding.ts';
import type { Files } from '../read-files.ts';

const OF_PROGRAM = new RegExp(`^[^/]+/${RELEASES.replace('.', '\\.')}$`);

export function isReleaseList(path: string): boolean {
  return path === PROGRAMS || OF_PROGRAM.test(path);
}

export function releaseListFindings(files: Files, facts: Facts): Finding[] {
  const wanted = new Map(
    [...facts.values()].flatMap(({ id, list }) => (list === '' ? [] : [[`${id}/${RELEASES}`, list]])),
  );
  const programs = [...facts.values()].flatMap(({ id, list }) => (list === '' ? [] : [id]));
  // A site without any release says so.
  if (programs.length > 0 || files.has(PROGRAMS)) wanted.set(PROGRAMS, formatPrograms(programs));
  const served = [...files.keys()].filter(isReleaseList);
  return [...new Set([...wanted.keys(), ...served])]
    .filter((file) => new TextDecoder().decode(files.get(file)) !== (wanted.get(file) ?? ''))
    .map((file) => ({
      file,
      where: '',
      what: '',
      why: 'The file does not list what was released, recalled and signed, and this alone.',
    }));
}
