/** How an island is started that only the browser renders, by the name that Astro's element asks for it. */
import only from 'astro/runtime/client/only.js';

Object.assign(globalThis, { Astro: { only } });
