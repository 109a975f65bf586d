/** What a program has published, for whoever checks it. */
import type { APIRoute } from 'astro';
import { listReleaseLists } from '../../site/files/release-lists.ts';

export const getStaticPaths = listReleaseLists;

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
