/**
 * A public key in SSH's own words, as it stands in a `.pub` file before the remark: `ssh-ed25519 AAAA...`. Ed25519 alone, in a
 * file or an agent, or in a hardware key (`sk-`), which signs with what its owner touched (OpenSSH, PROTOCOL.u2f).
 */
import { formatBase64, parseBase64, textOf, unpackStrings } from './ssh-wire.ts';

export interface SshKey {
  /** The point of Ed25519, 32 bytes (RFC 8032). */
  readonly point: Uint8Array;
  /** What a hardware key is used for, `ssh:`, as it signs it with every message; null of a key without such hardware. */
  readonly application: Uint8Array | null;
}

export const PLAIN_KEY = 'ssh-ed25519';
export const HARDWARE_KEY = 'sk-ssh-ed25519@openssh.com';

const POINT_BYTES = 32;
/**
 * Points of small order, the sign left out: 0 and the others that a factor of 8 takes there, in every way to write them (as in
 * libsodium's `ge25519_has_small_order`). A key of these has signatures that hold for any message, so that everybody could sign by it.
 */
const SMALL_ORDER = new Set([
  '00'.repeat(32),
  `01${'00'.repeat(31)}`,
  `ec${'ff'.repeat(30)}7f`,
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
]);

/** Reads a line of a kind, a space and base64, without a remark; undefined of anything else. */
export function parseKeyLine(line: string): SshKey | undefined {
  const [kind = '', base64 = '', ...surplus] = line.split(' ');
  const blob = surplus.length === 0 ? parseBase64(base64) : undefined;
  if (blob === undefined || keyLine(blob) !== line) return undefined;
  const unpacked = unpackStrings(blob, kind === HARDWARE_KEY ? 3 : 2);
  if (unpacked === undefined || unpacked.rest.length > 0) return undefined;
  const [, point, application = null] = unpacked.strings;
  const isKnown = kind === PLAIN_KEY || kind === HARDWARE_KEY;
  const isPoint = point?.length === POINT_BYTES && !SMALL_ORDER.has(withoutSign(point));
  return isKnown && isPoint ? { point, application } : undefined;
}

/** In hexadecimal, without the highest bit of the last byte. */
function withoutSign(point: Uint8Array): string {
  const bytes = [...point].map((byte, at) => (at === point.length - 1 ? byte & 0x7f : byte));
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The line of a key as signatures carry it: packed, the kind first. Undefined where no kind stands first. */
export function keyLine(blob: Uint8Array): string | undefined {
  const [kind] = unpackStrings(blob, 1)?.strings ?? [];
  return kind && `${textOf(kind)} ${formatBase64(blob)}`;
}

/** A line for `allowed_signers`, the file by which `ssh-keygen -Y verify` knows keys. */
export function allowedSigner(id: string, key: string, namespace: string): string {
  return `${id} namespaces="${namespace}" ${key}`;
}
