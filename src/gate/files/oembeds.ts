/** `oembed.json` beside a frame: made again from what the frame says, the same, byte for byte. */
import { type Catalog, siteNameOf } from '../../catalogs/catalog.ts';
import { OEMBED, oembedFile } from '../../catalogs/embed-code.ts';
import { FRAME_HEIGHTS } from '../../figures/frame-heights.ts';
import type { Finding } from '../finding.ts';
import { findElements, hasClass, parseHtml, tidy, wholeText } from '../places.ts';
import type { Files } from '../read-files.ts';
import { addressOf, type Root } from '../root.ts';

const FRAME = /^[^/]+\/[^/]+\/(?:releases\/[^/]+\/)?embed\/[^/]+\/index\.html$/;

export function isOembed(path: string): boolean {
  return path.endsWith(`/${OEMBED}`);
}

interface Gate {
  readonly files: Files;
  readonly catalog: Catalog;
  readonly site: { readonly root: Root };
}

/** The height is one of those that frames have: how tall a drawing is, its frame does not say. */
export function oembedFindings(file: string, text: string, { files, catalog, site }: Gate): Finding[] {
  const page = files.get(file.replace(OEMBED, 'index.html'));
  const address = addressOf(site.root);
  if (page === undefined || address === undefined || !isFrame(file)) return [finding(file)];
  const frame = {
    address: address + file.slice(0, -OEMBED.length),
    title: titleOf(new TextDecoder().decode(page)),
  };
  const provider = { name: siteNameOf(catalog), address };
  const known = FRAME_HEIGHTS.map((heightPx) => oembedFile({ ...frame, heightPx }, provider));
  return known.includes(text) ? [] : [finding(file)];
}

function isFrame(file: string): boolean {
  return FRAME.test(file.replace(OEMBED, 'index.html'));
}

/** The title of its window, and the notice of an invented program. */
function titleOf(html: string): string {
  const elements = findElements(parseHtml(html)).map(({ element }) => element);
  const title = elements.find(({ tagName }) => tagName === 'title');
  const banner = elements.find((element) => hasClass(element, 'invented-banner'));
  const texts = [title, banner].filter((element) => element !== undefined);
  return texts.map((element) => tidy(wholeText(element))).join('. ');
}

/** Where the address of the site is known, every frame has one. */
export function missingOembeds(files: Files, root: Root): Finding[] {
  if (root.origin === undefined) return [];
  return [...files.keys()]
    .filter((path) => FRAME.test(path))
    .map((path) => path.replace(/index\.html$/, OEMBED))
    .filter((path) => !files.has(path))
    .map(finding);
}

function finding(file: string): Finding {
  return {
    file,
    where: '',
    what: '',
    why: 'The file does not describe the frame beside it, and this alone.',
  };
}
