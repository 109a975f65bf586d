/**
 * Writes a release beside its final place, and gives it its name only when it is whole, attacked and on the
 * disk. A release that exists is never written over.
 */
import { dirname, join } from 'node:path';
import { type Audit, formatAudit } from '../formats/audit-file.ts';
import { formatSums } from '../formats/sums-file.ts';
import type { Disk } from './disk.ts';
import { sha256 } from './hash.ts';
import { AUDIT, SUMS } from './layout.ts';
import { RefusedError } from './refused-error.ts';
import type { StagedFiles } from './stage.ts';

/** Writes the staged files to `folder`, which must not exist. */
export async function writeStaged(folder: string, files: StagedFiles, disk: Disk): Promise<void> {
  await disk.makeFolder(folder);
  for (const subfolder of new Set([...files.keys()].map((path) => dirname(join(folder, path)))))
    await disk.makeFolder(subfolder);
  for (const [path, text] of files) await disk.writeNewFile(join(folder, path), text);
}

/**
 * Adds the audit and the list of hashes to staged files and flushes them: whole, and without a name yet. The text of
 * the list.
 */
export async function sealRelease(
  folder: string,
  files: StagedFiles,
  audit: Audit,
  disk: Disk,
): Promise<string> {
  const all = new Map([...files, [AUDIT, formatAudit(audit)]]);
  const sums = formatSums(new Map([...all].map(([path, text]) => [path, sha256(text)])));
  await disk.writeNewFile(join(folder, AUDIT), formatAudit(audit));
  await disk.writeNewFile(join(folder, SUMS), sums);
  for (const subfolder of new Set([...all.keys()].map((path) => dirname(join(folder, path)))))
    await disk.flushFolder(subfolder);
  return sums;
}

/** Gives a sealed release its name. */
export async function nameRelease(folder: string, final: string, disk: Disk): Promise<void> {
  await refuseExisting(final, disk);
  await disk.rename(folder, final);
  try {
    await disk.flushFolder(dirname(final));
  } catch (error) {
    await disk.remove(final);
    throw error;
  }
}

/** Throws if something of that name is there already. */
async function refuseExisting(final: string, disk: Disk): Promise<void> {
  const names = await disk.list(dirname(final));
  if (!names.some((name) => join(dirname(final), name) === final)) return;
  throw new RefusedError(
    'exists',
    `${final} exists. A release is never changed: choose another id with --id.`,
  );
}
