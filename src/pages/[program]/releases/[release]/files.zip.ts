/** All files of a release in one. */
import type { APIRoute } from 'astro';
import { listReleaseArchives, zipEntries } from '../../../../site/files/archive-paths.ts';

export const getStaticPaths = listReleaseArchives;

export const GET: APIRoute<{ entries: Parameters<typeof zipEntries>[0] }> = async ({ props }) =>
  new Response(await zipEntries(props.entries));
