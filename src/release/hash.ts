/** SHA-256 of published text, the only kind of hash that Daylight makes: one of a small count could be guessed. */
import { createHash } from 'node:crypto';

/** Lower-case hexadecimal, of the text as UTF-8 or of the bytes. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
