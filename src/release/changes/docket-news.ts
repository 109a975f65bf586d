/**
 * What is new in a docket since the release before: requests that it did not list, and requests that stand otherwise than they did.
 * None of it is a change (docket-changes.ts): the earlier release said of its own time what is still true.
 */
import type { ListedRequest } from '../../formats/docket-file.ts';

export interface DocketNews {
  /** In the order of the docket. */
  readonly fresh: readonly ListedRequest[];
  /** Their outcome differs, or what was handed over. */
  readonly moved: readonly { readonly before: ListedRequest; readonly now: ListedRequest }[];
}

export function docketNews(before: readonly ListedRequest[], after: readonly ListedRequest[]): DocketNews {
  const known = new Map(before.map((request) => [request.request, request]));
  const pairs = after.map((now) => ({ before: known.get(now.request), now }));
  return {
    fresh: pairs.flatMap((pair) => (pair.before === undefined ? [pair.now] : [])),
    moved: pairs.flatMap(({ before: old, now }) =>
      old !== undefined && (old.outcome !== now.outcome || old.left !== now.left)
        ? [{ before: old, now }]
        : [],
    ),
  };
}
