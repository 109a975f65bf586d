/** What every release holds as JSON, in each language. */
import type { APIRoute } from 'astro';
import { listApiFiles } from '../../../../../../site/static-paths.ts';

export const getStaticPaths = listApiFiles;

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
