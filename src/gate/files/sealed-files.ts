/** Released files are served as they were sealed: the same files, byte for byte, under an address that never moves. */
import { createHash } from 'node:crypto';
import { parseSums } from '../../formats/sums-file.ts';
import { signerOfFile } from '../../program/signer.ts';
import type { Facts, ReleaseFacts } from '../facts/facts.ts';
import type { Finding } from '../finding.ts';
import type { Files } from '../read-files.ts';

const SERVED = /^([^/]+)\/releases\/([^/]+)\/files\/(.+)$/;
const SUMS = 'SHA256SUMS';

/** Whether a path of `dist` is one under which released files are served. */
export function isServedFile(path: string): boolean {
  return SERVED.test(path);
}

export function sealedFindings(files: Files, facts: Facts): Finding[] {
  const served = [...files].flatMap(([path, bytes]) => servedFinding(path, bytes, facts));
  const missing = [...facts.values()].flatMap(({ id, releases }) =>
    [...releases].flatMap(([release, { files: sealed }]) =>
      [...sealed.keys()]
        .map((path) => `${id}/releases/${release}/files/${path}`)
        .filter((path) => !files.has(path))
        .map((file) => ({
          file,
          where: '',
          what: '',
          why: 'The release has this file, but the site does not serve it.',
        })),
    ),
  );
  const broken = [...facts.values()].flatMap(({ id, releases }) =>
    [...releases].flatMap(([release, sealed]) => sumFindings(`${id}/releases/${release}/files`, sealed)),
  );
  return [...served, ...missing, ...broken];
}

function servedFinding(file: string, bytes: Uint8Array, facts: Facts): Finding[] {
  const [, program = '', release = '', path = ''] = SERVED.exec(file) ?? [];
  if (program === '') return [];
  const sealed = facts.get(program)?.releases.get(release)?.files.get(path);
  if (sealed === undefined) return [{ file, where: '', what: '', why: 'The release has no such file.' }];
  return Buffer.compare(sealed, bytes) === 0
    ? []
    : [{ file, where: '', what: '', why: 'The file differs from the one that was sealed.' }];
}

/** Every file of a release has the hash that `SHA256SUMS` states, and no file is left out of it. */
function sumFindings(folder: string, { files }: ReleaseFacts): Finding[] {
  const sums = parseSums(new TextDecoder().decode(files.get(SUMS)), `${folder}/${SUMS}`);
  if (!sums.ok)
    return sums.problems.map(({ file, message }) => ({ file, where: '', what: '', why: message }));
  const paths = new Set(
    [...files.keys(), ...sums.value.keys()].filter(
      (path) => path !== SUMS && signerOfFile(path) === undefined,
    ),
  );
  return [...paths]
    .filter((path) => hash(files.get(path)) !== sums.value.get(path))
    .map((path) => ({
      file: `${folder}/${path}`,
      where: '',
      what: '',
      why: `The file does not have the hash that ${SUMS} states.`,
    }));
}

function hash(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? '' : createHash('sha256').update(bytes).digest('hex');
}
