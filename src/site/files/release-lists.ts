/** `releases.json` of every program that has releases, and `programs.json`, which names these programs. */
import { formatPrograms } from '../../formats/releases-file.ts';
import { listPublished } from '../../release/list-published.ts';
import { loadPrograms } from '../load/load.ts';
import { listRecordFiles } from '../static-paths.ts';

interface ReleaseList {
  readonly params: { readonly program: string };
  readonly props: { readonly text: string };
}

export async function listReleaseLists(): Promise<ReleaseList[]> {
  const recorded = await listRecordFiles();
  const recordOf = (id: string) =>
    recorded.flatMap(({ params: { program, file } }) => (program === id ? [file] : []));
  const programs = (await loadPrograms()).filter(({ releases }) => releases.length > 0);
  return programs.map((site) => ({
    params: { program: site.program.id },
    props: { text: listPublished({ ...site, record: recordOf(site.program.id) }) },
  }));
}

export async function programList(): Promise<string> {
  return formatPrograms((await listReleaseLists()).map(({ params: { program } }) => program));
}
