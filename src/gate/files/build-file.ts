/** `build.json` says from what the site was built, in its own form, for the address that its pages name, and nothing else. */
import { BUILD, parseBuild } from '../../formats/site/build-file.ts';
import type { Finding } from '../finding.ts';
import { addressOf, type Root } from '../root.ts';

export function isBuildFile(path: string): boolean {
  return path === BUILD;
}

export function buildFindings(file: string, text: string, root: Root): Finding[] {
  const read = parseBuild(text, file);
  if (!read.ok) return read.problems.map(({ message: why }) => ({ file, where: '', what: '', why }));
  if (read.value.site === (addressOf(root) ?? null)) return [];
  const why = 'The pages name another address than the one for which it says that they were built.';
  return [{ file, where: 'site', what: read.value.site ?? '', why }];
}
