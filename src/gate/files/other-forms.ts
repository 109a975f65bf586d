/** Workbooks and Parquet files: read back they hold the cells of the release's own CSV files, and no others. */
import { unzipSync } from 'fflate';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { type Datapackage, parseDatapackage, type Resource } from '../../formats/datapackage-file.ts';
import { readWorkbook, type Sheet } from '../../input/workbook/read-workbook.ts';
import { compareReleases } from '../../program/period.ts';
import { splitCsv } from '../../reading/csv.ts';
import { sheetNames } from '../../release/forms/workbook.ts';
import { DATAPACKAGE } from '../../release/layout.ts';
import type { Facts, ReleaseFacts } from '../facts/facts.ts';
import type { Finding } from '../finding.ts';
import type { Files } from '../read-files.ts';

const OF_RELEASE = /^([^/]+)\/releases\/([^/]+)\/files\.xlsx$/;
const LATEST = /^([^/]+)\/latest\/(.+)\.(?:xlsx|parquet)$/;

type Rows = readonly (readonly string[])[];

/** By path in `dist`, header first; without those that cannot be read. */
export type ParquetRows = ReadonlyMap<string, Rows>;

export function isOtherForm(path: string): boolean {
  return OF_RELEASE.test(path) || LATEST.test(path);
}

export async function readParquetFiles(files: Files): Promise<ParquetRows> {
  const found = [...files].filter(([path]) => path.endsWith('.parquet'));
  const read = found.map(async ([path, bytes]) => [path, await readParquet(bytes)] as const);
  return new Map(
    (await Promise.all(read)).flatMap(([path, rows]) => (rows === undefined ? [] : [[path, rows]])),
  );
}

async function readParquet(bytes: Uint8Array): Promise<Rows | undefined> {
  try {
    const file = new Uint8Array(bytes).buffer;
    const names = parquetMetadata(file)
      .schema.slice(1)
      .map(({ name }) => name);
    const rows = await parquetReadObjects({ file });
    return [names, ...rows.map((row) => names.map((name) => String(row[name] ?? '')))];
  } catch {
    return undefined;
  }
}

export function formFindings(file: string, files: Files, parquets: ParquetRows, facts: Facts): Finding[] {
  const why = 'Read back, the file does not hold the cells of the release, and these alone.';
  return isFaithful(file, files, parquets, facts) ? [] : [{ file, where: '', what: '', why }];
}

function isFaithful(file: string, files: Files, parquets: ParquetRows, facts: Facts): boolean {
  const source = sourceOf(file, facts);
  if (source === undefined) return false;
  const { release, resources } = source;
  if (!file.endsWith('.parquet')) return isFaithfulBook(files.get(file), release, resources);
  const [resource] = resources;
  return resource !== undefined && isSame(parquets.get(file), csvRows(release, resource));
}

interface Source {
  readonly release: ReleaseFacts;
  /** Whose cells the file is to hold. */
  readonly resources: Datapackage['resources'];
}

function sourceOf(file: string, facts: Facts): Source | undefined {
  const [, program = '', id = ''] = OF_RELEASE.exec(file) ?? LATEST.exec(file) ?? [];
  const releases = facts.get(program)?.releases ?? new Map<string, ReleaseFacts>();
  const isLatest = LATEST.test(file);
  const newest = [...releases.keys()].sort(compareReleases).at(-1) ?? '';
  const release = releases.get(isLatest ? newest : id);
  const papers = parseDatapackage(new TextDecoder().decode(release?.files.get(DATAPACKAGE)), DATAPACKAGE);
  if (release === undefined || !papers.ok) return undefined;
  const resources = papers.value.resources.filter(({ path }) => !isLatest || path === `${id}.csv`);
  return resources.length === 0 ? undefined : { release, resources };
}

/** What a workbook is made of: nowhere beside its sheets could anything be written. */
const PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/workbook\.xml\.rels|(?:workbook|styles|sharedStrings)\.xml|worksheets\/(?:sheet\d+\.xml|_rels\/sheet\d+\.xml\.rels)))$/;

function hasKnownParts(bytes: Uint8Array): boolean {
  const names: string[] = [];
  unzipSync(bytes, { filter: ({ name }) => names.push(name) < 0 });
  return names.every((name) => PARTS.test(name));
}

/** The first sheet says nothing with a number in it that the release's own papers do not say. */
function isFaithfulBook(
  bytes: Uint8Array | undefined,
  release: ReleaseFacts,
  resources: readonly Resource[],
): boolean {
  const [about, ...sheets] = (bytes && readWorkbook(bytes)) ?? [];
  if (bytes === undefined || about === undefined || sheets.length !== resources.length) return false;
  if (!hasKnownParts(bytes)) return false;
  const names = sheetNames(resources.map(({ path }) => path));
  const isSaid = (text: string) => !/\p{N}/u.test(text) || names.includes(text) || release.fields.has(text);
  return (
    about.rows.flat().every(isSaid) &&
    resources.every((resource, at) => isFaithfulSheet(sheets[at], names[at], csvRows(release, resource)))
  );
}

/** Rows of a sheet end at their last cell. */
function isFaithfulSheet(sheet: Sheet | undefined, name: string | undefined, rows: Rows): boolean {
  const width = rows[0]?.length ?? 0;
  const filled = sheet?.rows.map((row) => [
    ...row,
    ...Array<string>(Math.max(0, width - row.length)).fill(''),
  ]);
  return sheet?.name === name && sheet?.faults.length === 0 && isSame(filled, rows);
}

function csvRows({ files }: ReleaseFacts, { path }: Resource): Rows {
  return splitCsv(new TextDecoder().decode(files.get(path)), ',');
}

function isSame(one: Rows | undefined, other: Rows): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
