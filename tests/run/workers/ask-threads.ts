// Asks threads that may wait with no memory one question, and ends: to be run in a process of its own (pool.test.ts).
import { splitTask } from '../../../src/protect/parts.ts';
import { openThreads } from '../../../src/run/workers/threads.ts';
import { lineTask } from '../../protect/plans.ts';

const { solver: _, ...task } = lineTask([3, 20, 9, 8]);
const run = openThreads(2, () => undefined, 0);
console.log((await run('protect', { workLimit: 0 }, splitTask(task))).length);
