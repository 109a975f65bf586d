/** What stands between the fields of a line. */
import { foldName } from './columns.ts';

const SEPARATORS = [',', ';', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** That at which most of the names fall out of the first line; among equals the one that stands there most often. */
export function findSeparator(firstLine: string, names: readonly string[]): Separator {
  const wanted = new Set(names.map(foldName));
  const ranked = SEPARATORS.map((separator) => {
    const fields = firstLine.split(separator).map((field) => foldName(field.replaceAll('"', '')));
    return { separator, names: fields.filter((field) => wanted.has(field)).length, fields: fields.length };
  });
  const [first] = ranked.toSorted((one, other) => other.names - one.names || other.fields - one.fields);
  return first?.separator ?? ',';
}
