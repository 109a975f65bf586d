/** Says, while a question with many items is worked on, how many are done and about how long the others take. */
import type { Effects } from '../effects.ts';
import type { Tell } from './crew.ts';

/** Between one line and the next. */
const EVERY_MS = 2000;

interface Course {
  readonly startedMs: number;
  readonly saidMs: number;
}

/** As if every item took as long as those before it did. */
export function tellProgress({ clock, log }: Pick<Effects, 'clock' | 'log'>): Tell {
  const courses = new Map<string, Course>();
  return (name, done, of) => {
    const nowMs = clock();
    const known = done === 0 ? undefined : courses.get(name);
    const { startedMs, saidMs } = known ?? { startedMs: nowMs, saidMs: nowMs };
    const isDue = done > 0 && done < of && nowMs - saidMs >= EVERY_MS;
    courses.set(name, { startedMs, saidMs: isDue ? nowMs : saidMs });
    if (!isDue) return;
    const leftS = ((nowMs - startedMs) / done) * ((of - done) / 1000);
    log(`    ${name}: ${done} of ${of} done, about ${Math.ceil(leftS)} s left`);
  };
}
