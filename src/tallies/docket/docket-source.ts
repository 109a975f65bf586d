/**
 * Where the rows of a docket come from: its own files, or these with a batch of corrections in them. A file is known by
 * its name as CSV, whatever it is (`src/input/open-table.ts`).
 */
import { join } from 'node:path';
import { hasTable } from '../../input/open-table.ts';
import { type StreamedRows, streamRows, type TakeRow } from '../row-stream.ts';

export const REQUESTS_FILE = 'legal-requests.csv';
export const EVENTS_FILE = 'legal-request-events.csv';
export const ZEROS_FILE = 'certified-zeros.csv';
export const DOCKET_FILES: readonly string[] = [REQUESTS_FILE, EVENTS_FILE, ZEROS_FILE];

export interface DocketSource {
  /** Gives every row of a file of the docket to `take`; what came of the file. */
  readonly stream: (name: string, columns: readonly string[], take: TakeRow) => Promise<StreamedRows>;
  readonly has: (name: string) => boolean;
}

export function ownDocket(folder: string): DocketSource {
  return {
    stream: (name, columns, take) => streamRows(join(folder, name), columns, take),
    has: (name) => hasTable(join(folder, name)),
  };
}
