// Part of every build: notes the packages of which something goes to readers, and writes their licences and the bill of materials.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { suppliesOf } from '../src/gate/files/licenses.ts';

const PACKAGE = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/** What the bundler says of one file that it made. */
type Bundled =
  | { readonly type: 'chunk'; readonly moduleIds: readonly string[] }
  | { readonly type: 'asset'; readonly originalFileNames: readonly string[] };

/** `plugin` is for what is bundled apart: workers. */
export function listSupplies(repository: URL) {
  const served = new Set<string>();
  const plugin = () => ({
    name: 'list-supplies',
    generateBundle(
      this: { readonly environment: { readonly name: string } },
      _: unknown,
      bundle: Readonly<Record<string, Bundled>>,
    ) {
      // Pages are made on this machine, and readers get what is printed.
      if (this.environment.name !== 'client') return;
      for (const file of Object.values(bundle)) for (const name of packagesIn(file)) served.add(name);
    },
  });
  const integration: AstroIntegration = {
    name: 'list-supplies',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => void updateConfig({ vite: { plugins: [plugin()] } }),
      'astro:build:done': async ({ dir }) => {
        const supplies = await suppliesOf(fileURLToPath(new URL('node_modules', repository)), [...served]);
        for (const [file, text] of supplies) await writeFile(new URL(file, dir), text);
      },
    },
  };
  return { integration, plugin };
}

function packagesIn(file: Bundled): string[] {
  const sources = file.type === 'chunk' ? file.moduleIds : file.originalFileNames.map((name) => `/${name}`);
  return sources.flatMap((source) => PACKAGE.exec(source.replaceAll('\\', '/'))?.[1] ?? []);
}
