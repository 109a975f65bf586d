/** The island of the explorer: choose a measure, a breakdown, periods and codes; chart, table and download follow, and so does the address. */
import '../older-browsers.ts';
import { useEffect, useMemo, useState } from 'react';
import type { ApiIndex } from '../../formats/site/api-file.ts';
import type { CellsFile } from '../../formats/site/cells-file.ts';
import { formatChoice, readWish } from '../../site/explorer/address.ts';
import { type AnswerFrame, answer } from '../../site/explorer/answer.ts';
import { wishAfter } from '../../site/explorer/change-choice.ts';
import { type Choice, chooseFrom, type Wish } from '../../site/explorer/choice.ts';
import { notPublished } from '../../site/explorer/not-published.ts';
import { titleOf } from '../../site/explorer/title.ts';
import type { ExplorerWords } from '../../site/explorer/words.ts';
import { keepAddressChoice, readAddressChoice } from '../read-page.ts';
import { useJson } from '../use-json.ts';
import { Controls } from './Controls.tsx';
import { Result } from './Result.tsx';

interface Props {
  readonly index: ApiIndex;
  readonly words: ExplorerWords;
}

/** `href` leads to the index of the release. */
export function Explorer({ href, words }: { readonly href: string; readonly words: ExplorerWords }) {
  const index = useJson<ApiIndex>(href);
  if (index === undefined) return <p role="status">{words.loading}</p>;
  if (index === 'failed') return <p role="alert">{words.failed}</p>;
  return <Chooser index={index} words={words} />;
}

function Chooser({ index, words }: Props) {
  const [wish, setWish] = useState<Wish>(() => readWish(readAddressChoice()));
  useEffect(() => {
    const follow = () => {
      const asked = readAddressChoice();
      if (asked !== '') setWish(readWish(asked));
    };
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const choice = chooseFrom(index, wish);
  const query = choice === undefined ? '' : formatChoice(index, choice);
  // The address says what is shown, also where another asked for what no table has.
  useEffect(() => {
    const asked = readAddressChoice();
    if (asked !== '' && asked !== query) keepAddressChoice(query);
  }, [query]);
  if (choice === undefined) return null;
  const change = (part: Wish) => {
    const next = wishAfter(index, choice, part);
    const shown = chooseFrom(index, next);
    if (shown === undefined) return;
    keepAddressChoice(formatChoice(index, shown));
    setWish(next);
  };
  const language = document.documentElement.lang;
  return (
    <div className="explorer">
      <Controls index={index} choice={choice} words={words} onChange={change} />
      <div>
        <p role="status">{notPublished(index, wish, choice, words, language)}</p>
        <Cells index={index} choice={choice} words={words} />
      </div>
    </div>
  );
}

/** The cells of one measure, as they arrive. */
function Cells({ index, choice, words }: Props & { readonly choice: Choice }) {
  const cells = useJson<CellsFile>(choice.measure.href);
  const frame = useMemo(() => frameOf(words, document.documentElement.lang), [words]);
  if (cells === undefined) return <p role="status">{words.loading}</p>;
  if (cells === 'failed') return <p role="alert">{words.failed}</p>;
  const title = titleOf(index, choice, words, frame.language);
  return <Result {...{ choice, words, title }} answer={answer(index, cells, choice, frame)} />;
}

function frameOf(words: ExplorerWords, language: string): AnswerFrame {
  return {
    language,
    direction: document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr',
    separators: words.separators,
    summary: words.tableFollows,
    invented: words.invented,
    hiddenLabel: words.hidden,
    notAvailableLabel: words.notAvailable,
    notApplicableLabel: words.notApplicable,
    partialLabel: words.partialYear,
    total: words.total,
    range: words.range,
    hiddenBetween: words.hiddenBetween,
    hiddenAtLeast: words.hiddenAtLeast,
  };
}
