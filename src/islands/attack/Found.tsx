/** What the attack proved of one hidden count: its narrowest range, what follows, and ways to fill it in that agree with everything. */
import type { ApiIndex } from '../../formats/site/api-file.ts';
import { cellName, type NamedCell } from '../../site/attack-page/cell-name.ts';
import type { AttackWords } from '../../site/attack-page/words.ts';
import { fill } from '../../site/island-words.ts';
import type { Group, Hidden } from './run-attack.ts';

interface Props {
  readonly cell: Hidden;
  readonly group: Group;
  readonly index: ApiIndex;
  readonly words: AttackWords;
  readonly language: string;
}

export function Found({ cell, group, index, words, language }: Props) {
  const number = new Intl.NumberFormat(language).format;
  const { finding, many } = cell;
  const { least, most, verdict } = finding;
  const range = most === null ? words.unlimited : words.between;
  const says = { open: words.open, 'k-or-more': words.large };
  const verdictText = verdict === 'open' || verdict === 'k-or-more' ? says[verdict] : words.told;
  const name = cellName(index, cell, words);
  return (
    <section aria-labelledby="attack-found">
      <h3 id="attack-found">{name}</h3>
      <div role="status">
        <p className="lead">
          {fill(range, { least: number(least), most: number(most ?? 0) })}{' '}
          {fill(verdictText, { many: number(many) })}
        </p>
      </div>
      <Ways cell={cell} group={group} index={index} words={words} language={language} />
      <p className="notes">
        {fill(words.agree, { cells: number(group.cells.length), sums: number(group.sums) })}
      </p>
    </section>
  );
}

/** What the way has for a cell, by its place. What the solver has for it would be a file more to load. */
function countIn({ of, changes }: Group['worlds'][number], place: number): number {
  return changes.get(place) ?? of[place] ?? 0;
}

/** The count and those that sums join it with, filled in each way; the rest of the group is filled in too, and not shown. */
function Ways({ cell, group, index, words, language }: Props) {
  const shown: readonly NamedCell[] = [cell, ...cell.neighbours];
  const { zeroWorld, manyWorld } = cell.finding;
  const ways = [zeroWorld, manyWorld].map((at) => group.worlds[at ?? -1]).filter((way) => way !== undefined);
  const titles = [words.ways.one, words.ways.other];
  const columns = ways.map((way, at) => ({ way, title: titles[at] ?? '' }));
  if (columns.length === 0) return null;
  const number = new Intl.NumberFormat(language).format;
  const measureOf = ({ measure }: NamedCell) =>
    index.measures.find((one) => one.measure === measure)?.label ?? measure;
  return (
    <div className="table">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus, or a keyboard cannot scroll it */}
      <section className="scroll" tabIndex={0} aria-label={words.waysCaption}>
        <table>
          <caption>
            <span>{words.waysCaption}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.cell}</th>
              {columns.map(({ title }) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <tr key={one.key}>
                <th scope="row">
                  {one.measure === cell.measure ? '' : measureOf(one) + words.separators.colon}
                  {cellName(index, one, words)}
                </th>
                {columns.map(({ way, title }) => (
                  <td key={title}>{number(countIn(way, group.cells.indexOf(one.key)))}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
