/** What addition alone says of an audit: of its certificates and, where these show all, of what it says beside them. */
import type { Audit } from '../formats/audit-file.ts';
import { claimFaults, type Verified, type VerifyInput, verify } from './verify.ts';

export function verifyAudit(
  known: Omit<VerifyInput, 'certificates'>,
  { ranges, certificates }: Pick<Audit, 'ranges' | 'certificates'>,
): Verified {
  const verified = verify({ ...known, certificates });
  const claims = new Map(ranges.map((claim) => [`${claim.measure}|${claim.cell}`, claim]));
  return verified.faults.length > 0 ? verified : { ...verified, faults: claimFaults(verified, claims) };
}
