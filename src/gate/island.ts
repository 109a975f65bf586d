/**
 * What a page hands to an island of React. Astro writes it as `{"words":[0,{"label":[0,"Cards"]}]}`: 0 before a value or an
 * object, 1 before a list.
 */
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
