/** Signatures beside the hashes of releases: which hold, which were revoked, and which are not what they are said to be. */
import { type ClaimFault, claimFault } from '../formats/signature-claim.ts';
import { type Signer, signatureFile } from '../program/signer.ts';
import { parseSshSignature } from '../signatures/ssh-signature.ts';
import { type SeenRelease, SUMS, textOf } from './examine-release.ts';
import { type Fault, type FaultKind, faultOf } from './fault.ts';
import { isSignatureOf, Unsupported } from './web-crypto.ts';

export interface SeenSignature {
  readonly release: string;
  readonly id: string;
  /** Null where nobody says whose key it is. */
  readonly signer: Signer | null;
  /** `unsupported`: this machine cannot tell. A key that was revoked shows nothing, though its signature holds. */
  readonly state: 'holds' | 'revoked' | 'unsupported';
}

export interface SeenSignatures {
  readonly signatures: readonly SeenSignature[];
  readonly faults: readonly Fault[];
}

/** `signers` are null where no list of them is there. */
export async function examineSignatures(
  releases: readonly SeenRelease[],
  signers: readonly Signer[] | null,
): Promise<SeenSignatures> {
  const found: (SeenSignature | Fault)[] = [];
  for (const release of releases)
    for (const id of release.signatures) found.push(await examineSignature(release, id, signers));
  return {
    signatures: found.filter((one) => 'state' in one),
    faults: found.filter((one) => 'kind' in one),
  };
}

const KINDS: Readonly<Record<ClaimFault['kind'], FaultKind>> = {
  purpose: 'signature-purpose',
  'other-hashes': 'signature-hashes',
  'unknown-signer': 'signature-signer',
  'other-key': 'signature-key',
  span: 'signature-span',
};

async function examineSignature(
  { seal: { release }, files }: SeenRelease,
  id: string,
  signers: readonly Signer[] | null,
): Promise<SeenSignature | Fault> {
  const file = signatureFile(id);
  const values = { release, file, signer: id };
  const read = parseSshSignature(textOf(files.get(file)) ?? '', file);
  if (!read.ok) return faultOf('signature-form', values);
  const holds = await holdsOrNot(() => isSignatureOf(read.value, files.get(SUMS) ?? new Uint8Array()));
  // Where it cannot be told whether it holds, all else that it claims is looked at.
  const fault = claimFault(read.value, holds ?? true, { release, id, signers });
  if (fault !== undefined) return faultOf(KINDS[fault.kind], values);
  const signer = signers?.find((one) => one.id === id) ?? null;
  const valid = signer?.revoked === undefined ? 'holds' : 'revoked';
  return { release, id, signer, state: holds === undefined ? 'unsupported' : valid };
}

/** Undefined where this machine cannot tell. */
async function holdsOrNot(check: () => Promise<boolean>): Promise<boolean | undefined> {
  try {
    return await check();
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    return false;
  }
}
