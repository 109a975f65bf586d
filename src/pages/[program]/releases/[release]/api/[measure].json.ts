/** The cells of every release as JSON, once for all languages. */
import type { APIRoute } from 'astro';
import { listCellsFiles } from '../../../../../site/files/catalog-files.ts';

export const getStaticPaths = listCellsFiles;

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
