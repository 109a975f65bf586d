/**
 * Islands of React: what Astro writes into their pages, known text by text, and what a page hands to one. Astro writes that
 * as `{"words":[0,{"label":[0,"Cards"]}]}`: 0 before a value or an object, 1 before a list.
 */
import { createHash } from 'node:crypto';
import { ISLAND_CODE } from '../model/island-code.ts';

/** What the policy of a page with an island may allow besides, by directive: exactly these texts. */
export const ISLAND_SOURCES: ReadonlyMap<string, readonly string[]> = new Map([
  ['style-src', sourcesOf(ISLAND_CODE.style)],
  ['script-src', sourcesOf(ISLAND_CODE.script)],
]);

export const ISLAND_HASHES: readonly string[] = [...ISLAND_SOURCES.values()].flat();

function sourcesOf(texts: readonly string[]): string[] {
  return texts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
}

/** Whether the text of a script or style is Astro's own, to the letter. */
export function isIslandCode(tag: string, text: string): boolean {
  return (tag === 'style' || tag === 'script') && ISLAND_CODE[tag].some((own) => own === text);
}

/** Every text that a page hands to an island, with its key; undefined where it is not in Astro's form. */
export function readIslandProps(
  props: string,
): { readonly key: string; readonly text: string }[] | undefined {
  try {
    return textsIn([0, JSON.parse(props)], '');
  } catch {
    return undefined;
  }
}

/** Throws at whatever Astro would not write. */
function textsIn(marked: unknown, under: string): { readonly key: string; readonly text: string }[] {
  if (!Array.isArray(marked) || marked.length !== 2) throw new Error('not marked');
  const [mark, value] = marked as readonly unknown[];
  if (mark === 1 && Array.isArray(value)) return value.flatMap((item) => textsIn(item, under));
  if (mark !== 0) throw new Error('of another kind');
  if (typeof value !== 'object' || value === null) return [{ key: under, text: String(value ?? '') }];
  return Object.entries(value).flatMap(([key, item]) => textsIn(item, key));
}
