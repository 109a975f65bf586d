/** All releases of a program and its record in one file. */
import type { APIRoute } from 'astro';
import { listArchives, zipEntries } from '../../site/files/archive-paths.ts';

export const getStaticPaths = listArchives;

export const GET: APIRoute<{ entries: Parameters<typeof zipEntries>[0] }> = async ({ props }) =>
  new Response(await zipEntries(props.entries));
