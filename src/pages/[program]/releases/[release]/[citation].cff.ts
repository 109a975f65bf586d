/** How to cite a release, for reference managers. */
import type { APIRoute } from 'astro';
import { listCitations } from '../../../../site/files/catalog-files.ts';

export const getStaticPaths = listCitations;

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
