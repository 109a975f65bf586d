/** What was asked for: a picture, the same cells as a table, and as a file. */
import { useState } from 'react';
import { Picture } from '../../charts/Picture.tsx';
import type { Status } from '../../model/cell.ts';
import { type Answer, type AnswerCell, answerCsv } from '../../site/explorer/answer.ts';
import type { Choice } from '../../site/explorer/choice.ts';
import type { ExplorerWords } from '../../site/explorer/words.ts';
import { fill } from '../../site/island-words.ts';

interface Props {
  readonly choice: Choice;
  readonly words: ExplorerWords;
  readonly answer: Answer;
}

export function Result({ choice, words, answer }: Props) {
  const [saved, setSaved] = useState('');
  const { label } = choice.measure;
  const { colon, comma } = words.separators;
  const parts = answer.columns.join(comma);
  const title = choice.split.dimension === null ? label : label + colon + parts;
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
    </div>
  );
}

function TableCell({ cell, text, words }: AnswerCell & { readonly words: ExplorerWords }) {
  if (cell.count !== null) return <td>{text}</td>;
  return (
    <td className={cell.status === 'c' ? 'hidden' : 'gap'}>
      <span>{reasonOf(cell.status, words)}</span>
    </td>
  );
}

function reasonOf(status: Status, words: ExplorerWords): string {
  if (status === 'c') return words.hidden;
  return status === 'z' ? words.notApplicable : words.notAvailable;
}

/** Hands the file to the browser, and tells its name; nothing leaves this machine. */
function save(answer: Answer, { measure, split }: Choice): string {
  const address = URL.createObjectURL(new Blob([answerCsv(answer)], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${[measure.measure, split.period, split.dimension].filter(Boolean).join('-')}.csv`;
  link.click();
  URL.revokeObjectURL(address);
  return link.download;
}
