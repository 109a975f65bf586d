/** Where every figure of the front page comes from, for the gate: the build puts it beside the site. */
import type { APIRoute } from 'astro';
import { frontManifest } from '../../site/files/language-files.ts';
import { listLanguages } from '../../site/static-paths.ts';

export async function getStaticPaths() {
  const languages = await listLanguages();
  return languages.map((language) => ({ params: { language } }));
}

export const GET: APIRoute = async ({ params }) => Response.json(await frontManifest(params.language ?? ''));
