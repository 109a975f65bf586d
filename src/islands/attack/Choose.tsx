/** The choice of a hidden count, by what it counts; the address keeps it. */
import { useMemo, useState } from 'react';
import type { ApiIndex } from '../../formats/site/api-file.ts';
import { cellName } from '../../site/attack-page/cell-name.ts';
import type { AttackWords } from '../../site/attack-page/words.ts';
import { keepAddressChoice, readAddressChoice } from '../read-page.ts';
import { Found } from './Found.tsx';
import type { Attacked, Hidden } from './run-attack.ts';

interface Props {
  readonly index: ApiIndex;
  readonly attacked: Attacked;
  readonly words: AttackWords;
  readonly language: string;
}

export function Choose({ index, attacked: { hidden, groups }, words, language }: Props) {
  const [key, setKey] = useState(() => new URLSearchParams(readAddressChoice()).get('cell') ?? '');
  const chosen = hidden.find((cell) => cell.key === key) ?? hidden.find(isUncertain) ?? hidden[0];
  const names = useMemo(
    () => new Map(hidden.map((cell) => [cell.key, cellName(index, cell, words)])),
    [index, hidden, words],
  );
  const group = groups[chosen?.group ?? -1];
  if (chosen === undefined || group === undefined) return null;
  const choose = (cell: Hidden | undefined) => {
    if (cell === undefined) return;
    keepAddressChoice(`${new URLSearchParams({ cell: cell.key })}`);
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
      <Found cell={chosen} group={group} index={index} words={words} language={language} />
    </>
  );
}

/** What shows best that nobody can tell. */
function isUncertain({ finding: { verdict, most } }: Hidden): boolean {
  return verdict === 'open' && most !== null;
}
