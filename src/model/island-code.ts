/**
 * What Astro writes into a page that has an island (`client:only`): its own style and scripts, each as text. The policy of
 * such a page allows these by their hashes, and nothing else inline; the gate holds the page to the same texts.
 */
import onlyScript from 'astro/runtime/client/only.prebuilt.js';
import islandScript from 'astro/runtime/server/astro-island.prebuilt.js';
import { ISLAND_STYLES } from 'astro/runtime/server/astro-island-styles.js';

export const ISLAND_CODE = {
  style: [ISLAND_STYLES],
  script: [onlyScript, islandScript],
} as const;
