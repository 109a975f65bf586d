/** Starts the attack in a worker, and stops it. */
import { startSiteWorker } from '../site-worker.ts';
import type { Told } from './attack-worker.ts';
import workerAddress from './attack-worker.ts?worker&url';

/** The answer stops the attack for good. `onTold` hears of a worker that cannot be had as of one that failed. */
export function startAttack(addresses: readonly string[], onTold: (told: Told) => void): () => void {
  const fail = () => onTold({ kind: 'failed' });
  try {
    const worker = startSiteWorker(workerAddress);
    const stop = () => {
      worker.onmessage = null;
      worker.terminate();
    };
    worker.onerror = fail;
    worker.onmessage = ({ data }: MessageEvent<Told>) => {
      if (data.kind !== 'step') stop();
      onTold(data);
    };
    worker.postMessage(addresses);
    return stop;
  } catch {
    fail();
    return () => undefined;
  }
}
