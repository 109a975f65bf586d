/** What an editor needs to put a chart into a page. */
import type { APIRoute } from 'astro';
import { listOembeds } from '../../../../../../site/files/catalog-files.ts';

export const getStaticPaths = listOembeds;

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
