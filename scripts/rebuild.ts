// Builds the site again and compares it with a built or a served one: npm run rebuild -- <dist or address>
import { spawnSync } from 'node:child_process';
import { findPrinter, printBriefings } from '../src/print/print-briefings.ts';
import { rebuildCommand } from '../src/run/commands/rebuild-command.ts';
import { nodeEffects } from '../src/run/effects.ts';
import { shippedPlaces } from '../src/run/places.ts';
import { builtFrom } from '../src/run/rebuild/built-from.ts';

process.exitCode = await rebuildCommand(process.argv.slice(2), nodeEffects(), {
  from: (wanted) => builtFrom(shippedPlaces.repository, wanted),
  build: async (folder, { site, papers }) => {
    const env = {
      ...process.env,
      DAYLIGHT_SITE: site ?? '',
      DAYLIGHT_PAPERS: papers ? 'pdf' : '',
      DAYLIGHT_KEPT: '',
      DAYLIGHT_PICTURES: '',
    };
    const args = ['scripts/astro.mjs', 'build', '--outDir', folder];
    const { status } = spawnSync(process.execPath, args, { stdio: 'ignore', env });
    if (status !== 0) throw new Error('internal error: the site cannot be built');
    if (!papers) return true;
    if ((await findPrinter()) === undefined) return false;
    await printBriefings(folder, site ?? undefined);
    return true;
  },
});
