/** Figures of others that are newer than the release: they stand first on a program's first page, each with whose word it is. */
import { closingMonth } from '../../../program/period.ts';
import type { Program } from '../../../program/program.ts';
import type { RecordedFigure } from '../../../record/record.ts';
import { recordChange, recordFigure } from '../../figures/figures.ts';
import { inSentence } from '../../figures/in-sentence.ts';
import { qualifierWords, sourceOf } from '../../figures/record-sentence.ts';
import type { Sentence } from '../../figures/sentence.ts';
import { type Finding, recordClaim } from '../../findings/finding.ts';
import type { Section, Stat } from '../../frame/page.ts';
import { figureNamed } from '../../load/named-figures.ts';
import type { ReleaseView } from '../../view.ts';
import { periodLabel, seriesBlock } from './series.ts';

type Series = Program['series'][number];

/** Those of its series whose last figure ends after the last month of the release. */
export function newerSeries(view: ReleaseView): Series[] {
  const closed = closingMonth(view.release.release);
  return view.program.series.filter((series) => {
    const end = lastOf(view, series)?.period.split('/').at(-1) ?? '';
    return /^\d{4}-\d{2}/.test(end) && end.slice(0, 7) > closed;
  });
}

function lastOf({ record }: ReleaseView, { figures }: Series): RecordedFigure | undefined {
  return figures.map((id) => figureNamed(record, id)).at(-1);
}

/** `Fiscal year 2026: 156,977 cards; 164,264 applications, as others reported`: what is of the newest period alone. */
export function newestFinding(view: ReleaseView): Finding | undefined {
  const { city, marks } = view.messages;
  const last = newerSeries(view).flatMap((series) => lastOf(view, series) ?? []);
  const [newest] = last
    .map(({ period }) => period)
    .sort((one, other) => (endOf(one) < endOf(other) ? 1 : -1));
  if (newest === undefined) return undefined;
  const alike = last.filter(({ period }) => period === newest);
  const counts = alike.flatMap((figure, at): Sentence => {
    const count = recordFigure(view.program.id, figure, view.language);
    const said = city.countOf({ count, unit: figure.unit });
    return at === 0 ? said : [marks.semicolon, ...said];
  });
  const claim = recordClaim(view.program.id, 'level', 'record|newest', alike.map(({ id }) => id).slice(0, 1));
  return { title: city.newestTitle({ period: periodLabel(view, newest), counts }), claim };
}

const endOf = (period: string): string => period.split('/').at(-1) ?? '';

/** Their charts side by side on one scale, with the headline. */
export function newestSections(view: ReleaseView): Section[] {
  const newer = newerSeries(view);
  if (newer.length === 0) return [];
  const values = newer.flatMap(({ figures }) => figures.map((id) => figureNamed(view.record, id).value));
  const blocks = newer.map((series) => seriesBlock(view, series, Math.max(...values)));
  return [{ id: 'newest', heading: [], blocks: [{ kind: 'columns', blocks }] }];
}

/** Each as a key figure, with the change since the one before and its source. */
export function newestTiles(view: ReleaseView): Stat[] {
  const { overview, city, marks } = view.messages;
  return newerSeries(view).flatMap((series): Stat[] => {
    const [before, last] = series.figures.map((id) => figureNamed(view.record, id)).slice(-2);
    if (before === undefined || last === undefined) return [];
    const change = recordChange(view.program.id, before, last, view.language);
    return [
      {
        label: overview.inPeriod({ label: last.figure, period: inSentence(periodLabel(view, last.period)) }),
        qualifier: last.qualifier === 'exact' ? '' : qualifierWords(view.messages, last.qualifier),
        figure: recordFigure(view.program.id, last, view.language),
        change: overview.change({ ...change, before: inSentence(periodLabel(view, before.period)) }),
        note: [city.source, marks.colon, ...sourceOf(view, last)],
      },
    ];
  });
}
