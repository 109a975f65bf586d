/**
 * How to cite what stands here, as an editor asks for it: whose word it is, its title, the release or the report with its day,
 * where it stands for good, and the day on which it was read, which the reader's copy button fills in.
 */
import { authorOf } from '../../catalogs/catalog.ts';
import { formatDay } from '../../figures/dates.ts';
import { closingMonth } from '../../program/period.ts';
import type { RecordedFigure } from '../../record/record.ts';
import {
  citedAddress,
  citedSource,
  hostedAddress,
  periodSentence,
  qualifiedFigure,
} from '../figures/record-sentence.ts';
import type { Sentence } from '../figures/sentence.ts';
import { pagePath } from '../routes.ts';
import type { ReleaseView, View } from '../view.ts';
import { siteNameOf } from './site-home.ts';

/** Under which program of which city. */
const placeOf = ({ program: { name, city } }: View) => ({ program: name, city });

function readOn({ messages: { cite } }: View): Sentence {
  return cite.readOn({ day: { today: cite.day } });
}

const released = (view: ReleaseView) => ({
  ...placeOf(view),
  author: authorOf(view.program, siteNameOf(view, view.messages.frame.siteName)),
  release: view.release.release,
  readOn: readOn(view),
});

const monthOf = ({ release, language }: ReleaseView) => formatDay(closingMonth(release.release), language);

/** A figure of a release by its title; `href` is where it stands on the page that never changes. */
export function citeChart(view: ReleaseView, title: Sentence, href: string): Sentence {
  const address = hostedAddress(view, href);
  return view.messages.cite.release({ ...released(view), title, month: monthOf(view), address });
}

/** The whole of a release. */
export function citeRelease(view: ReleaseView): Sentence {
  const address = hostedAddress(view, pagePath({ ...view, frozen: true }, 'data'));
  return view.messages.cite.data({ ...released(view), month: monthOf(view), address });
}

/** A request of a release's docket. */
export function citeListed(
  view: ReleaseView,
  { slug, heading, day }: { readonly slug: string; readonly heading: string; readonly day: string },
): Sentence {
  const address = hostedAddress(view, pagePath({ ...view, frozen: true }, slug));
  return view.messages.cite.docket({ ...released(view), title: heading, day, address });
}

/** A request on the record, with the report that tells of it. */
export function citeRecorded(
  view: View,
  {
    slug,
    heading,
    day,
    source,
  }: {
    readonly slug: string;
    readonly heading: string;
    readonly day: string;
    readonly source: Parameters<typeof citedSource>[1];
  },
): Sentence {
  return view.messages.cite.request({
    ...placeOf(view),
    title: heading,
    day,
    source: citedSource(view, source),
    address: citedAddress(view, pagePath(view, slug)),
    readOn: readOn(view),
  });
}

/** What we counted of the requests that others reported; `href` is where it stands. */
export function citeCounted(view: View, title: string, href: string): Sentence {
  const address = citedAddress(view, href);
  return view.messages.cite.counted({ ...placeOf(view), title, address, readOn: readOn(view) });
}

/** A figure that others reported: theirs, found here. What we worked out of theirs is our word. */
export function citeFigure(view: View, figure: RecordedFigure, href: string): Sentence {
  const { cite, city } = view.messages;
  const said = figure.derived === '' ? cite.figure : cite.derived;
  return said({
    ...placeOf(view),
    source: citedSource(view, figure),
    title: figure.figure,
    figure: plainFigure(view, figure),
    period: periodSentence(view, figure.period),
    page: city.recordName,
    address: citedAddress(view, href),
    readOn: readOn(view),
  });
}

/** A chart of what others reported: drawn here, from their figures. */
export function citeRecordedChart(
  view: View,
  { title, source, href }: { readonly title: Sentence; readonly source: Sentence; readonly href: string },
): Sentence {
  const address = citedAddress(view, href);
  return view.messages.cite.recorded({ ...placeOf(view), title, source, address, readOn: readOn(view) });
}

/** One figure of others as a share of another: our calculation, each of the two with its period and its source. */
export function citeShare(
  view: View,
  {
    title,
    kept,
    all,
    href,
  }: {
    readonly title: Sentence;
    readonly kept: RecordedFigure;
    readonly all: RecordedFigure;
    readonly href: string;
  },
): Sentence {
  return view.messages.cite.share({
    ...placeOf(view),
    title,
    kept: plainFigure(view, kept),
    keptPeriod: periodSentence(view, kept.period),
    keptSource: citedSource(view, kept),
    all: plainFigure(view, all),
    allPeriod: periodSentence(view, all.period),
    allSource: citedSource(view, all),
    address: citedAddress(view, href),
    readOn: readOn(view),
  });
}

/** As exact as it is, unless it says otherwise. */
export function plainFigure(view: View, figure: RecordedFigure): Sentence {
  return qualifiedFigure(view, figure.qualifier === 'exact' ? { ...figure, qualifier: '' } : figure);
}
