/** Where every figure of a frozen release's pages comes from. */
import type { APIRoute } from 'astro';
import { listViews, programManifest } from '../../../../../site/static-paths.ts';
import type { View } from '../../../../../site/view.ts';

export async function getStaticPaths() {
  const views = await listViews();
  return views
    .filter(({ frozen }) => frozen)
    .map((view) => ({
      params: { language: view.language, program: view.program.id, release: view.release?.release },
      props: { view },
    }));
}

export const GET: APIRoute<{ view: View }> = async ({ props }) =>
  Response.json(await programManifest(props.view));
