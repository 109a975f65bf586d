/**
 * Signatures beside the hashes of a release: `SHA256SUMS.clerk-2025.sig`, each by a key that `program.json` gives its signer. A
 * release need not be signed; one of which a signature does not hold is refused by whatever reads releases.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ClaimFault, claimFault, type SignatureClaim } from '../formats/signature-claim.ts';
import { parseProgram } from '../program/parse-program.ts';
import { NAMESPACE, type Signer, signatureFile } from '../program/signer.ts';
import { accept, type Checked, type Problem } from '../reading/problem.ts';
import { parseSshSignature, SIGNATURE_FIX, type SshSignature } from '../signatures/ssh-signature.ts';
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

interface Claimed extends SignatureClaim {
  /** The bytes of `SHA256SUMS`. */
  readonly sums: Uint8Array;
}

/** Why a signature is not what it is said to be; undefined of one that holds. */
export function signatureFault(signature: SshSignature, claimed: Claimed): string | undefined {
  const fault = claimFault(signature, isSignatureOf(signature, claimed.sums), claimed);
  return fault && faultSentence(fault, claimed);
}

function faultSentence(fault: ClaimFault, { id, release }: Claimed): string {
  switch (fault.kind) {
    case 'purpose':
      return `The signature was made for "${fault.namespace}", and not for "${NAMESPACE}".`;
    case 'other-hashes':
      return `The signature is not one of this ${SUMS}: either was changed, or belongs to another release.`;
    case 'unknown-signer':
      return `program.json knows no signer "${id}".`;
    case 'other-key':
      return `The signature is by another key than the one that program.json gives signer "${id}".`;
    case 'span': {
      const until = fault.until === undefined ? 'on' : `to ${fault.until}`;
      return `The key of signer "${id}" signs releases from ${fault.from} ${until}, and not ${release}.`;
    }
  }
}

function problem(file: string, message: string): Problem {
  return { file, line: 0, column: '', code: 'signature', message, fix: SIGNATURE_FIX };
}
