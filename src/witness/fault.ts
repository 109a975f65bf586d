/** What is wrong with published files, told by kind so that it can be said in any language. */

export type FaultKind =
  /** `SHA256SUMS` is not there, or not as `sha256sum` writes it. */
  | 'no-sums'
  | 'surplus-file'
  | 'missing-file'
  | 'hash'
  /** A file that says what release it is, or which is before it, cannot be read. */
  | 'unreadable'
  /** Two folders are the same release. */
  | 'twice'
  | 'other-program'
  | 'no-first'
  | 'second-first'
  | 'gap'
  | 'changed'
  /** `releases.json` lists a release that is not there, does not list one that is, or names another hash. */
  | 'not-there'
  | 'not-listed'
  | 'other-hash'
  /** Somebody knew another line of this release, or a release that is gone. */
  | 'other-line'
  | 'gone'
  | 'signature-form'
  | 'signature-purpose'
  | 'signature-hashes'
  | 'signature-signer'
  | 'signature-key'
  | 'signature-span'
  | 'certificates';

export interface Fault {
  readonly kind: FaultKind;
  /** What stands in the sentence: `release`, `file`, `before`, `named`, `signer`, `shown`, `asked`. */
  readonly values: Readonly<Record<string, string>>;
}

export function faultOf(kind: FaultKind, values: Fault['values']): Fault {
  return { kind, values };
}
