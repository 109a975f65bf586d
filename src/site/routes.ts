/** Addresses of pages and files, all of them absolute within the site. */
import type { Link } from './sentence.ts';
import type { View } from './view.ts';

export function frontPath(language: string): string {
  return `/${language}/`;
}

/** `/en/example-city/`, or `/en/example-city/releases/2025-Q2/` for a frozen release. */
export function programPath({ language, program, release, frozen }: View): string {
  const home = `/${language}/${program.id}/`;
  return frozen && release !== null ? `${home}releases/${release.release}/` : home;
}

export function pagePath(view: View, slug: string): string {
  return slug === '' ? programPath(view) : `${programPath(view)}${slug}/`;
}

/** The files of a release are the same for every language and never move. */
export function releaseFilePath(program: string, release: string, path: string): string {
  return `/${program}/releases/${release}/files/${path}`;
}

export function fileLink(view: View, path: string, label: string): Link {
  return { href: releaseFilePath(view.program.id, view.release?.release ?? '', path), label };
}
