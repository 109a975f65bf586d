/** What the build makes of released files besides serving them: one zip of each release and program, and the newest at one address. */
import { readFile } from 'node:fs/promises';
import { RELEASES } from '../../formats/releases-file.ts';
import { recordEntry, releaseEntry, zipFiles } from '../../release/forms/archive.ts';
import { loadPrograms } from '../load/load.ts';
import { listRecordFiles, listReleaseFiles } from '../static-paths.ts';
import { listReleaseLists } from './release-lists.ts';

/** A file of a zip, with where it lies on disk, or what it holds. */
interface Entry {
  readonly path: string;
  readonly file: string | { readonly text: string };
}

interface ReleaseArchive {
  readonly params: { readonly program: string; readonly release: string };
  readonly props: { readonly entries: readonly Entry[] };
}

export async function listReleaseArchives(): Promise<ReleaseArchive[]> {
  const files = await listReleaseFiles();
  const found = Map.groupBy(files, ({ params: { program, release } }) => `${program}/${release}`);
  return [...found.values()].map((own) => {
    const { program = '', release = '' } = own[0]?.params ?? {};
    const entries = own.map(({ params: { path }, props: { file } }) => ({ path, file }));
    return { params: { program, release }, props: { entries } };
  });
}

interface Archive {
  readonly params: { readonly program: string };
  readonly props: { readonly entries: readonly Entry[] };
}

/** All releases and the record, in the folders in which the attack reads them, with the list of what stands where. */
export async function listArchives(): Promise<Archive[]> {
  const released = (await listReleaseFiles()).map(({ params: { program, release, path }, props }) => ({
    program,
    path: releaseEntry(release, path),
    ...props,
  }));
  const recorded = (await listRecordFiles()).map(({ params: { program, file: name }, props }) => ({
    program,
    path: recordEntry(name),
    ...props,
  }));
  const lists = (await listReleaseLists()).map(({ params: { program }, props }) => ({
    program,
    path: RELEASES,
    file: props,
  }));
  const found = Map.groupBy<string, Entry & { program: string }>(
    [...released, ...recorded, ...lists],
    ({ program }) => program,
  );
  return [...found].map(([program, entries]) => ({ params: { program }, props: { entries } }));
}

interface LatestFile {
  readonly params: { readonly program: string; readonly path: string };
  readonly props: { readonly file: string };
}

/** The files of each program's newest release. */
export async function listLatestFiles(): Promise<LatestFile[]> {
  const newest = new Map(
    (await loadPrograms()).map(({ program, releases }) => [program.id, releases.at(-1)?.release]),
  );
  return (await listReleaseFiles())
    .filter(({ params: { program, release } }) => newest.get(program) === release)
    .map(({ params: { program, path }, props }) => ({ params: { program, path }, props }));
}

export async function zipEntries(entries: readonly Entry[]): Promise<Uint8Array<ArrayBuffer>> {
  const read = entries.map(async ({ path, file }) => {
    const bytes = typeof file === 'string' ? await readFile(file) : new TextEncoder().encode(file.text);
    return [path, new Uint8Array(bytes)] as const;
  });
  return new Uint8Array(zipFiles(new Map(await Promise.all(read))));
}
