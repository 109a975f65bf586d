// Everything that writes what was published, each with the state of a small town before it: what faults are let loose on.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { publishCommand } from '../../src/run/commands/publish-command.ts';
import { recallCommand } from '../../src/run/commands/recall-command.ts';
import { releaseCommand } from '../../src/run/commands/release-command.ts';
import { signCommand } from '../../src/run/commands/sign-command.ts';
import type { Effects } from '../../src/run/effects.ts';
import type { Review } from '../../src/run/review/review.ts';
import { pagelessEffects } from '../pageless-effects.ts';
import { buildTown, copyTown, PROGRAM, release, type Town } from '../run/town.ts';
import { makeKey } from '../ssh-key.ts';

export const [FIRST, SECOND] = ['2024-Q2', '2024-Q3'];
const SIGNER = 'clerk-1';
/** In the root of a town: the signature that its office makes of the second release. */
const SIGNATURE = 'signature';
const DAY = '2024-11-05';

export interface Work {
  readonly name: string;
  /** The stage of a town that it begins with. */
  readonly from: keyof Stages;
  readonly run: (town: Town, effects: Effects) => Promise<number>;
  /** What a word of it is in a release folder; `site` where it publishes. */
  readonly writes: 'releases' | 'site';
}

/** Towns that works begin with, never changed themselves. */
export interface Stages {
  /** No release yet. */
  readonly fresh: Town;
  /** One release, and a batch of corrections. */
  readonly batch: Town;
  /** Two releases; a site with the first is built and not published. */
  readonly released: Town;
  /** The first release published, a site with both built. */
  readonly served: Town;
}

const ID = PROGRAM.id;
const WHY = 'It was counted from a copy of last week.';
const publish = (town: Town, effects: Effects) =>
  publishCommand(['folder', placeOf(town)], effects, join(town.root, 'dist'), town.places);

export const WORKS: readonly Work[] = [
  {
    name: 'a release',
    from: 'fresh',
    writes: 'releases',
    run: (town, effects) => releaseCommand([ID, '--id', FIRST], effects, town.places),
  },
  {
    name: 'a correction',
    from: 'batch',
    writes: 'releases',
    run: (town, effects) => releaseCommand([ID, '--id', SECOND], effects, town.places),
  },
  {
    name: 'an approval',
    from: 'fresh',
    writes: 'releases',
    run: (town, effects) => releaseCommand([ID, '--id', FIRST, '--approve'], effects, town.places),
  },
  {
    name: 'a signature',
    from: 'released',
    writes: 'releases',
    run: (town, effects) => signCommand([ID, SECOND, '--key', '/keys/clerk.pub'], effects, town.places),
  },
  {
    name: 'a recall',
    from: 'released',
    writes: 'releases',
    run: (town, effects) => recallCommand([ID, SECOND, '--why', WHY], effects, town.places),
  },
  { name: 'a first publication', from: 'released', writes: 'site', run: publish },
  { name: 'a publication', from: 'served', writes: 'site', run: publish },
];

export function placeOf({ root }: Town): string {
  return join(root, 'www', 'ids');
}

/** The effects of one run in a town: silent, on one core, always on the same day, with two people who approve. */
export function effectsIn({ root }: Town): Effects {
  return {
    ...pagelessEffects(),
    cores: 1,
    log: () => undefined,
    print: () => undefined,
    today: () => DAY,
    sign: () => readFile(join(root, SIGNATURE), 'utf8'),
    openReview: () => Promise.resolve(agreeing()),
  };
}

function agreeing(): Review {
  const answers = ['Analyst', 'City Clerk', FIRST, ''];
  return {
    address: 'http://localhost/',
    ask: () => Promise.resolve(answers.shift()),
    close: () => Promise.resolve(),
  };
}

export async function buildStages(): Promise<Stages> {
  const key = makeKey();
  const office = { id: SIGNER, name: 'Clerk', as: 'office', key: key.line, from: FIRST } as const;
  const fresh = await buildTown({ ...PROGRAM, signers: [office] });
  await mkdir(join(fresh.root, 'www'));
  const first = await copyTown(fresh);
  await make(first, FIRST);
  const released = await copyTown(first);
  await make(released, SECOND);
  const sums = await readFile(join(released.folder, 'releases', SECOND, 'SHA256SUMS'), 'utf8');
  await writeFile(join(released.root, SIGNATURE), key.sign(sums));
  await buildSite(released, [FIRST]);
  const served = await copyTown(released);
  if ((await publish(served, effectsIn(served))) !== 0) throw new Error('The stages cannot be published.');
  await buildSite(served, [FIRST, SECOND]);
  await writeBatch(first);
  return { fresh, batch: first, released, served };
}

async function make(town: Town, id: string): Promise<void> {
  const { code, said } = await release(town, [ID, '--id', id], effectsIn(town));
  if (code !== 0) throw new Error(said);
}

async function writeBatch(town: Town): Promise<void> {
  const folder = join(town.folder, 'tallies', 'corrections');
  await mkdir(folder, { recursive: true });
  const files = {
    'cards-issued.csv': 'period,channel,age,count\n2024-Q1,event,grown,55\n',
    'applications.csv': 'period,channel,count\n2024-Q1,event,100\n',
    'reason.txt': 'A box of forms turned up\n',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
}

/** As far as publishing looks at one: a page, and the files of releases. */
async function buildSite(town: Town, ids: readonly string[]): Promise<void> {
  const dist = join(town.root, 'dist');
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist);
  await writeFile(join(dist, 'index.html'), `<p>${ids.join(' ')}</p>`);
  for (const id of ids)
    await cp(join(town.folder, 'releases', id), join(dist, ID, 'releases', id, 'files'), { recursive: true });
}

export async function takeDown(stages: Stages): Promise<void> {
  for (const { root } of Object.values(stages) as Town[]) await rm(root, { recursive: true, force: true });
}
