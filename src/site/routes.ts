/** Addresses of pages and files, all of them absolute within the site. */
import type { Link } from './sentence.ts';
import type { View } from './view.ts';

export function frontPath(language: string): string {
  return `/${language}/`;
}

/** `/en/example-city/`, or `/en/example-city/releases/2025-Q2/` for a frozen release. */
export function programPath(view: View): string {
  const { release, frozen } = view;
  return frozen && release !== null ? releasePath(view, release.release) : latestPath(view, '');
}

/** What a translation is worth, and how to correct it. */
export function translationPath(language: string): string {
  return `/${language}/translation/`;
}

/** Where a feed reader learns of new releases. */
export function feedPath(view: View): string {
  return `${latestPath(view, '')}feed.xml`;
}

/** Every page and table of the site in a language. */
export function searchPath(language: string): string {
  return `/${language}/search/`;
}

/** How the pages are designed. */
export function designPath(language: string): string {
  return `/${language}/design/`;
}

/** Where the latest release stands, or the record of a program without one. */
export function latestPath({ language, program }: View, slug: string): string {
  const home = `/${language}/${program.id}/`;
  return slug === '' ? home : `${home}${slug}/`;
}

/** Where a release stands as it was published. */
export function releasePath({ language, program }: View, release: string): string {
  return `/${language}/${program.id}/releases/${release}/`;
}

export function pagePath(view: View, slug: string): string {
  return slug === '' ? programPath(view) : `${programPath(view)}${slug}/`;
}

/** The files of a release are the same for every language and never move. */
export function releaseFilePath(program: string, release: string, path: string): string {
  return `/${program}/releases/${release}/files/${path}`;
}

/** What others published, as it stands in the program's folder. */
export function recordFilePath(program: string, file: string): string {
  return `/${program}/record/${file}`;
}

export function fileLink(view: View, path: string, label: string): Link {
  return { href: releaseFilePath(view.program.id, view.release?.release ?? '', path), label };
}

/** A file of a chart: its names and notes are in a language, its figures of a release that never changes. */
export function chartFilePath({ language, program, release }: View, file: string): string {
  return `/${language}/${program.id}/releases/${release?.release ?? ''}/charts/${file}`;
}

/** The release as JSON for programs. */
export function apiPath({ language, program, release }: View, file: string): string {
  return `/${language}/${program.id}/releases/${release?.release ?? ''}/api/${file}`;
}

/** A chart alone, to stand in a frame of another site. */
export function embedPath(view: View, chart: string): string {
  return `${programPath(view)}embed/${chart}/`;
}

/** With the address of the site, where the build knows it. */
export function addressOf(path: string): string {
  return import.meta.env?.SITE === undefined ? path : new URL(path, import.meta.env.SITE).href;
}
