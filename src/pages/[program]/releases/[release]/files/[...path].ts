/** The files of every release, byte for byte. */
import { readFile } from 'node:fs/promises';
import type { APIRoute } from 'astro';
import { listReleaseFiles } from '../../../../../site/static-paths.ts';

export const getStaticPaths = listReleaseFiles;

export const GET: APIRoute<{ file: string }> = async ({ props }) =>
  new Response(new Uint8Array(await readFile(props.file)));
