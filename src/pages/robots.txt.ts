/** What readers for search engines may read. */
import type { APIRoute } from 'astro';
import { robotsOfSite } from '../site/files/catalog-files.ts';

export const GET: APIRoute = async () => new Response(await robotsOfSite());
