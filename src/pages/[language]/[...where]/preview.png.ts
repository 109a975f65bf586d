/** How a page looks where its address is passed on, as the sites show it that pass it on. */
import type { APIRoute } from 'astro';
import { loadRasterizer } from '../../../raster/rasterize.ts';
import { listPreviews } from '../../../site/files/language-files.ts';

export const getStaticPaths = listPreviews;

export const GET: APIRoute<{ text: string }> = async ({ params, props }) => {
  const rasterize = await loadRasterizer();
  return new Response(new Uint8Array(rasterize(props.text, params.language ?? '')));
};
