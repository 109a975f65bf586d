/** The sign of a city on a site of its own. */
import type { APIRoute } from 'astro';
import { listLook } from '../../site/static-paths.ts';

export const getStaticPaths = () => listLook('logo.svg');

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
