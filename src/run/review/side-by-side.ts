/** Pages for whoever signs a release off: each page of the new release, and the same page of the one before. */

import { SOURCE_LANGUAGE } from '../../figures/locale.ts';

export interface SidePages {
  readonly programId: string;
  readonly release: string;
  /** The release before; undefined for the first. */
  readonly before: string | undefined;
  /** The pages of each that were built, by what follows the program in their address: '' is the overview. */
  readonly pages: readonly string[];
  readonly pagesBefore: readonly string[];
}

/** The text of each page by what follows `/preview/` in its address. */
export function layOutSideBySide(all: SidePages): Map<string, string> {
  return new Map(all.pages.map((page) => [page, layOut(page, all)]));
}

function layOut(page: string, { programId, release, before, pages, pagesBefore }: SidePages): string {
  const program = `/${SOURCE_LANGUAGE}/${programId}/`;
  const old =
    before !== undefined && pagesBefore.includes(page)
      ? frame(`${before}, published`, `${program}releases/${before}/${folderOf(page)}`)
      : `<section><h2>${before ?? 'Before'}</h2><p>There was no such page.</p></section>`;
  const links = pages.map((other) => `<li>${link(other, other === page)}</li>`).join('');
  return `<!doctype html>
<html lang="${SOURCE_LANGUAGE}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${release} to be signed off: ${nameOf(page)}</title>
<style>${STYLE}</style>
<body>
<header>
<h1>${programId}: release ${release}, not published yet</h1>
<nav><ul>${links}</ul></nav>
</header>
<main>
${old}
${frame(`${release}, to be signed off`, `${program}${folderOf(page)}`)}
</main>
</body>
</html>
`;
}

const STYLE = `
body { margin: 0; font: 1rem/1.4 system-ui, sans-serif; display: flex; flex-direction: column; min-height: 100vh; }
header { padding: 0.75rem 1rem; }
h1, h2 { font-size: 1rem; margin: 0; padding: 0.25rem 0; }
ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; list-style: none; margin: 0; padding: 0; }
main { flex: 1; display: grid; grid-template-columns: repeat(auto-fit, minmax(22rem, 1fr)); gap: 1rem; padding: 0 1rem 1rem; }
section { display: flex; flex-direction: column; min-height: 40rem; }
iframe { flex: 1; border: 1px solid GrayText; background: white; }
`;

function frame(title: string, address: string): string {
  return `<section><h2><a href="${address}">${title}</a></h2><iframe title="${title}" src="${address}"></iframe></section>`;
}

function link(page: string, isHere: boolean): string {
  return `<a href="/preview/${folderOf(page)}"${isHere ? ' aria-current="page"' : ''}>${nameOf(page)}</a>`;
}

const folderOf = (page: string): string => (page === '' ? '' : `${page}/`);
const nameOf = (page: string): string => (page === '' ? 'overview' : page);
