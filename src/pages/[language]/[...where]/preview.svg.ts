/** How a page looks where its address is passed on, as it is drawn. */
import type { APIRoute } from 'astro';
import { listPreviews } from '../../../site/files/language-files.ts';

export const getStaticPaths = listPreviews;

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
