/**
 * Signatures beside the hashes of a release: `SHA256SUMS.clerk-2025.sig`, each by a key that `program.json` gives its signer. A
 * release need not be signed; one of which a signature does not hold is refused by whatever reads releases.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseProgram } from '../model/parse-program.ts';
import { accept, type Checked, type Problem } from '../model/problem.ts';
import { maySign, NAMESPACE, type Signer, signatureFile } from '../model/signer.ts';
import { parseSshSignature, SIGNATURE_FIX, type SshSignature } from '../model/ssh-signature.ts';
import { SUMS } from './layout.ts';
import { isSignatureOf } from './verify-signature.ts';

/** Null where there is no `program.json`, as beside files that a reader took from the site: whose keys sign is then not known. */
export async function readSigners(programFolder: string): Promise<Checked<readonly Signer[] | null>> {
  const file = join(programFolder, 'program.json');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return accept(null);
  const program = parseProgram(text, file);
  return program.ok ? accept(program.value.signers) : program;
}

interface Signed {
  readonly release: string;
  /** Ids of those who signed, as files name them. */
  readonly signatures: readonly string[];
}

/** What is wrong with the signatures of a release, which stands in `folder`. */
export async function signatureProblems(
  folder: string,
  { release, signatures }: Signed,
  signers: readonly Signer[] | null,
): Promise<Problem[]> {
  const sums = await readFile(join(folder, SUMS));
  const found = signatures.map(async (id) => {
    const file = join(folder, signatureFile(id));
    const signature = parseSshSignature(await readFile(file, 'utf8').catch(() => ''), file);
    if (!signature.ok) return signature.problems;
    const message = signatureFault(signature.value, { sums, release, id, signers });
    return message === undefined ? [] : [problem(file, message)];
  });
  return (await Promise.all(found)).flat();
}

export interface Claimed {
  /** The bytes of `SHA256SUMS`. */
  readonly sums: Uint8Array;
  readonly release: string;
  /** Who is said to have signed. */
  readonly id: string;
  readonly signers: readonly Signer[] | null;
}

/** Why a signature is not what it is said to be; undefined of one that holds. */
export function signatureFault(
  signature: SshSignature,
  { sums, release, id, signers }: Claimed,
): string | undefined {
  if (signature.namespace !== NAMESPACE)
    return `The signature was made for "${signature.namespace}", and not for "${NAMESPACE}".`;
  if (!isSignatureOf(signature, sums))
    return `The signature is not one of this ${SUMS}: either was changed, or belongs to another release.`;
  if (signers === null) return undefined;
  const signer = signers.find((one) => one.id === id);
  if (signer === undefined) return `program.json knows no signer "${id}".`;
  if (signer.key !== signature.line)
    return `The signature is by another key than the one that program.json gives signer "${id}".`;
  if (maySign(signer, release)) return undefined;
  const until = signer.until === undefined ? 'on' : `to ${signer.until}`;
  return `The key of signer "${id}" signs releases from ${signer.from} ${until}, and not ${release}.`;
}

function problem(file: string, message: string): Problem {
  return { file, line: 0, column: '', code: 'signature', message, fix: SIGNATURE_FIX };
}
