// Invented SSH keys and what they sign, written here byte by byte and without the code that is tested.
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

export interface TestKey {
  /** As in a `.pub` file, without the remark. */
  readonly line: string;
  /** Signs for a namespace. */
  readonly sign: (message: string, namespace?: string, hash?: 'sha256' | 'sha512') => string;
}

const pack = (...strings: (string | Uint8Array)[]): Buffer =>
  Buffer.concat(
    strings.flatMap((one) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(Buffer.from(one).length);
      return [length, Buffer.from(one)];
    }),
  );
const digest = (hash: string, bytes: string | Uint8Array): Buffer => createHash(hash).update(bytes).digest();
const pointOf = (key: KeyObject): Buffer => Buffer.from(String(key.export({ format: 'jwk' }).x), 'base64url');

export function armour(blob: Uint8Array): string {
  const lines =
    Buffer.from(blob)
      .toString('base64')
      .match(/.{1,70}/g) ?? [];
  return ['-----BEGIN SSH SIGNATURE-----', ...lines, '-----END SSH SIGNATURE-----', ''].join('\n');
}

/** The whole of a signature. */
export function sshsig(key: Uint8Array, namespace: string, hash: string, signature: Uint8Array): string {
  return armour(Buffer.concat([Buffer.from('SSHSIG\0\0\0\x01'), pack(key, namespace, '', hash, signature)]));
}

/** A key of which the secret half is in this process alone; with `hardware` one as FIDO sticks have it. */
export function makeKey(hardware = false): TestKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const kind = hardware ? 'sk-ssh-ed25519@openssh.com' : 'ssh-ed25519';
  const blob = pack(kind, pointOf(publicKey), ...(hardware ? ['ssh:'] : []));
  return {
    line: `${kind} ${blob.toString('base64')}`,
    sign: (message, namespace = 'daylight', hash = 'sha512') => {
      const signed = Buffer.concat([Buffer.from('SSHSIG'), pack(namespace, '', hash, digest(hash, message))]);
      // Touched, and the seventh signature.
      const touch = Buffer.from([1, 0, 0, 0, 7]);
      const bytes = hardware
        ? Buffer.concat([digest('sha256', 'ssh:'), touch, digest('sha256', signed)])
        : signed;
      const signature = pack(kind, sign(null, bytes, privateKey));
      return sshsig(blob, namespace, hash, hardware ? Buffer.concat([signature, touch]) : signature);
    },
  };
}
