/** Who signed a release, in words, for whoever checks it, and what to run for whoever made it. */
import type { Program } from '../../program/program.ts';
import { maySign, type Signer, signerNamed } from '../../program/signer.ts';
import type { SealedRelease } from '../../release/release.ts';

/** `signers` as `readSigners` gives them; signatures of the release were checked by these. */
export function signatureLines(
  { release, signatures }: SealedRelease,
  signers: readonly Signer[] | null,
): string[] {
  if (signatures.length === 0)
    return [
      `Release ${release} is not signed: its hashes show that its files belong together, not who made them.`,
    ];
  if (signers === null)
    return [
      `Release ${release} carries signatures that fit it (${signatures.join(', ')}). Whose they are is not shown: program.json, which names the keys, is not there. Take the keys from their owners, and check with ssh-keygen -Y verify.`,
    ];
  return signatures.map((id) => lineOf(release, signerNamed(id, signers)));
}

/** The key by which the office signs a release; undefined where it signs none. */
export function officeKey({ signers }: Program, release: string): Signer | undefined {
  return signers.find(
    (signer) => signer.as === 'office' && signer.revoked === undefined && maySign(signer, release),
  );
}

/** What is left to do after a release was kept unsigned, where its office signs. */
export function offerToSign(program: Program, release: string): string[] {
  const { id } = program;
  const mine = officeKey(program, release);
  return mine === undefined
    ? []
    : [`Sign it with the key of ${mine.id}: npm run sign -- ${id} ${release} --key FILE`];
}

function lineOf(release: string, { id, name, as, revoked }: Signer): string {
  if (revoked !== undefined)
    return `Release ${release} carries a signature of ${name} (${id}) that SHOWS NOTHING: the key was revoked on ${revoked.on}. ${revoked.why}`;
  const role = as === 'office' ? 'which made it' : 'as a witness';
  return `Release ${release} is signed by ${name} (${id}), ${role}. Compare the key in program.json with one that you have from them.`;
}
