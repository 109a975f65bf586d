/** Hashes and signatures by what every browser and Node have: SHA-2 and Ed25519 of WebCrypto. */
import { type SshSignature, signedBytes } from '../signatures/ssh-signature.ts';
import { joinBytes } from '../signatures/ssh-wire.ts';

/** The machine has no such thing: an old browser, or a page that was not served over HTTPS. */
export class Unsupported extends Error {
  readonly what: 'hashes' | 'signatures';

  constructor(what: 'hashes' | 'signatures') {
    super(what);
    this.what = what;
  }
}

/** SHA-256 in lower-case hexadecimal. Throws `Unsupported`. */
export async function hashOf(bytes: Uint8Array): Promise<string> {
  const digest = await digestOf('SHA-256', bytes);
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether the key that a signature names made it over a message. Throws `Unsupported` where nobody here can tell. */
export async function isSignatureOf(signature: SshSignature, message: Uint8Array): Promise<boolean> {
  const { key, hash, touch } = signature;
  const signed = signedBytes(signature, await digestOf(hash === 'sha256' ? 'SHA-256' : 'SHA-512', message));
  // A hardware key signs hashes, with what it was used for and how, in the place of what it is given (PROTOCOL.u2f).
  const bytes =
    key.application === null
      ? signed
      : joinBytes([await digestOf('SHA-256', key.application), touch, await digestOf('SHA-256', signed)]);
  return subtle('signatures').verify(
    ED25519,
    await publicKey(key.point),
    own(signature.signature),
    own(bytes),
  );
}

const ED25519 = { name: 'Ed25519' };

/** A browser that does not know the algorithm says so by the name of its error; any other is a key that is none. */
async function publicKey(point: Uint8Array): Promise<CryptoKey> {
  try {
    return await subtle('signatures').importKey('raw', own(point), ED25519, false, ['verify']);
  } catch (error) {
    throw error instanceof DOMException && error.name === 'DataError' ? error : new Unsupported('signatures');
  }
}

async function digestOf(name: string, bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await subtle('hashes').digest(name, own(bytes)));
}

function subtle(what: Unsupported['what']): SubtleCrypto {
  const found = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
  if (found === undefined) throw new Unsupported(what);
  return found;
}

/** In memory of its own, as WebCrypto asks for it. */
function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
