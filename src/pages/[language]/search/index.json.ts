/** What the search of a language reads. */
import type { APIRoute } from 'astro';
import { searchIndexIn } from '../../../site/files/language-files.ts';
import { listLanguages } from '../../../site/static-paths.ts';

export async function getStaticPaths() {
  const languages = await listLanguages();
  return languages.map((language) => ({ params: { language } }));
}

export const GET: APIRoute = async ({ params }) =>
  new Response((await searchIndexIn(params.language ?? '')).text);
