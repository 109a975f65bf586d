/** What was asked for: a picture, the same cells as a table, and as a file. */
import { useState } from 'react';
import { Picture } from '../../charts/Picture.tsx';
import type { Status } from '../../program/cell.ts';
import { type Answer, type AnswerCell, answerCsv } from '../../site/explorer/answer.ts';
import type { Choice } from '../../site/explorer/choice.ts';
import type { ExplorerWords } from '../../site/explorer/words.ts';
import { fill } from '../../site/island-words.ts';

interface Props {
  readonly choice: Choice;
  readonly words: ExplorerWords;
  /** The choice in one line. */
  readonly title: string;
  readonly answer: Answer;
}

export function Result({ choice, words, title, answer }: Props) {
  const [saved, setSaved] = useState('');
  return (
    <figure className="chart">
      <figcaption>
        <span role="status">{title}</span>
      </figcaption>
      {answer.drawnAlone !== null && <p>{fill(words.drawnAlone, { period: answer.drawnAlone })}</p>}
      <Picture drawing={{ ...answer.drawing, title }} />
      <AnswerTable answer={answer} words={words} title={title} />
      <p>
        <button type="button" onClick={() => setSaved(save(answer, choice))}>
          {words.download}
        </button>{' '}
        <span role="status">{saved}</span>
      </p>
    </figure>
  );
}

function AnswerTable({
  answer,
  words,
  title,
}: {
  readonly answer: Answer;
  readonly words: ExplorerWords;
  readonly title: string;
}) {
  return (
    <div className="table chart-table">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus, or a keyboard cannot scroll it */}
      <section className="scroll" tabIndex={0} aria-label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{answer.corner}</th>
              {answer.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {answer.rows.map(({ label, cells }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {cells.map((cell, at) => (
                  <TableCell key={answer.columns[at]} {...cell} words={words} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {saysProved(answer) && (
        <ul className="notes">
          <li>{words.hiddenProved}</li>
        </ul>
      )}
    </div>
  );
}

function TableCell({ cell: { status }, text, words }: AnswerCell & { readonly words: ExplorerWords }) {
  if (text !== '' && status !== 'c') return <td>{text}</td>;
  return (
    <td className={status === 'c' ? 'hidden' : 'gap'}>
      <span>{text || reasonOf(status, words)}</span>
    </td>
  );
}

function saysProved({ rows }: Answer): boolean {
  return rows.some(({ cells }) => cells.some(({ cell: { range, status } }) => range && status === 'c'));
}

function reasonOf(status: Status, words: ExplorerWords): string {
  if (status === 'c') return words.hidden;
  return status === 'z' ? words.notApplicable : words.notAvailable;
}

/** Hands the file to the browser, and tells its name; nothing leaves this machine. */
function save(answer: Answer, { measure, per, by, only }: Choice): string {
  const address = URL.createObjectURL(new Blob([answerCsv(answer)], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  const parts = [...by.map(({ dimension }) => dimension), ...only.map(({ code }) => code)];
  link.download = `${[measure.measure, per, ...parts].join('-')}.csv`;
  link.click();
  URL.revokeObjectURL(address);
  return link.download;
}
