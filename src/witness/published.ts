/** A release and the record as the attack and the addition of certificates need them, from their files and without a disk. */

import { parseChanges } from '../formats/changes-file.ts';
import { parseCodelist } from '../formats/codelist-file.ts';
import { formOf, parseCells } from '../formats/cube-file.ts';
import type { Datapackage } from '../formats/datapackage-file.ts';
import {
  isKnownFigures,
  KNOWN_FIGURES_FORM,
  type KnownFigures,
  type RecordBound,
} from '../formats/record-bound.ts';
import { findColumns } from '../input/columns.ts';
import { readText } from '../input/read-text.ts';
import { findSeparator } from '../input/separator.ts';
import type { PublishedCell } from '../program/cell.ts';
import { listsRequests } from '../program/docket-plan.ts';
import { splitCsv } from '../reading/csv.ts';
import type { Checked } from '../reading/problem.ts';
import type { RecordedFigure } from '../record/record.ts';
import { recordBounds } from '../record/record-bounds.ts';
import type { CountedListing } from '../system/listed.ts';
import type { KnowingRelease } from '../verify/ever-on-record.ts';

/** A file of a release by its path inside it. Throws where it is not there. */
export type ReadFile = (path: string) => Promise<Uint8Array> | Uint8Array;

/** Throws where a file is missing or not of its form. */
export async function publishedRelease(readFile: ReadFile): Promise<KnowingRelease> {
  const textIn = async (path: string) =>
    new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  const { daylight, resources } = JSON.parse(await textIn('datapackage.json')) as Datapackage;
  const { release, declaration } = daylight;
  const namesIn = (name: string) =>
    resources.flatMap(({ path }) => (path.startsWith(`${name}/`) ? [path.slice(name.length + 1, -4)] : []));
  const read = async <T>(path: string, parse: (text: string, file: string) => Checked<T>): Promise<T> =>
    accepted(parse(await textIn(path), path));
  const cube = async (id: string): Promise<[string, PublishedCell[]]> => {
    const measure = declaration.measures.find((one) => one.id === id);
    const columns = ['period', ...(measure?.dimensions ?? [])];
    const parse = (text: string, file: string) => parseCells(text, file, columns, formOf(declaration, id));
    return [id, await read(`cubes/${id}.csv`, parse)];
  };
  const [codelists, cubes, requests, changes, recordFigures] = await Promise.all([
    Promise.all(
      namesIn('codelists').map((dimension) =>
        read(`codelists/${dimension}.csv`, (text, file) => parseCodelist(text, file, dimension)),
      ),
    ),
    Promise.all(namesIn('cubes').map(cube)),
    listsRequests(declaration) ? readListing(textIn) : null,
    read('changes.csv', parseChanges),
    readKnownFigures(textIn),
  ]);
  return {
    release,
    declaration,
    codelists,
    cubes: new Map(cubes),
    requests,
    changes,
    audit: { recordFigures },
  };
}

/** What it knew of the record when it was made. */
async function readKnownFigures(textIn: (path: string) => Promise<string>): Promise<KnownFigures> {
  const { recordFigures } = JSON.parse(await textIn('audit.json')) as Record<string, unknown>;
  if (isKnownFigures(recordFigures)) return recordFigures;
  throw new Error(`audit.json: ${KNOWN_FIGURES_FORM}`);
}

/** The files were checked against their hashes before they were served; their rows are taken at their word. */
async function readListing(textIn: (path: string) => Promise<string>): Promise<CountedListing> {
  const rowsOf = async (file: string): Promise<Record<string, string | null>[]> => {
    const [header = [], ...rows] = splitCsv(await textIn(`requests/${file}`), ',');
    return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] || null])));
  };
  const [docket, events] = await Promise.all([rowsOf('docket.csv'), rowsOf('events.csv')]);
  return { docket, events } as unknown as CountedListing;
}

/** The figures that map to a cell. The file was checked before it was served; a spreadsheet may have written it. */
export function publishedBounds(bytes: Uint8Array): RecordBound[] {
  const read = readText(bytes);
  if ('code' in read) throw new Error(read.message);
  const text = read.text.replace(/^\n+/, '');
  const names = ['cell', 'value', 'qualifier'];
  const [header = [], ...rows] = splitCsv(text, findSeparator(text.split('\n', 1)[0] ?? '', names));
  const { positions } = findColumns(header, names);
  return rows.flatMap((row) => {
    const [cell = '', value, qualifier] = names.map((name) => row[positions.get(name) ?? -1]);
    const figure = { value: Number(value), qualifier: qualifier as RecordedFigure['qualifier'] };
    return cell === '' ? [] : [{ cell, ...recordBounds(figure) }];
  });
}

function accepted<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value;
  throw new Error(checked.problems.map(({ file, message }) => `${file}: ${message}`).join('\n'));
}
