/** What a choice takes of memory and time: said before it is taken, and refused where the memory is not there. */
import { RefusedError } from '../../release/refused-error.ts';
import type { Effects } from '../effects.ts';

/** What is to be protected. */
interface Size {
  /** All counts that relations join, also those that no table publishes. */
  readonly cells: number;
  /** Cells that must be withheld whatever is chosen. */
  readonly forced: number;
}

/** Throws `RefusedError` where so much does not fit. */
export type MakeRoom = (size: Size) => void;

/**
 * At least what releases of the large city of `npm run bench -- scale` took at most, each thread with the cells and a solver of
 * its own: of 50 wards with 34,279 cells 660 MB on one core and 960 MB on two, of 77 areas 1,760 MB on two.
 */
const PROGRAM_MB = 150;
const CELL_MB = 0.007;
const CELL_AND_CORE_MB = 0.012;
/** Less is not worth a word. */
const WORTH_SAYING_MB = 500;
/** Forced cells times cells: with more, to find a first choice takes hours, and then days. */
const QUICK = 1e9;

/** Says the same once. */
export function openRoom({ cores, freeMb, log }: Pick<Effects, 'cores' | 'freeMb' | 'log'>): MakeRoom {
  const said = new Set<string>();
  const say = (line: string) => {
    if (!said.has(line)) log(line);
    said.add(line);
  };
  return ({ cells, forced }) => {
    const mostMb = PROGRAM_MB + cells * (CELL_MB + CELL_AND_CORE_MB * cores);
    const counts = `${cells.toLocaleString('en-US')} counts that hang together`;
    const memory = `up to ${inGb(mostMb)} GB of memory on ${cores === 1 ? '1 core' : `${cores} cores`}`;
    if (mostMb < WORTH_SAYING_MB) return;
    if (mostMb > freeMb())
      throw new RefusedError(
        'memory',
        `The tables come to ${counts}. To choose among them takes ${memory}, and ${inGb(freeMb())} GB are free. End other programs, run it on fewer cores or on a machine with more memory, or publish fewer or coarser tables.`,
      );
    say(`    ${counts}: ${memory}`);
    if (forced * cells > QUICK)
      say('    To choose among so many takes hours, or days. Whoever stops it leaves nothing behind.');
  };
}

function inGb(mb: number): string {
  return (mb / 1000).toFixed(1);
}
