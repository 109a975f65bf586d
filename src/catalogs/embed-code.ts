/** The line that puts a chart into another page, and `oembed.json` beside it (https://oembed.com), from which editors make that line. */
import { formatJson } from '../reading/json-file.ts';

/** For whoever asks how wide: the frame itself takes what room there is. */
const WIDTH_PX = 640;

export interface Frame {
  /** Of the page in the frame. */
  readonly address: string;
  readonly title: string;
  readonly heightPx: number;
}

export function embedCode({ address, title, heightPx }: Frame): string {
  const spoken = title.replaceAll('"', '&quot;');
  return `<iframe src="${address}" title="${spoken}" width="100%" height="${heightPx}" loading="lazy"></iframe>`;
}

/** `provider` is the site. */
export function oembedFile(
  frame: Frame,
  provider: { readonly name: string; readonly address: string },
): string {
  return formatJson({
    version: '1.0',
    type: 'rich',
    title: frame.title,
    provider_name: provider.name,
    provider_url: provider.address,
    html: embedCode(frame),
    width: WIDTH_PX,
    height: frame.heightPx,
  });
}

/** Where it stands beside the page. */
export const OEMBED = 'oembed.json';
