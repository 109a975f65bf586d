/** The attack beside the page, which goes on answering its reader: takes the addresses of the files, tells each step and the end. */
import '../older-browsers.ts';
import { type Attacked, runAttack, type Step } from './run-attack.ts';

export type Told =
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'over'; readonly attacked: Attacked }
  | { readonly kind: 'failed' };

const tell = (told: Told): void => self.postMessage(told);

self.onmessage = ({ data }: MessageEvent<readonly string[]>) => {
  runAttack(data, (step) => tell({ kind: 'step', step })).then(
    (attacked) => tell({ kind: 'over', attacked }),
    () => tell({ kind: 'failed' }),
  );
};
