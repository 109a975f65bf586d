/**
 * Calls back once whenever something changes that a preview is made of. It looks twice a second: what a system tells of changes
 * leaves out files that an editor put in the place of others, and whatever another machine writes on a shared drive.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const LOOK_MS = 500;

export interface Watched {
  readonly folder: string;
  /** Whether a name right in the folder is one of ours, with all that lies below it. */
  readonly isMeant: (name: string) => boolean;
}

/** Editors write a file in several steps, so a change is told once two looks in a row see the same. What it returns ends it. */
export function watchFolders(watched: readonly Watched[], onChange: () => void): () => void {
  let told = stateOf(watched);
  let seen = told;
  const timer = setInterval(() => {
    const before = seen;
    seen = stateOf(watched);
    if (seen !== before || seen === told) return;
    told = seen;
    onChange();
  }, LOOK_MS);
  return () => clearInterval(timer);
}

/** A line for each file: equal as long as none is written, put in the place of another, added or taken away. */
function stateOf(watched: readonly Watched[]): string {
  return watched
    .flatMap(({ folder, isMeant }) =>
      namesIn(folder)
        .filter(isMeant)
        .flatMap((name) => linesOf(join(folder, name))),
    )
    .join('\n');
}

function linesOf(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (found.isDirectory()) return [path, ...namesIn(path).flatMap((name) => linesOf(join(path, name)))];
  return [`${path} ${found.ino} ${found.size} ${found.mtimeMs}`];
}

/** Without what editors and spreadsheets keep beside a file while it is open; none of a folder that is gone. */
function namesIn(folder: string): string[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(folder).filter((name) => !/^(\.|~\$)|~$|\.sw[a-z]$/.test(name));
}
