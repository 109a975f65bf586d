/** `npm run seed`: writes the invented city's tallies and docket anew, always the same bytes. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { makeDocket } from './seed/docket.ts';
import { makeTallies } from './seed/tallies.ts';

const FOLDER = new URL('../data/programs/example-city/tallies', import.meta.url);

mkdirSync(FOLDER, { recursive: true });
for (const [name, text] of [...makeTallies(), ...makeDocket()]) {
  const file = new URL(name, FOLDER);
  writeFileSync(file, text);
  console.log(`Wrote ${fileURLToPath(file)}.`);
}
