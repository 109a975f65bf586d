/**
 * What a reader learns of the worked example who makes the choice of cells again for every way to fill in what is
 * withheld (minimality): how many ways lead to the same choice. Fails if pages state another number.
 */
import { WORKED_EXAMPLE } from '../../src/figures/worked-example.ts';
import { openPool } from '../../src/run/workers/pool.ts';
import { choiceFor, waysToFill } from '../docs/worked-choice.ts';
import type { Measurement } from './measure.ts';

export async function benchChoice(): Promise<Measurement[]> {
  const pool = await openPool(1);
  const { worlds, repeated } = WORKED_EXAMPLE;
  const chosen = (await choiceFor(worlds[0], pool)).join();
  const ways = waysToFill();
  let alike = 0;
  for (const [at, way] of ways.entries()) {
    if (at % 100 === 0) console.log(`  ${at} of ${ways.length} choices made again`);
    if ((await choiceFor(way, pool)).join() === chosen) alike += 1;
  }
  if (ways.length !== repeated.fits || alike !== repeated.alike)
    throw new Error(
      `Pages state ${repeated.fits} ways and ${repeated.alike} alike; there are ${ways.length} and ${alike}.`,
    );
  return [
    { what: 'ways to fill in the worked example', value: ways.length, unit: 'ways' },
    { what: 'ways that lead to the same choice', value: alike, unit: 'ways' },
  ];
}
