/** The files that a reader chose or dropped, with their paths; nothing of them is read here. */
import type { GivenFile } from './told.ts';

/** Files that systems put into folders by themselves. */
const OF_SYSTEMS = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

export function chosenFiles(input: HTMLInputElement): GivenFile[] {
  return kept([...(input.files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file })));
}

/** Asked at once, since what was dropped is gone when the event is over. */
export async function droppedFiles({ items }: DataTransfer): Promise<GivenFile[]> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  return kept((await Promise.all(entries.map(filesIn))).flat());
}

function kept(given: readonly GivenFile[]): GivenFile[] {
  return given.filter(({ path }) => !OF_SYSTEMS.has(path.slice(path.lastIndexOf('/') + 1)));
}

async function filesIn(entry: FileSystemEntry): Promise<GivenFile[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail));
    return [{ path: entry.fullPath.replace(/^\//, ''), file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: FileSystemEntry[] = [];
  // A folder is told some entries at a time, until none are left.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) break;
    found.push(...some);
  }
  return (await Promise.all(found.map(filesIn))).flat();
}
