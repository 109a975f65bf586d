/** Released files in forms that other programs open: a workbook of each release; of the newest also each file alone. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Datapackage, Resource } from '../../formats/datapackage-file.ts';
import { formatParquet } from '../../release/forms/parquet.ts';
import { formatWorkbook } from '../../release/forms/workbook.ts';
import { loadPrograms, programFolder } from '../load/load.ts';

type Make = () => Promise<Uint8Array<ArrayBuffer>>;

interface Workbook {
  readonly params: { readonly program: string; readonly release: string };
  readonly props: { readonly make: Make };
}

export async function listWorkbooks(): Promise<Workbook[]> {
  return (await loadPrograms()).flatMap(({ program, releases }) =>
    releases.map(({ release, datapackage }) => ({
      params: { program: program.id, release },
      props: {
        make: () => workbookOf(releaseFolder(program.id, release), datapackage, datapackage.resources),
      },
    })),
  );
}

interface OtherForm {
  readonly params: { readonly program: string; readonly path: string };
  readonly props: { readonly make: Make };
}

/** Of the newest release alone: they are made of its CSV files, which never change. */
export async function listOtherForms(): Promise<OtherForm[]> {
  return (await loadPrograms()).flatMap(({ program, releases }) => {
    const newest = releases.at(-1);
    if (newest === undefined) return [];
    const folder = releaseFolder(program.id, newest.release);
    return newest.datapackage.resources.flatMap((resource): OtherForm[] => [
      {
        params: { program: program.id, path: formPath(resource.path, 'xlsx') },
        props: { make: () => workbookOf(folder, newest.datapackage, [resource]) },
      },
      {
        params: { program: program.id, path: formPath(resource.path, 'parquet') },
        props: { make: async () => new Uint8Array(formatParquet(resource, await textOf(folder, resource))) },
      },
    ]);
  });
}

/** `tables/cards.csv` is `tables/cards.xlsx` as a workbook. */
export function formPath(path: string, form: 'xlsx' | 'parquet'): string {
  return path.replace(/csv$/, form);
}

function releaseFolder(program: string, release: string): string {
  return join(programFolder(program), 'releases', release);
}

async function workbookOf(
  folder: string,
  datapackage: Datapackage,
  resources: readonly Resource[],
): ReturnType<Make> {
  const read = resources.map(async (one) => [one.path, await textOf(folder, one)] as const);
  return new Uint8Array(await formatWorkbook(datapackage, resources, new Map(await Promise.all(read))));
}

function textOf(folder: string, { path }: Resource): Promise<string> {
  return readFile(join(folder, path), 'utf8');
}
