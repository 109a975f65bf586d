import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@astrojs/react';
import { defineConfig } from 'astro/config';
import { listSupplies } from './scripts/list-supplies.ts';
import { takeManifests } from './scripts/take-manifests.ts';
import { givenSiteAddress } from './src/formats/site/site-address.ts';

const address = givenSiteAddress(process.env.DAYLIGHT_SITE);

const supplies = listSupplies(new URL('.', import.meta.url));

/** What Astro and Vite keep for the next run: nothing. Builds beside each other whose packages are the same folder would take it from each other. */
const cache = mkdtempSync(join(tmpdir(), 'daylight-cache-'));
process.on('exit', () => rmSync(cache, { recursive: true, force: true }));

/** Astro's names, but a module that is served as it is (the solver's) ends like every script: some web servers know no `.mjs`. */
function assetFileNames({ names: [name = ''] }) {
  const [page = ''] = name.split('@_@');
  if (page !== name) return `_astro/${page}.[hash][extname]`;
  return name.endsWith('.mjs') ? '_astro/[name].[hash].js' : '_astro/[name].[hash][extname]';
}

/** React in one file, with what Astro wraps around it; in another what pages without React load too. A page with an island asks for few. */
const codeSplitting = {
  groups: [
    {
      name: 'shared',
      test: /StartIslands\.astro|astro-island|client[\\/]only|islands[\\/](?:start|client-only|fetch-file|read-page|older-browsers)|site[\\/]island-words/,
      priority: 2,
    },
    {
      name: 'react',
      test: /node_modules[\\/](?:react|react-dom|scheduler|@astrojs[\\/]react)[\\/]|islands[\\/]use-json|rolldown[\\/]runtime/,
      priority: 1,
    },
  ],
};

// Nothing is inlined, so that the pages can forbid inline scripts and styles.
export default defineConfig({
  ...(address ? { site: address.origin, base: address.base } : {}),
  integrations: [react(), supplies.integration, takeManifests()],
  output: 'static',
  cacheDir: join(cache, 'astro'),
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  vite: {
    cacheDir: join(cache, 'vite'),
    build: { assetsInlineLimit: 0 },
    worker: {
      format: 'es',
      plugins: () => [supplies.plugin()],
      rolldownOptions: { output: { entryFileNames: '_astro/[name].[hash].js', assetFileNames } },
    },
    environments: { client: { build: { rolldownOptions: { output: { assetFileNames, codeSplitting } } } } },
  },
  devToolbar: { enabled: false },
});
