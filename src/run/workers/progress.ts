/** Says, while a question is worked on, how many of its items are done and about how long the others take. */
import type { Effects } from '../effects.ts';
import type { Tell } from './jobs.ts';

/** Between one line and the next lies as long as there lay before it, within these: a long wait fills no screen. */
const LEAST_MS = 2000;
const MOST_MS = 30_000;

interface Course {
  readonly isOver: boolean;
  readonly startedMs: number;
  readonly saidMs: number;
}

/** Of less it cannot be said how long the rest takes. */
const LEAST_DONE = 0.05;

/** As if every item took as long as those before it did. Of a question of which nothing is done yet, how long it has been. */
export function tellProgress({ clock, log }: Pick<Effects, 'clock' | 'log'>): Tell {
  const courses = new Map<string, Course>();
  return (name, done, of) => {
    const nowMs = clock();
    const known = courses.get(name);
    const isNew = known === undefined || known.isOver;
    const { startedMs, saidMs } = isNew ? { startedMs: nowMs, saidMs: nowMs } : known;
    const waitMs = Math.min(MOST_MS, Math.max(LEAST_MS, saidMs - startedMs));
    const isDue = done < of && nowMs - saidMs >= waitMs;
    courses.set(name, { startedMs, saidMs: isDue ? nowMs : saidMs, isOver: done === of });
    if (!isDue) return;
    const forS = Math.floor((nowMs - startedMs) / 1000);
    if (done < LEAST_DONE) return log(`    ${name}: at work for ${forS} s`);
    const leftS = ((nowMs - startedMs) / done) * ((of - done) / 1000);
    const share = of === 1 ? `${Math.floor(100 * done)}%` : `${Math.floor(done)} of ${of}`;
    log(`    ${name}: ${share} done, about ${Math.ceil(leftS)} s left`);
  };
}
