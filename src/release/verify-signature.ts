/** Whether the key that an SSH signature names made it over a message: Ed25519 by `node:crypto`, and nothing else. */
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { type SshSignature, signedBytes } from '../signatures/ssh-signature.ts';
import { joinBytes } from '../signatures/ssh-wire.ts';

export function isSignatureOf(signature: SshSignature, message: Uint8Array): boolean {
  const { key, hash, touch } = signature;
  const signed = signedBytes(signature, digest(hash, message));
  // A hardware key signs hashes, with what it was used for and how, in the place of what it is given (PROTOCOL.u2f).
  const bytes =
    key.application === null
      ? signed
      : joinBytes([digest('sha256', key.application), touch, digest('sha256', signed)]);
  return verify(null, bytes, publicKey(key.point), signature.signature);
}

function digest(hash: string, bytes: Uint8Array): Uint8Array {
  return createHash(hash).update(bytes).digest();
}

function publicKey(point: Uint8Array): KeyObject {
  const x = Buffer.from(point).toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}
