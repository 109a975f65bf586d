// Astro's command line, without its telemetry and whatever mode the caller's tools run in: one site from one release.
process.env.ASTRO_TELEMETRY_DISABLED = '1';
process.env.NODE_ENV = 'production';
await import('../node_modules/astro/bin/astro.mjs');
