/** Says, while a question is worked on, how many of its items are done and about how long the others take. */
import type { Effects } from '../effects.ts';
import type { Tell } from './jobs.ts';

/** Between one line and the next. */
const EVERY_MS = 2000;

interface Course {
  readonly isOver: boolean;
  readonly startedMs: number;
  readonly saidMs: number;
}

/** As if every item took as long as those before it did. Of a question of which no item is done yet, how long it has been. */
export function tellProgress({ clock, log }: Pick<Effects, 'clock' | 'log'>): Tell {
  const courses = new Map<string, Course>();
  return (name, done, of) => {
    const nowMs = clock();
    const known = courses.get(name);
    const isNew = known === undefined || known.isOver;
    const { startedMs, saidMs } = isNew ? { startedMs: nowMs, saidMs: nowMs } : known;
    const isDue = done < of && nowMs - saidMs >= EVERY_MS;
    courses.set(name, { startedMs, saidMs: isDue ? nowMs : saidMs, isOver: done === of });
    if (!isDue) return;
    const forS = Math.floor((nowMs - startedMs) / 1000);
    if (done === 0) return log(`    ${name}: at work for ${forS} s`);
    const leftS = ((nowMs - startedMs) / done) * ((of - done) / 1000);
    log(`    ${name}: ${done} of ${of} done, about ${Math.ceil(leftS)} s left`);
  };
}
