// Lets faults loose on everything that writes what was published: npm run faults [-- SEED]. Exit 0, 1 where one does harm, 2 usage.
import { usageOf } from '../src/run/usage.ts';
import { tryFaults } from '../tests/faults/faults.ts';

const [seed = '1', ...surplus] = process.argv.slice(2);
if (surplus.length > 0 || !/^\d{1,9}$/.test(seed)) {
  console.error(usageOf('faults'));
  process.exitCode = 2;
} else {
  let harm = 0;
  let total = 0;
  console.log(
    `${'fault'.padEnd(48)}${['tried', 'work stood', 'harm'].map((head) => head.padStart(12)).join('')}`,
  );
  await tryFaults(Number(seed), ({ name, tried }) => {
    if (tried === undefined) {
      console.log(`${name.padEnd(48)}  not tried: this takes Linux, and somebody who may mount a disk`);
      return;
    }
    const harmed = tried.filter(({ faults }) => faults.length > 0);
    const stood = tried.filter(({ isDone }) => isDone).length;
    harm += harmed.length;
    total += tried.length;
    console.log(
      `${name.padEnd(48)}${[tried.length, stood, harmed.length].map((count) => String(count).padStart(12)).join('')}`,
    );
    for (const { what, faults } of harmed.slice(0, 20))
      console.log(`  ${what}: ${faults.slice(0, 3).join(' ')}`);
  });
  console.log(
    harm === 0
      ? `${total} faults: no release torn, none lost, no changed file taken, and each next run went on.`
      : `${harm} of ${total} faults did harm.`,
  );
  process.exitCode = harm === 0 ? 0 : 1;
}
