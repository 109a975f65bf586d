/** The files of a zip, or why they are not looked at: what it says of sizes and names is read before any file is unpacked. */
import { type UnzipFileInfo, unzipSync } from 'fflate';
import { type Files, RefusedFiles, refuseNames, refuseSize } from './files.ts';

export function openZip(bytes: Uint8Array): Files {
  const entries: UnzipFileInfo[] = [];
  unzip(bytes, (entry) => {
    entries.push(entry);
    return false;
  });
  const files = entries.filter(({ name }) => !name.endsWith('/'));
  refuseNames(files.map(({ name }) => name));
  refuseSize(files.map(({ name: path, originalSize }) => ({ path, bytes: originalSize })));
  return new Map(Object.entries(unzip(bytes, ({ name }) => !name.endsWith('/'))));
}

function unzip(bytes: Uint8Array, filter: (entry: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch {
    throw new RefusedFiles('zip');
  }
}
