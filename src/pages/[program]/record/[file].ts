/** The files of the record, byte for byte: what others published, as the attack reads it. */
import { readFile } from 'node:fs/promises';
import type { APIRoute } from 'astro';
import { listRecordFiles } from '../../../site/static-paths.ts';

export const getStaticPaths = listRecordFiles;

export const GET: APIRoute<{ file: string }> = async ({ props }) =>
  new Response(new Uint8Array(await readFile(props.file)));
