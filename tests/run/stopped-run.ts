// node stopped-run.ts ROOT FILE: makes a release of the town in ROOT, says so just before it writes FILE, and waits.
import { join } from 'node:path';
import { releaseCommand } from '../../src/run/commands/release-command.ts';
import { type Effects, nodeDisk } from '../../src/run/effects.ts';
import { pagelessEffects } from '../pageless-effects.ts';

const [root = '', file = ''] = process.argv.slice(2);

function stopAt(path: string): Promise<void> {
  return new Promise((resolve) => {
    if (!path.endsWith(file)) return resolve();
    process.stdout.write(`${path}\n`);
    setInterval(() => undefined, 1000);
  });
}

const effects: Effects = {
  ...pagelessEffects(),
  log: () => undefined,
  print: () => undefined,
  disk: {
    ...nodeDisk,
    writeNewFile: (path, text) => stopAt(path).then(() => nodeDisk.writeNewFile(path, text)),
    rename: (from, to) => stopAt('rename').then(() => nodeDisk.rename(from, to)),
  },
};
const repository = join(root, 'repository');
await releaseCommand(['old-ferry', '--id', '2024-Q2'], effects, {
  repository,
  programs: join(repository, 'programs'),
});
