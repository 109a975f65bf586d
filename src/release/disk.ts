/** What commands do to a disk. It comes in as an argument, so that tests can fill the disk or stop it midway. */
export interface Disk {
  /** Makes the folder and those above it. */
  readonly makeFolder: (path: string) => Promise<void>;
  /** Writes a new file and waits until it is on the disk; fails if there is one of that name. `mode`: who may do what with it. */
  readonly writeNewFile: (path: string, text: string, mode?: number) => Promise<void>;
  /** Waits until the folder's entries are on the disk. */
  readonly flushFolder: (path: string) => Promise<void>;
  /** Copies a file to a new one and waits until it is on the disk. */
  readonly copyFile: (from: string, to: string) => Promise<void>;
  /** Makes a link at `path` that leads to `target`, a name as it is seen from there. */
  readonly symlink: (target: string, path: string) => Promise<void>;
  /** Gives a file a second name; fails if there is something of that name. */
  readonly link: (from: string, to: string) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Removes a file, or a folder with all that it holds; nothing there is fine. */
  readonly remove: (path: string) => Promise<void>;
  /** Removes a folder if nothing is in it. */
  readonly removeEmptyFolder: (path: string) => Promise<void>;
  /** Names in a folder; none if there is no such folder. */
  readonly list: (path: string) => Promise<string[]>;
  /** The text of a file, or undefined if there is none. */
  readonly readIfThere: (path: string) => Promise<string | undefined>;
}
