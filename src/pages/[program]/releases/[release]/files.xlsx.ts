/** All files of a release in one workbook. */
import type { APIRoute } from 'astro';
import { listWorkbooks } from '../../../../site/files/other-forms.ts';

export const getStaticPaths = listWorkbooks;

export const GET: APIRoute<{ make: () => Promise<Uint8Array<ArrayBuffer>> }> = async ({ props }) =>
  new Response(await props.make());
