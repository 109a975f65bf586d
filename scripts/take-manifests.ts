// Part of every build: the manifests that the gate reads lie beside the site, which is published without them.
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { takeManifests as takeFrom } from '../src/gate/manifest-folder.ts';

export function takeManifests(): AstroIntegration {
  return {
    name: 'take-manifests',
    hooks: { 'astro:build:done': ({ dir }) => takeFrom(fileURLToPath(dir)) },
  };
}
