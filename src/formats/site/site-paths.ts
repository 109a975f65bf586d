/** Where pages and files stand in a site, by their path in it: `en/nyc-idnyc/feed.xml`. Addresses are made of these. */

/** A folder of pages, the first page of a program among them. */
export function programPlace(language: string, program: string): string {
  return `${language}/${program}/`;
}

/** The pages of a release as it was published. */
export function releasePlace(language: string, program: string, release: string): string {
  return `${programPlace(language, program)}releases/${release}/`;
}

export function feedPlace(language: string, program: string): string {
  return `${programPlace(language, program)}feed.xml`;
}

/** The release as JSON for programs, in the words of a language. */
export function apiPlace(language: string, program: string, release: string, file: string): string {
  return `${releasePlace(language, program, release)}api/${file}`;
}

/** Every cell of a measure as JSON: the same for every language. */
export function cellsPlace(program: string, release: string, measure: string): string {
  return `${program}/releases/${release}/api/${measure}.json`;
}

/** The files of a release are the same for every language and never move. */
export function releaseFilePlace(program: string, release: string, path: string): string {
  return `${program}/releases/${release}/files/${path}`;
}

/** All files of a release in one, which never changes. */
export function releaseArchivePlace(program: string, release: string): string {
  return `${program}/releases/${release}/files.zip`;
}

/** All files of a release as the sheets of a workbook. */
export function workbookPlace(program: string, release: string): string {
  return `${program}/releases/${release}/files.xlsx`;
}

/** How to cite a release, for reference managers. */
export function citationPlace(program: string, release: string): string {
  return `${program}/releases/${release}/CITATION.cff`;
}

/** Where a file of the newest release always stands. */
export function latestFilePlace(program: string, path: string): string {
  return `${program}/latest/${path}`;
}

/** All releases of a program and its record in one. */
export function archivePlace(program: string): string {
  return `${program}/everything.zip`;
}

/** What others published, as it stands in the program's folder. */
export function recordFilePlace(program: string, file: string): string {
  return `${program}/record/${file}`;
}
