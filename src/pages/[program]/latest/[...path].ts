/** The files of the newest release, at addresses that stay: as they were published, as workbooks, and as Parquet. */
import { readFile } from 'node:fs/promises';
import type { APIRoute } from 'astro';
import { listLatestFiles } from '../../../site/archive-paths.ts';
import { listCopies } from '../../../site/copies.ts';

export const getStaticPaths = async () => [...(await listLatestFiles()), ...(await listCopies())];

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

export const GET: APIRoute<Props> = async ({ props }) =>
  new Response('make' in props ? await props.make() : new Uint8Array(await readFile(props.file)));
