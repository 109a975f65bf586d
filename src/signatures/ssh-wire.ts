/** Strings of bytes as SSH writes them one after the other: four bytes of length, then as many bytes (RFC 4251, section 5). */

/** What was unpacked, and the bytes that follow. */
interface Unpacked {
  readonly strings: readonly Uint8Array[];
  readonly rest: Uint8Array;
}

/** The first `count` strings; undefined where the bytes end before. */
export function unpackStrings(bytes: Uint8Array, count: number): Unpacked | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const strings: Uint8Array[] = [];
  let at = 0;
  for (let found = 0; found < count; found += 1) {
    if (at + 4 > bytes.length) return undefined;
    const end = at + 4 + view.getUint32(at);
    if (end > bytes.length) return undefined;
    strings.push(bytes.slice(at + 4, end));
    at = end;
  }
  return { strings, rest: bytes.slice(at) };
}

export function packStrings(strings: readonly Uint8Array[]): Uint8Array {
  return joinBytes(strings.flatMap((bytes) => [packNumber(bytes.length), bytes]));
}

/** Four bytes, the highest first. */
export function packNumber(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

export function formatBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** Reads what `formatBase64` wrote; undefined of anything else. */
export function parseBase64(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return undefined;
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return formatBase64(bytes) === text ? bytes : undefined;
}
