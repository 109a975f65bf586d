// node run-work.ts ROOT WORK HOST: does one work in the town of that root, as a process of its own that can be killed. Says when it begins.
import { join } from 'node:path';
import { PROGRAM } from '../run/town.ts';
import { effectsIn, WORKS } from './works.ts';

const [root = '', name = '', host = ''] = process.argv.slice(2);
const repository = join(root, 'repository');
const programs = join(repository, 'programs');
const town = { root, folder: join(programs, PROGRAM.id), places: { repository, programs } };
const work = WORKS.find((one) => one.name === name);
if (work === undefined) throw new Error(`internal error: no work "${name}"`);
const effects = effectsIn(town);
process.stdout.write('begins\n');
process.exitCode = await work.run(town, { ...effects, runner: { ...effects.runner, host } });
