/** Each release of the largest program that ships, made anew from its tallies in a copy, the attack included. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseProgram } from '../../src/program/parse-program.ts';
import { inCopy } from '../copy-repository.ts';
import { type Measurement, measureNode, RELEASE_FLAGS } from './measure.ts';

const PROGRAM = 'example-city';
const MOST_S = 60;
const MOST_MB = 1000;

export function benchRelease(): Promise<Measurement[]> {
  return inCopy(isNoRelease, async (folder) => {
    const path = join(folder, 'data/programs', PROGRAM, 'program.json');
    const read = parseProgram(await readFile(path, 'utf8'), path);
    if (!read.ok) throw new Error(`${path} is at fault.`);
    const measured: Measurement[] = [];
    for (const release of read.value.releases) measured.push(...(await measureRelease(folder, release)));
    return measured;
  });
}

const isNoRelease = (path: string): boolean => !/^data\/programs\/[^/]+\/releases(?:\/|$)/.test(path);

/** Node is started as `npm run release` starts it. */
async function measureRelease(folder: string, release: string): Promise<Measurement[]> {
  const args = [...RELEASE_FLAGS, 'scripts/release.ts', PROGRAM, '--id', release];
  const { seconds, peakMb } = await measureNode(args, folder);
  return [
    { what: `release ${release} of ${PROGRAM}, attack included`, value: seconds, unit: 's', most: MOST_S },
    { what: `release ${release} of ${PROGRAM}, peak memory`, value: peakMb, unit: 'MB', most: MOST_MB },
  ];
}
