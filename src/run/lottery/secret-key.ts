/**
 * `secret.key`, beside the tallies: 256 bits by which lots are drawn of which cells to withhold (lots.ts), as 64 hexadecimal
 * digits; lines that begin with # say what it is. Whoever has it can tell decoys from small counts. The invented city's is public.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DrawClaim } from '../../program/choice.ts';
import type { Program } from '../../program/program.ts';
import { RefusedError } from '../../release/refused-error.ts';

export const KEY_FILE = 'secret.key';
const DIGITS = 64;
/** How many of a key's bytes differ at least. */
const FEWEST_BYTES = 20;
/** What others than the owner of a file may do with it. */
const OTHERS = 0o077;
export const BACK_UP = 'Keep a copy of it where only the office can read it, apart from the tallies.';

/** Whether the program's counts are a secret, so that its choices should tell as little as they can of them. */
export function needsKey({ tallies }: Pick<Program, 'tallies'>): boolean {
  return tallies === 'confidential';
}

/** Reads the key in a folder. Throws `RefusedError` where it is missing, open to others or no key. */
export async function readKey(folder: string, program: Pick<Program, 'id' | 'nature'>): Promise<Uint8Array> {
  const file = join(folder, KEY_FILE);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined)
    throw refused(
      `${file} is missing or cannot be read. By it lots are drawn of what to withhold, so that the choice tells less. Before the first release make it with npm run key -- ${folder}. Later bring it back from its copy; where there is none, docs/operator.md says what to do ("The key").`,
    );
  if (program.nature !== 'invented') await refuseOpen(file);
  const digits = text
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('#'))
    .join('')
    .trim();
  const key = Buffer.from(digits, 'hex');
  if (!/^[0-9a-f]*$/i.test(digits) || digits.length !== DIGITS || isPlain(key))
    throw refused(
      `${file} is not a key: that is ${DIGITS} hexadecimal digits drawn by chance. Bring it back from its copy, or make one with npm run key if there is no release yet.`,
    );
  if (fingerprint(key) === PUBLIC.key && program.id !== PUBLIC.program)
    throw refused(
      `${file} is the key of ${PUBLIC.program}, which everybody has. Make one of your own with npm run key, in another folder than that city's.`,
    );
  return key;
}

/** The key that the repository ships, of an invented city, by its name. */
const PUBLIC = { program: 'example-city', key: '01aa5f89d3cc776550f951b349610e60' };

/**
 * Bytes that nobody drew: digits counted up, or one pattern again and again. Of 32 drawn from 256 some 30 differ; that fewer
 * than 20 do happens to one key in 7 thousand million.
 */
function isPlain(key: Uint8Array): boolean {
  return new Set(key).size < FEWEST_BYTES;
}

/** Systems without such modes say that everybody may do everything. */
async function refuseOpen(file: string): Promise<void> {
  if (process.platform === 'win32') return;
  const { mode } = await stat(file);
  if ((mode & OTHERS) === 0) return;
  throw refused(
    `${file} can be read by others than its owner. Who has it can tell which hidden counts are small. Close it with chmod 600 ${file}, and ask who may have copied it (docs/operator.md, "The key").`,
  );
}

/** Refuses a key by which an earlier release was not drawn, unless the office says that it has a new one. */
export function refuseChanged(
  choice: DrawClaim,
  earlier: readonly { readonly release: string; readonly choice?: DrawClaim | undefined }[],
  isNew: boolean,
): void {
  const before = earlier.findLast((one) => one.choice !== undefined);
  if (before?.choice === undefined || before.choice.key === choice.key || isNew) return;
  throw refused(
    `${KEY_FILE} is another one than release ${before.release} was drawn by. Bring the old one back from its copy. If it is lost or others have it, make a new one and say --new-key (docs/operator.md, "The key").`,
  );
}

/** A name for the key that tells nothing of it. */
export function fingerprint(key: Uint8Array): string {
  return createHmac('sha256', key).update('daylight: the name of this key').digest('hex').slice(0, 32);
}

/** The text of a new key. */
export function newKey(): string {
  return [
    '# By this key Daylight draws which cells to withhold. Secret: who has it can tell which hidden counts are small.',
    `# ${BACK_UP}`,
    randomBytes(DIGITS / 2).toString('hex'),
    '',
  ].join('\n');
}

function refused(message: string): RefusedError {
  return new RefusedError('key', message);
}
