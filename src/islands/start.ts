/** What starts the islands of a page: Astro's own, as a file of the site. */
import only from 'astro/runtime/client/only.js';
import 'astro/runtime/server/astro-island.js';

Object.assign(globalThis, { Astro: { only } });
globalThis.dispatchEvent(new Event('astro:only'));
