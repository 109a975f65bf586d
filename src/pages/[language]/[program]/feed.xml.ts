/** The feed of a program: its releases and recalls. */
import type { APIRoute } from 'astro';
import { listFeeds } from '../../../site/static-paths.ts';

export const getStaticPaths = listFeeds;

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
