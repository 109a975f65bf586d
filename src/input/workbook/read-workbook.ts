/** A workbook (XLSX) as sheets of text, each row as a CSV file of the sheet would have it. */
import { unzipSync } from 'fflate';
import { type BookFiles, readParts } from './book-parts.ts';
import { readSheet, type SheetRows } from './read-sheet.ts';

export interface Sheet extends SheetRows {
  readonly name: string;
}

/** Together, unpacked: far more than a tally needs, and little enough for any machine. */
const MOST_BYTES = 256 * 1024 * 1024;

/** In their order; undefined where the bytes are no workbook that can be read to its end. */
export function readWorkbook(bytes: Uint8Array): readonly Sheet[] | undefined {
  try {
    const parts = readParts(unpack(bytes));
    return [...parts.sheets].map(([name, xml]) => ({ name, ...readSheet(xml, parts) }));
  } catch {
    // What is thrown may quote the file.
    return undefined;
  }
}

/** The XML files in it. Throws where the bytes are no zip, or too many come out of it. */
function unpack(bytes: Uint8Array): BookFiles {
  let total = 0;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      const isWanted = /\.(xml|rels)$/.test(name);
      if (isWanted) total += originalSize;
      if (total > MOST_BYTES) throw new Error('too large');
      return isWanted;
    },
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return new Map(Object.entries(files).map(([path, file]) => [path, decoder.decode(file)]));
}
