// node stopped-run.ts ROOT FILE...: makes a release of the town in ROOT. Just before it writes each FILE it says so, and waits for a line.
import { once } from 'node:events';
import { join } from 'node:path';
import { releaseCommand } from '../../src/run/commands/release-command.ts';
import { type Effects, nodeDisk } from '../../src/run/effects.ts';
import { pagelessEffects } from '../pageless-effects.ts';

const [root = '', ...files] = process.argv.slice(2);

async function stopAt(path: string): Promise<void> {
  const file = files.find((one) => path.endsWith(one));
  if (file === undefined) return;
  const goOn = once(process.stdin, 'data');
  process.stdout.write(`${file}\n`);
  await goOn;
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
