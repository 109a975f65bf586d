/** A signature over the hashes of a release by a key that `program.json` lists, made and looked at before it is written. */
import type { Program } from '../../program/program.ts';
import type { Signer } from '../../program/signer.ts';
import { RefusedError } from '../../release/refused-error.ts';
import { signatureFault } from '../../release/signatures.ts';
import { parseSshSignature } from '../../signatures/ssh-signature.ts';
import type { Effects } from '../effects.ts';
import { isInside, type Places } from '../places.ts';
import { orRefuse } from '../read-program.ts';

/** A public key may lie anywhere; the other half is not to be published by accident. */
export async function refuseSecretInside(key: string, { repository }: Places): Promise<void> {
  if (key.endsWith('.pub') || !(await isInside(key, repository))) return;
  throw new RefusedError(
    'signature',
    `${key} lies inside the repository, where a secret key could be published by accident. Move it out of it.`,
  );
}

interface Wanted {
  readonly program: Program;
  readonly release: string;
  readonly sums: string;
}

/** Throws `RefusedError` where the key does not sign, or signs what readers would refuse. */
export async function signSums(
  key: string,
  wanted: Wanted,
  { sign }: Pick<Effects, 'sign'>,
): Promise<{ readonly signer: Signer; readonly text: string }> {
  const text = await sign(key, wanted.sums);
  return { signer: signerOf(text, wanted), text };
}

/** Whose signature it is, if it is one that readers of the release accept. */
function signerOf(text: string, { program: { id, signers }, release, sums }: Wanted): Signer {
  const signature = orRefuse(
    parseSshSignature(text, 'ssh-keygen'),
    'The key cannot sign releases. Make one with ssh-keygen -t ed25519, or -t ed25519-sk with a hardware key.',
  );
  const signer = signers.find(({ key }) => key === signature.line);
  if (signer === undefined)
    throw new RefusedError(
      'signature',
      `data/programs/${id}/program.json lists no signer with this key. If it is the right key, put its signer into "signers" and try again: ${entryFor(signature.line, release)}. docs/program.md explains it.`,
    );
  if (signer.revoked !== undefined)
    throw new RefusedError(
      'signature',
      `The key of signer "${signer.id}" was revoked on ${signer.revoked.on} and signs nothing any more. Sign with another one.`,
    );
  const bytes = new TextEncoder().encode(sums);
  const fault = signatureFault(signature, { sums: bytes, release, id: signer.id, signers });
  if (fault === undefined) return signer;
  throw new RefusedError('signature', `${fault} Nothing was written.`);
}

function entryFor(key: string, from: string): string {
  return JSON.stringify({ id: 'clerk-1', name: 'Office of the City Clerk', as: 'office', key, from });
}
