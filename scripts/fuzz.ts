// Carries damaged inputs to every door: npm run fuzz [-- COUNT SEED]. Exit 0, 1 where one crashes or tells too much, 2 usage.
import { fuzz } from '../tests/fuzz/fuzz.ts';

const [count = '100000', seed = '1', ...surplus] = process.argv.slice(2);
if (surplus.length > 0 || ![count, seed].every((text) => /^\d{1,9}$/.test(text))) {
  console.error('Usage: npm run fuzz [-- COUNT SEED]');
  process.exitCode = 2;
} else {
  const { files, runs, failures } = await fuzz({ count: Number(count), seed: Number(seed), runEvery: 500 });
  for (const [path, { given, refused }] of files) console.log(`${path}: ${given} given, ${refused} refused`);
  console.log(`${count} damaged files from seed ${seed}, ${runs} of them through a whole dry run`);
  for (const failure of failures.slice(0, 50)) console.log(failure);
  console.log(
    failures.length === 0
      ? 'None crashed, left something behind or told what was planted.'
      : `${failures.length} failures`,
  );
  process.exitCode = failures.length === 0 ? 0 : 1;
}
