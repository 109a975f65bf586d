/**
 * Pictures kept from one build to the next, each by the hash of its drawing, its language and whatever it is drawn with. A file begins with
 * the hash of what follows: what somebody changed, or a disk that broke, is drawn again.
 */
import { createHash, type Hash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** Draws one picture; throws where it is no SVG, or has a character that the font of its language draws as a block. */
export type Rasterize = (svg: string, language: string) => Uint8Array;

const HASH_BYTES = 32;
const NAME_LENGTH = 16;
const hash = (): Hash => createHash('sha256');

/** The same pictures as `draw`, taken from the folder where they are; `by` tells whatever `draw` draws with. */
export function keepPictures(draw: Rasterize, folder: string, by: string): Rasterize {
  return (svg, language) => {
    const file = join(folder, hash().update(`${by}\n${language}\n`).update(svg).digest('hex'));
    const kept = readKept(file);
    if (kept !== undefined) return kept;
    const picture = draw(svg, language);
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, Buffer.concat([hash().update(picture).digest(), picture]));
    renameSync(draft, file);
    return picture;
  };
}

function readKept(file: string): Uint8Array | undefined {
  try {
    const bytes = readFileSync(file);
    const picture = bytes.subarray(HASH_BYTES);
    if (!hash().update(picture).digest().equals(bytes.subarray(0, HASH_BYTES))) return undefined;
    const now = new Date();
    utimesSync(file, now, now);
    return new Uint8Array(picture);
  } catch {
    return undefined;
  }
}

/** The folder of pictures that a code has drawn; those of another code are taken away. */
export function pictureFolder(cache: string, code: string): string {
  const folder = hash().update(code).digest('hex').slice(0, NAME_LENGTH);
  mkdirSync(join(cache, folder), { recursive: true });
  for (const name of readdirSync(cache)) if (name !== folder) rmSync(join(cache, name), { recursive: true });
  return join(cache, folder);
}

/** Takes away what no build since then has used. */
export function dropUnused(folder: string, sinceMs: number): void {
  for (const name of readdirSync(folder))
    if (statSync(join(folder, name)).mtimeMs < sinceMs) rmSync(join(folder, name));
}
