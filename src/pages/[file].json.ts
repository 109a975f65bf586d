/** What the whole site says to catalogs and programs, as JSON. */
import type { APIRoute } from 'astro';
import { listSiteFiles } from '../site/catalog-files.ts';

export const getStaticPaths = () => listSiteFiles('.json');

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
