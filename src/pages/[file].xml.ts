/** The sitemap. */
import type { APIRoute } from 'astro';
import { listSiteFiles } from '../site/files/catalog-files.ts';

export const getStaticPaths = () => listSiteFiles('.xml');

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
