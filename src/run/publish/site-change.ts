/** What a built site does to the one that readers have. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles } from '../list-files.ts';

export interface SiteChange {
  /** Paths with slashes, in their order. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly gone: readonly string[];
  readonly same: readonly string[];
}

/** `before` is undefined where nothing is published yet. */
export async function changeOf(before: string | undefined, after: string): Promise<SiteChange> {
  const old = new Set(before === undefined ? [] : await listFiles(before));
  const files = await listFiles(after);
  const change = { added: [] as string[], changed: [] as string[], same: [] as string[] };
  for (const file of files) {
    if (before === undefined || !old.has(file)) change.added.push(file);
    else if (await isSame(join(before, file), join(after, file))) change.same.push(file);
    else change.changed.push(file);
  }
  const kept = new Set(files);
  return { ...change, gone: [...old].filter((file) => !kept.has(file)) };
}

async function isSame(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([stat(one), stat(other)]);
  if (first.size !== second.size) return false;
  const [left, right] = await Promise.all([readFile(one), readFile(other)]);
  return left.equals(right);
}

/** `rivertown-id 2025-Q2` of every release of which a sealed file is among these. */
export function releasesIn(files: readonly string[]): string[] {
  const found = files.flatMap((file) => {
    const [, program, release] = /^([^/]+)\/releases\/([^/]+)\/files\//.exec(file) ?? [];
    return program === undefined || release === undefined ? [] : [`${program} ${release}`];
  });
  return [...new Set(found)];
}
