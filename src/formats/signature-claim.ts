/** Whether a signature is what its file says: of these hashes, for this purpose, by the key of this signer, for this release. */
import { maySign, NAMESPACE, type Signer } from '../program/signer.ts';
import type { SshSignature } from '../signatures/ssh-signature.ts';

export interface SignatureClaim {
  readonly release: string;
  /** Who is said to have signed. */
  readonly id: string;
  /** Null where nobody says whose keys sign. */
  readonly signers: readonly Signer[] | null;
}

export type ClaimFault =
  | { readonly kind: 'purpose'; readonly namespace: string }
  /** The signature is not one of these hashes. */
  | { readonly kind: 'other-hashes' }
  | { readonly kind: 'unknown-signer' }
  | { readonly kind: 'other-key' }
  /** The key signs other releases. */
  | { readonly kind: 'span'; readonly from: string; readonly until: string | undefined };

/** Undefined of a signature that is what is claimed. `holds`: whether its key made it over the hashes. */
export function claimFault(
  signature: Pick<SshSignature, 'namespace' | 'line'>,
  holds: boolean,
  { release, id, signers }: SignatureClaim,
): ClaimFault | undefined {
  const { namespace } = signature;
  if (namespace !== NAMESPACE) return { kind: 'purpose', namespace };
  if (!holds) return { kind: 'other-hashes' };
  if (signers === null) return undefined;
  const signer = signers.find((one) => one.id === id);
  if (signer === undefined) return { kind: 'unknown-signer' };
  if (signer.key !== signature.line) return { kind: 'other-key' };
  return maySign(signer, release) ? undefined : { kind: 'span', from: signer.from, until: signer.until };
}
