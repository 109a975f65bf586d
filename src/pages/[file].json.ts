/** What the whole site says to catalogs and programs, as JSON; and what a trial build says of its release. */
import type { APIRoute } from 'astro';
import { listSiteFiles } from '../site/files/catalog-files.ts';
import { listForeseen } from '../site/foreseen-file.ts';

export const getStaticPaths = async () => [...(await listSiteFiles('.json')), ...(await listForeseen())];

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
