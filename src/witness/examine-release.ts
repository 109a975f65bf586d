/** One release by itself: whether its files are those of its hashes, which it says it is, and which it was made after. */
import { type Link, parsePrevious } from '../formats/previous-file.ts';
import { parseSums, sumFaults } from '../formats/sums-file.ts';
import { signerOfFile } from '../program/signer.ts';
import { type Fault, faultOf } from './fault.ts';
import type { Files, FoundRelease } from './files.ts';
import { hashOf } from './web-crypto.ts';

export const SUMS = 'SHA256SUMS';
const PREVIOUS = 'PREVIOUS';
const DATAPACKAGE = 'datapackage.json';

export interface SeenRelease {
  readonly program: string;
  readonly seal: Link;
  readonly previous: Link | null;
  readonly files: Files;
  /** Ids of those whose signature stands beside the hashes. */
  readonly signatures: readonly string[];
}

export interface SeenOrNot {
  /** Undefined where it does not say which release it is. */
  readonly seen: SeenRelease | undefined;
  readonly faults: readonly Fault[];
}

/** `onFile` hears of each file once it is hashed. Throws `Unsupported`. */
export async function examineRelease({ name, files }: FoundRelease, onFile: () => void): Promise<SeenOrNot> {
  const text = textOf(files.get(SUMS));
  const sums = parseSums(text ?? '', SUMS);
  if (text === undefined || !sums.ok || sums.value.size === 0)
    return { seen: undefined, faults: [faultOf('no-sums', { release: name, file: SUMS })] };
  const named = namedIn(files);
  const release = named?.release ?? name;
  const hashed = new Map<string, string>();
  for (const [path, bytes] of files) {
    if (path === SUMS || signerOfFile(path) !== undefined) continue;
    hashed.set(path, await hashOf(bytes));
    onFile();
  }
  const faults = sumFaults(sums.value, hashed).map(({ path, kind }) =>
    faultOf(kind, { release, file: path }),
  );
  const previous = previousIn(files);
  if (named === undefined || previous === undefined) {
    const file = named === undefined ? DATAPACKAGE : PREVIOUS;
    return { seen: undefined, faults: [...faults, faultOf('unreadable', { release, file })] };
  }
  const seal = { release, hash: await hashOf(files.get(SUMS) ?? new Uint8Array()) };
  const signatures = [...files.keys()].flatMap((path) => signerOfFile(path) ?? []).sort();
  return { seen: { program: named.program, seal, previous, files, signatures }, faults };
}

/** As the release describes itself; undefined where it does not. */
export function namedIn(files: Files): { readonly program: string; readonly release: string } | undefined {
  try {
    const { daylight } = JSON.parse(textOf(files.get(DATAPACKAGE)) ?? '');
    const [release, program]: readonly unknown[] = [daylight.release, daylight.declaration.id];
    return typeof release === 'string' && typeof program === 'string' ? { program, release } : undefined;
  } catch {
    return undefined;
  }
}

/** Null where it says that none is before it; undefined where what it says cannot be read. */
function previousIn(files: Files): Link | null | undefined {
  const bytes = files.get(PREVIOUS);
  if (bytes === undefined) return null;
  const read = parsePrevious(textOf(bytes) ?? '', PREVIOUS);
  return read.ok ? read.value : undefined;
}

/** Undefined of what is no text. */
export function textOf(bytes: Uint8Array | undefined): string | undefined {
  try {
    return bytes && new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
