/** "Try to break it": attacks everything published on the reader's own machine, then tells of any hidden count what can be proved. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ApiIndex } from '../../model/api-file.ts';
import { cellName } from '../../site/breaking/cell-name.ts';
import { type AttackWords, fill } from '../../site/breaking/words.ts';
import { Found } from './Found.tsx';
import { type Attacked, type Hidden, runAttack, type Step } from './run-attack.ts';

interface Props {
  readonly index: ApiIndex;
  /** Of the files that are attacked. */
  readonly addresses: readonly string[];
  readonly words: AttackWords;
  readonly language: string;
}

type State = 'idle' | 'failed' | Step | Attacked;

export function Attack({ index, addresses, words, language }: Props) {
  const [state, setState] = useState<State>('idle');
  const status = useRef<HTMLParagraphElement>(null);
  const isOver = typeof state !== 'string';
  useEffect(() => {
    // The button that had the focus is gone.
    if (isOver) status.current?.focus();
  }, [isOver]);
  const begin = () => {
    runAttack(addresses, setState).then(setState, () => setState('failed'));
  };
  const isBusy = typeof state === 'string' && state !== 'idle' && state !== 'failed';
  return (
    <>
      {typeof state === 'string' && (
        <p>
          <button type="button" onClick={begin} disabled={isBusy}>
            {words.begin}
          </button>
        </p>
      )}
      <p role="status" ref={status} tabIndex={-1}>
        {statusOf(state, words, language)}
      </p>
      {typeof state !== 'string' && (
        <Choose index={index} attacked={state} words={words} language={language} />
      )}
    </>
  );
}

function statusOf(state: State, words: AttackWords, language: string): string {
  if (state === 'idle') return '';
  if (typeof state === 'string') return words[state];
  const number = new Intl.NumberFormat(language).format;
  const { kept, condemned, groups, hidden } = state;
  return fill(kept ? words.kept : words.broken, {
    hidden: number(hidden.length),
    groups: number(groups),
    broken: number(condemned.length),
  });
}

/** What shows best that nobody can tell. */
function isUncertain({ finding: { verdict, most } }: Hidden): boolean {
  return verdict === 'open' && most !== null;
}

/** A hidden count, by what it counts; the address keeps the choice. */
function Choose({
  index,
  attacked: { hidden },
  words,
  language,
}: Omit<Props, 'addresses'> & { readonly attacked: Attacked }) {
  const [key, setKey] = useState(() => new URLSearchParams(location.search).get('cell') ?? '');
  const chosen = hidden.find((cell) => cell.key === key) ?? hidden.find(isUncertain) ?? hidden[0];
  const names = useMemo(
    () => new Map(hidden.map((cell) => [cell.key, cellName(index, cell, words)])),
    [index, hidden, words],
  );
  if (chosen === undefined) return null;
  const choose = (cell: Hidden | undefined) => {
    if (cell === undefined) return;
    history.replaceState(null, '', `?${new URLSearchParams({ cell: cell.key })}`);
    setKey(cell.key);
  };
  const measures = index.measures.filter(({ measure }) => hidden.some((cell) => cell.measure === measure));
  return (
    <>
      <form className="explorer-form" onSubmit={(event) => event.preventDefault()}>
        <p>
          <label htmlFor="attack-measure">{words.measure}</label>
          <select
            id="attack-measure"
            value={chosen.measure}
            onChange={(event) => choose(hidden.find(({ measure }) => measure === event.target.value))}
          >
            {measures.map(({ measure, label }) => (
              <option key={measure} value={measure}>
                {label}
              </option>
            ))}
          </select>
        </p>
        <p>
          <label htmlFor="attack-cell">{words.cell}</label>
          <select
            id="attack-cell"
            value={chosen.key}
            onChange={(event) => choose(hidden.find((cell) => cell.key === event.target.value))}
          >
            {hidden
              .filter(({ measure }) => measure === chosen.measure)
              .map((cell) => (
                <option key={cell.key} value={cell.key}>
                  {names.get(cell.key)}
                </option>
              ))}
          </select>
        </p>
      </form>
      <Found cell={chosen} index={index} words={words} language={language} />
    </>
  );
}
