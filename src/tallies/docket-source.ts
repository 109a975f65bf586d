/** Where the rows of a docket come from: its own files, or these with a batch of corrections in them. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type StreamedRows, streamRows, type TakeRow } from './row-stream.ts';

export const REQUESTS_FILE = 'legal-requests.csv';
export const EVENTS_FILE = 'legal-request-events.csv';
export const ZEROS_FILE = 'certified-zeros.csv';
export const DOCKET_FILES: readonly string[] = [REQUESTS_FILE, EVENTS_FILE, ZEROS_FILE];

export interface DocketSource {
  /** Gives every row of a file of the docket to `take`; what came of the file. */
  readonly stream: (name: string, columns: readonly string[], take: TakeRow) => Promise<StreamedRows>;
  readonly has: (name: string) => Promise<boolean>;
}

export function ownDocket(folder: string): DocketSource {
  return {
    stream: (name, columns, take) => streamRows(join(folder, name), columns, take),
    has: (name) => isThere(join(folder, name)),
  };
}

export function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
