/**
 * `releases/<release>.approval.json`: who made a release and who, having read it, signed it off. It stands beside the
 * release's folder, which stays as it was sealed, and leaves the office only if the office hands it out.
 */
import { formatJson } from '../reading/json-file.ts';

export interface Approval {
  readonly release: string;
  /** SHA-256 of the release's `SHA256SUMS`, hexadecimal: these files were approved and no others. */
  readonly sums: string;
  /** The day, `2025-08-01`. */
  readonly approved: string;
  /** Names or offices, as they were typed; never the same. */
  readonly madeBy: string;
  readonly approvedBy: string;
}

export function formatApproval(approval: Approval): string {
  return formatJson(approval);
}
