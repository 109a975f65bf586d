/** Releases are a chain: each names the one before it by the hash of its list of hashes, so that none can be changed, taken out or put in. */
import type { Link } from './previous-file.ts';

/** A sealed release, and the one that it was made after: null for a first one. */
export interface Linked {
  readonly seal: Link;
  readonly previous: Link | null;
}

export type ChainBreak =
  /** Was made after one that is not there, and nothing stands before it. */
  | { readonly kind: 'no-first'; readonly release: string; readonly named: string }
  /** Says that it is the first, and is not. */
  | { readonly kind: 'second-first'; readonly release: string; readonly before: string }
  /** Was made after another one than the one before it. */
  | { readonly kind: 'gap'; readonly release: string; readonly named: string; readonly before: string }
  /** The one before it has another hash than the one that it was made after. */
  | { readonly kind: 'changed'; readonly release: string; readonly before: string };

/**
 * Where the chain breaks. `linked`: all releases of a program up to some release, oldest first. `absent`: releases that are known
 * to be missing since they were recalled: across these the chain is not followed.
 */
export function chainBreaks(
  linked: readonly Linked[],
  absent: ReadonlySet<string> = new Set(),
): ChainBreak[] {
  return linked.flatMap(({ seal, previous }, at) => {
    if (previous !== null && absent.has(previous.release)) return [];
    const found = breakAt(seal.release, previous, linked[at - 1]?.seal ?? null);
    return found === undefined ? [] : [found];
  });
}

function breakAt(release: string, previous: Link | null, before: Link | null): ChainBreak | undefined {
  if (previous?.release === before?.release)
    return before === null || previous?.hash === before.hash
      ? undefined
      : { kind: 'changed', release, before: before.release };
  if (previous === null)
    return before === null ? undefined : { kind: 'second-first', release, before: before.release };
  return before === null
    ? { kind: 'no-first', release, named: previous.release }
    : { kind: 'gap', release, named: previous.release, before: before.release };
}
