/**
 * Briefings as PDF, kept from one build to the next: each by its page, its address and whatever it is printed with, with the files of the
 * site that the browser asked for and what they were. As long as all of them are the same, so is the paper.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Lower-case hexadecimal. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** A file of the site by its path: its hash, or null where there was none. */
export type Asked = ReadonlyMap<string, string | null>;

/** Where papers are kept, and what they are printed with: another code or another browser prints other papers. */
export interface PaperCache {
  readonly folder: string;
  readonly by: string;
}

interface Entry {
  readonly asked: Readonly<Record<string, string | null>>;
  readonly pdf: string;
}

const ENTRY = '.json';
const PDF = '.pdf';

/** `site` and `file` are where the page stands, `html` is what it says. */
export function paperKey({ by }: PaperCache, site: string, file: string, html: Uint8Array): string {
  return sha256(JSON.stringify([by, site, file, sha256(html)]));
}

/** Undefined where nothing is kept, where a file that was asked for is another, or where the paper is not as it was put there. */
export async function findPaper(
  { folder }: PaperCache,
  key: string,
  hashOf: (path: string) => Promise<string | null>,
): Promise<Buffer | undefined> {
  try {
    const entry = JSON.parse(await readFile(join(folder, key + ENTRY), 'utf8')) as Entry;
    for (const [path, hash] of Object.entries(entry.asked))
      if ((await hashOf(path)) !== hash) return undefined;
    const pdf = await readFile(join(folder, key + PDF));
    return sha256(pdf) === entry.pdf ? pdf : undefined;
  } catch {
    return undefined;
  }
}

export async function keepPaper(
  { folder }: PaperCache,
  key: string,
  asked: Asked,
  pdf: Buffer,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const entry: Entry = { asked: Object.fromEntries(asked), pdf: sha256(pdf) };
  await writeWhole(join(folder, key + PDF), pdf);
  await writeWhole(join(folder, key + ENTRY), JSON.stringify(entry));
}

async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  await writeFile(`${file}.draft`, content);
  await rename(`${file}.draft`, file);
}

/** Takes away what is kept of no page that there is. */
export async function dropPapers({ folder }: PaperCache, keys: readonly string[]): Promise<void> {
  const known = new Set(keys.flatMap((key) => [key + ENTRY, key + PDF]));
  const names = await readdir(folder).catch(() => []);
  for (const name of names) if (!known.has(name)) await rm(join(folder, name), { force: true });
}
