/** The files of the newest release, at addresses that stay: as they were published, as workbooks, and as Parquet. */
import { readFile } from 'node:fs/promises';
import type { APIRoute } from 'astro';
import { listLatestFiles } from '../../../site/files/archive-paths.ts';
import { listOtherForms } from '../../../site/files/other-forms.ts';

export const getStaticPaths = async () => [...(await listLatestFiles()), ...(await listOtherForms())];

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

export const GET: APIRoute<Props> = async ({ props }) =>
  new Response('make' in props ? await props.make() : new Uint8Array(await readFile(props.file)));
