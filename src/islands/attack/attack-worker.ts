/** The attack beside the page, which goes on answering its reader: takes the addresses of the files, tells each step and the end. */
import '../older-browsers.ts';
import { type Attacked, runAttack, type Step } from './run-attack.ts';

export type Told =
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'over'; readonly attacked: Attacked }
  /** `refused`: the policy that the server sends with this file forbids WebAssembly. */
  | { readonly kind: 'failed' | 'refused' };

const tell = (told: Told): void => self.postMessage(told);

self.onmessage = ({ data }: MessageEvent<readonly string[]>) => {
  runAttack(data, (step) => tell({ kind: 'step', step })).then(
    (attacked) => tell({ kind: 'over', attacked }),
    () => tell({ kind: isForbidden() ? 'refused' : 'failed' }),
  );
};

/** The smallest module there is: its mark and its version. */
const SMALLEST = new TextEncoder().encode('\0asm\u0001\0\0\0');

/** Whether there is WebAssembly, and nothing of it may be made. */
function isForbidden(): boolean {
  if (typeof WebAssembly === 'undefined') return false;
  try {
    new WebAssembly.Module(SMALLEST);
    return false;
  } catch {
    return true;
  }
}
