import { defineConfig } from 'astro/config';

const site = process.env.DAYLIGHT_SITE;

// Nothing is inlined, so that the pages can forbid inline scripts and styles.
export default defineConfig({
  ...(site ? { site } : {}),
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0 } },
  devToolbar: { enabled: false },
});
