/**
 * Islands as they are to stand in the pages. Astro writes what starts one into the page itself; here `islands/start.ts` does,
 * so that no policy needs to allow a script or a style inside a page. And Astro names an island by a hash of the folder that
 * the site is built in: named by what it is, the same site is the same files wherever it is built.
 */
import type { MiddlewareHandler } from 'astro';

const STARTERS = /<style>astro-island[^<]*<\/style>(?:<script>[\s\S]*?<\/script>)*(?=<astro-island )/g;
const ISLAND = /<astro-island uid="[^"]*"([^>]* component-export="([^"]*)")/g;

export const onRequest: MiddlewareHandler = async (_, next) => {
  const response = await next();
  if (response.headers.get('content-type')?.startsWith('text/html') !== true) return response;
  const html = await response.text();
  const settled = html.replaceAll(STARTERS, '').replaceAll(ISLAND, '<astro-island uid="$2"$1');
  return new Response(settled, response);
};
