/** The island "Test it yourself": attacks everything published on the reader's own machine, then tells of any hidden count what can be proved. */
import '../older-browsers.ts';
import { useEffect, useRef, useState } from 'react';
import type { ApiIndex } from '../../formats/site/api-file.ts';
import type { AttackWords } from '../../site/attack-page/words.ts';
import { fill } from '../../site/island-words.ts';
import { addressesIn } from '../read-page.ts';
import { useJson } from '../use-json.ts';
import type { Told } from './attack-worker.ts';
import { Choose } from './Choose.tsx';
import { startAttack } from './start-attack.ts';

interface Props {
  /** Of the index of the release, which names the cells. */
  readonly href: string;
  readonly words: AttackWords;
}

type State = Told | { readonly kind: 'idle' | 'begun' | 'stopped' };

/** Attacks the files that the page lists. */
export function Attack({ href, words }: Props) {
  const index = useJson<ApiIndex>(href);
  const { lang } = document.documentElement;
  const [state, setState] = useState<State>({ kind: 'idle' });
  const stopWorker = useRef<() => void>(() => undefined);
  const status = useRef<HTMLParagraphElement>(null);
  const beginButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The button that had the focus is gone.
    if (state.kind === 'over') status.current?.focus();
    if (['stopped', 'failed', 'refused'].includes(state.kind)) beginButton.current?.focus();
  }, [state.kind]);
  const isBusy = state.kind === 'begun' || state.kind === 'step';
  const begin = () => {
    if (isBusy) return;
    setState({ kind: 'begun' });
    stopWorker.current = startAttack(addressesIn('attack-reads'), setState);
  };
  const stop = () => {
    stopWorker.current();
    setState({ kind: 'stopped' });
  };
  return (
    <>
      {state.kind !== 'over' && (
        <p>
          <button type="button" ref={beginButton} onClick={begin} aria-disabled={isBusy}>
            {words.begin}
          </button>
          {isBusy && (
            <button type="button" onClick={stop}>
              {words.stop}
            </button>
          )}
        </p>
      )}
      <p role="status" ref={status} tabIndex={-1}>
        {index === 'failed' ? words.failed : statusOf(state, words, lang)}
      </p>
      {state.kind === 'over' && typeof index === 'object' && (
        <Choose index={index} attacked={state.attacked} words={words} language={lang} />
      )}
    </>
  );
}

function statusOf(state: State, words: AttackWords, language: string): string {
  const number = new Intl.NumberFormat(language).format;
  switch (state.kind) {
    case 'idle':
    case 'begun':
      return '';
    case 'stopped':
    case 'failed':
    case 'refused':
      return words[state.kind];
    case 'step': {
      const { step } = state;
      if (step.phase !== 'attacking') return words[step.phase];
      return fill(words.attacking, { group: number(step.group), groups: number(step.groups) });
    }
    case 'over': {
      const { kept, condemned, certified, groups, hidden } = state.attacked;
      const found = fill(kept ? words.kept : words.broken, {
        hidden: number(hidden.length),
        groups: number(groups.length),
        broken: number(condemned.length),
      });
      const added = fill(certified.faults === 0 ? words.shown : words.unshown, {
        asked: number(certified.asked),
        shown: number(certified.shown),
      });
      return `${found} ${added}`;
    }
  }
}
