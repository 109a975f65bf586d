import type { Island } from './page.ts';

/**
 * What a page may load: its own style sheet and pictures, and files of the site. The last is for pages whose script reads files,
 * and for tools that look at a page and ask in its name for `robots.txt`: where nothing runs, nothing else can ask.
 */
export const CONTENT_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";

/** What a page in the frame of the site may do besides: run the site's own scripts; attack and check run in a worker. */
export function policyFor(island: Island | undefined): string {
  switch (island) {
    case undefined:
    case 'search':
    case 'explorer':
      return `${CONTENT_POLICY}; script-src 'self'`;
    case 'attack':
    case 'verify':
      return `${CONTENT_POLICY}; script-src 'self'; worker-src 'self'; trusted-types site-worker`;
  }
}
