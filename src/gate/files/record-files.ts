/** The record is served as it stands in the program's folder: the same files, byte for byte, and all of them. */
import type { Facts } from '../facts/facts.ts';
import type { Finding } from '../finding.ts';
import type { Files } from '../read-files.ts';

const SERVED = /^([^/]+)\/record\/([^/]+)$/;

/** Whether a path of `dist` is one under which files of a record are served. */
export function isRecordFile(path: string): boolean {
  return SERVED.test(path);
}

export function recordFindings(files: Files, facts: Facts): Finding[] {
  const served = [...files].flatMap(([path, bytes]): Finding[] => {
    const [, program = '', name = ''] = SERVED.exec(path) ?? [];
    if (program === '') return [];
    const known = facts.get(program)?.recordFiles.get(name);
    if (known !== undefined && Buffer.compare(known, bytes) === 0) return [];
    return [
      { file: path, where: '', what: '', why: 'The file is not one of the record, as it stands there.' },
    ];
  });
  const missing = [...facts.values()].flatMap(({ id, recordFiles }) =>
    [...recordFiles.keys()]
      .map((name) => `${id}/record/${name}`)
      .filter((path) => !files.has(path))
      .map((file) => ({
        file,
        where: '',
        what: '',
        why: 'The record has this file, but the site does not serve it.',
      })),
  );
  return [...served, ...missing];
}
