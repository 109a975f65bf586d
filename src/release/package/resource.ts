/** One CSV file of a release as `datapackage.json` describes it. */
import type { Field, Resource } from '../../formats/datapackage-file.ts';
import type { ReleaseShape } from '../../system/shape.ts';
import { sha256 } from '../hash.ts';

/** `files` are the texts of the release by path; `path` is one of them. Rows of a file without a primary key may repeat. */
export function resource(
  path: string,
  title: string,
  shape: ReleaseShape,
  files: ReadonlyMap<string, string>,
  fields: Field[],
  primaryKey?: string[],
): Resource {
  const text = files.get(path);
  if (text === undefined) throw new Error(`internal error: no file ${path}`);
  return {
    name: path
      .replace(/\.csv$/, '')
      .replaceAll('/', '-')
      .toLowerCase(),
    title: shape.declaration.nature === 'invented' ? `${title} (invented figures)` : title,
    path,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: new TextEncoder().encode(text).length,
    hash: `sha256:${sha256(text)}`,
    schema: { fields, ...(primaryKey === undefined ? {} : { primaryKey }), missingValues: [''] },
  };
}
