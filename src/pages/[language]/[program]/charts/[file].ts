/** The files of every chart of the latest release. */
import type { APIRoute } from 'astro';
import { loadRasterizer } from '../../../../raster/rasterize.ts';
import { listChartFiles } from '../../../../site/static-paths.ts';

export const getStaticPaths = listChartFiles;

export const GET: APIRoute<{ text: string }> = async ({ params, props }) => {
  if (!params.file?.endsWith('.png')) return new Response(props.text);
  const rasterize = await loadRasterizer();
  return new Response(new Uint8Array(rasterize(props.text, params.language ?? '')));
};
