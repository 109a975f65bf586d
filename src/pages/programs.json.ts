/** The programs that have releases, for whoever checks them. */
import type { APIRoute } from 'astro';
import { programList } from '../site/files/release-lists.ts';

export const GET: APIRoute = async () => new Response(await programList());
