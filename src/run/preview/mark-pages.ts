/**
 * What a page of a preview has besides: a line that says what it is, and a script that loads the page again once there is a newer
 * one. Both are put in when the page is served, so that the files are those that would be published. The policy of pages takes
 * scripts and styles of the site's own address alone; a page for frames takes no script.
 */

/** A file of a preview's folder that no site has: whoever publishes asks for it. */
export const PREVIEW_MARK = 'PREVIEW';

/** Below it stands what a preview has besides the site. */
const OWN = 'preview-of-daylight/';
const [SCRIPT, STYLE, VERSION] = ['reload.js', 'mark.css', 'version.txt'];

/** `base` is the path of the site; `says` the line. */
export function markPage(html: string, base: string, says: string): string {
  const own = `${base}${OWN}`;
  return html
    .replace('<title>', '<title>Preview: ')
    .replace('</head>', `<link rel="stylesheet" href="${own}${STYLE}"></head>`)
    .replace(/<body[^>]*>/, (body) => `${body}<p class="preview-of-daylight">${says}</p>`)
    .replace('</body>', `<script type="module" src="${own}${SCRIPT}"></script></body>`);
}

/** The files that a marked page asks for; `version` grows with each build. */
export function ownFile(
  path: string,
  version: number,
): { readonly ending: string; readonly text: string } | undefined {
  switch (path) {
    case `${OWN}${SCRIPT}`:
      return { ending: SCRIPT, text: reloadScript(version) };
    case `${OWN}${STYLE}`:
      return { ending: STYLE, text: MARK_STYLE };
    case `${OWN}${VERSION}`:
      return { ending: VERSION, text: String(version) };
    default:
      return undefined;
  }
}

/** Asks each second; a server that is gone is asked again. */
function reloadScript(version: number): string {
  return `const ask = () =>
  fetch(new URL('${VERSION}', import.meta.url), { cache: 'no-store' })
    .then((answer) => answer.text())
    .then((version) => version === '${version}' || location.reload())
    .catch(() => {});
setInterval(ask, 1000);
`;
}

const MARK_STYLE = `.preview-of-daylight {
  position: sticky; top: 0; z-index: 9; margin: 0; padding: 0.25rem 1rem;
  background: #7a1f1f; color: #fff; font: bold 0.875rem/1.4 system-ui, sans-serif; text-align: center;
}
`;
