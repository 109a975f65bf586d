/** Where every figure of a program's pages comes from, for the gate: the build puts it beside the site. */
import type { APIRoute } from 'astro';
import type { BuiltView } from '../../../site/built-view.ts';
import { listViews, programManifest } from '../../../site/static-paths.ts';

export async function getStaticPaths() {
  const views = await listViews();
  return views
    .filter(({ view }) => !view.frozen)
    .map((built) => ({
      params: { language: built.view.language, program: built.view.program.id },
      props: { built },
    }));
}

export const GET: APIRoute<{ built: BuiltView }> = async ({ props }) =>
  Response.json(await programManifest(props.built));
