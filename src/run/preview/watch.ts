/** Calls back once whenever something changes that a preview is made of, a moment after the last change. */
import { watch } from 'node:fs';
import { basename } from 'node:path';

/** Editors write a file in several steps. */
const QUIET_MS = 300;

export interface Watched {
  readonly folder: string;
  /** Whether a name right in the folder is one of ours; of what lies below it the first name counts. */
  readonly isMeant: (name: string) => boolean;
}

/** What ends it. */
export function watchFolders(watched: readonly Watched[], onChange: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watchers = watched.map(({ folder, isMeant }) =>
    watch(folder, { recursive: true }, (_, name) => {
      const [first = ''] = (name ?? '').split(/[\\/]/);
      if (!isMeant(first) || isOfEditors(name ?? '')) return;
      clearTimeout(timer);
      timer = setTimeout(onChange, QUIET_MS);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

/** What editors and spreadsheets keep beside a file while it is open. */
function isOfEditors(path: string): boolean {
  return /^(\.|~\$)|~$|\.sw[a-z]$/.test(basename(path));
}
