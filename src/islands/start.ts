/** What starts the islands of a page: Astro's own, as a file of the site. The element asks for the rest as soon as it is there. */
import './client-only.ts';
import 'astro/runtime/server/astro-island.js';
