/** The files of the newest release, at addresses that stay. */
import { readFile } from 'node:fs/promises';
import type { APIRoute } from 'astro';
import { listLatestFiles } from '../../../site/archive-paths.ts';

export const getStaticPaths = listLatestFiles;

export const GET: APIRoute<{ file: string }> = async ({ props }) =>
  new Response(new Uint8Array(await readFile(props.file)));
