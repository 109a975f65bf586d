/**
 * A signature as `ssh-keygen -Y sign` writes it (OpenSSH, PROTOCOL.sshsig):
 *
 *   "SSHSIG", the version 1, then five strings: public key, namespace, reserved, hash, signature
 *
 * in base64 between two lines. What the key signed is not the message but
 *
 *   "SSHSIG", then four strings: namespace, reserved, hash, the message hashed by it
 */
import { accept, type Checked, refuse } from '../reading/problem.ts';
import { HARDWARE_KEY, keyLine, PLAIN_KEY, parseKeyLine, type SshKey } from './ssh-key.ts';
import {
  bytesOf,
  formatBase64,
  joinBytes,
  packNumber,
  packStrings,
  parseBase64,
  textOf,
  unpackStrings,
} from './ssh-wire.ts';

export interface SshSignature {
  /** The key that the signature says it is by, as it stands in a `.pub` file; that it is, is not shown yet. */
  readonly line: string;
  readonly key: SshKey;
  /** What it was made for, so that none can be taken for a signature of another purpose. */
  readonly namespace: string;
  readonly hash: 'sha256' | 'sha512';
  /** Of Ed25519, 64 bytes (RFC 8032). */
  readonly signature: Uint8Array;
  /** Of a hardware key: whether it was touched, in one byte, and how often it signed, in four; otherwise none. */
  readonly touch: Uint8Array;
}

/** What to do about a signature that does not hold. */
export const SIGNATURE_FIX =
  'Take the file from whoever signed again, or take it out: a release need not be signed.';

const MAGIC = bytesOf('SSHSIG');
const VERSION = packNumber(1);
const [FIRST_LINE, LAST_LINE] = ['-----BEGIN SSH SIGNATURE-----', '-----END SSH SIGNATURE-----'];
/** As long as `ssh-keygen` writes them. */
const LINES = /.{1,70}/g;
const SIGNATURE_BYTES = 64;
const TOUCH_BYTES = 5;

/** Reads what `ssh-keygen` writes, and nothing that it would not. */
export function parseSshSignature(text: string, file: string): Checked<SshSignature> {
  const blob = unwrap(text);
  if (blob === undefined) return fault(file, 'The file is no signature as ssh-keygen -Y sign writes it.');
  const head = joinBytes([MAGIC, VERSION]);
  const body = unpackStrings(blob.slice(head.length), 5);
  const [key, namespace, reserved, hash, signature] = body?.strings ?? [];
  const isWhole = isSame(blob.slice(0, head.length), head) && body?.rest.length === 0;
  if (!isWhole || !key || !namespace || !hash || !signature || reserved?.length !== 0)
    return fault(file, 'The signature is not of the form SSHSIG, version 1.');
  const line = keyLine(key) ?? '';
  const known = parseKeyLine(line);
  if (known === undefined) return fault(file, 'The signature is by a key that is not of the kind Ed25519.');
  const parts = partsOf(signature, known);
  const named = textOf(hash);
  if (parts === undefined || (named !== 'sha256' && named !== 'sha512'))
    return fault(file, 'The signature is not one of Ed25519 over a SHA-2 hash.');
  return accept({ line, key: known, namespace: textOf(namespace), hash: named, ...parts });
}

/** What the key signed, in place of a message of which this is the hash. */
export function signedBytes({ namespace, hash }: SshSignature, digest: Uint8Array): Uint8Array {
  return joinBytes([MAGIC, packStrings([bytesOf(namespace), new Uint8Array(), bytesOf(hash), digest])]);
}

function partsOf(
  bytes: Uint8Array,
  { application }: SshKey,
): Pick<SshSignature, 'signature' | 'touch'> | undefined {
  const unpacked = unpackStrings(bytes, 2);
  const [kind, signature] = unpacked?.strings ?? [];
  const [wanted, after] = application === null ? [PLAIN_KEY, 0] : [HARDWARE_KEY, TOUCH_BYTES];
  if (!unpacked || !kind || textOf(kind) !== wanted || unpacked.rest.length !== after) return undefined;
  return signature?.length === SIGNATURE_BYTES ? { signature, touch: unpacked.rest } : undefined;
}

function unwrap(text: string): Uint8Array | undefined {
  const blob = parseBase64(text.split('\n').slice(1, -2).join(''));
  return blob !== undefined && wrap(blob) === text ? blob : undefined;
}

function wrap(blob: Uint8Array): string {
  const lines = formatBase64(blob).match(LINES) ?? [];
  return [FIRST_LINE, ...lines, LAST_LINE, ''].join('\n');
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

function fault(file: string, message: string): Checked<never> {
  return refuse([{ file, line: 0, column: '', code: 'signature-form', message, fix: SIGNATURE_FIX }]);
}
