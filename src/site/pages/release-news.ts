/** What a release brings since the one before: until when its figures run, which requests are new, which moved on. */
import { formatDay } from '../../figures/dates.ts';
import type { ListedRequest } from '../../formats/docket-file.ts';
import { listsRequests } from '../../program/docket-plan.ts';
import { closingMonth } from '../../program/period.ts';
import { docketNews } from '../../release/changes/docket-news.ts';
import type { SealedRelease } from '../../release/release.ts';
import { docketAddress } from '../../release/request-cells.ts';
import { cellFigure } from '../figures/figures.ts';
import type { Sentence } from '../figures/sentence.ts';
import type { Section } from '../frame/page.ts';
import { pagePath } from '../routes.ts';
import type { ReleaseView, View } from '../view.ts';
import { leftWords } from './docket/docket-register.ts';

/** The release that readers had before; undefined for the first, and where those before were recalled. */
export function releaseBefore(
  { releases }: Pick<View, 'releases'>,
  release: SealedRelease,
): SealedRelease | undefined {
  return releases[releases.findIndex((one) => one.release === release.release) - 1];
}

/** None of the first release. */
export function newsSection(view: ReleaseView): Section[] {
  const { messages, release } = view;
  const before = releaseBefore(view, release);
  if (before === undefined) return [];
  return [
    {
      id: 'news',
      heading: [messages.papers.news],
      blocks: [{ kind: 'list', items: releaseNews(view, before) }],
    },
  ];
}

/** In plain sentences, with how many people a new request asks about. */
function releaseNews(view: ReleaseView, before: SealedRelease): Sentence[] {
  const { messages, language, release } = view;
  const endOf = (one: SealedRelease) => formatDay(closingMonth(one.release), language);
  const months = { now: endOf(release), release: before.release, before: endOf(before) };
  const linkOf = (request: ListedRequest): Sentence => [
    { href: pagePath(view, `requests/${request.request}`), label: nameOf(view, request) },
  ];
  const told = requestNews(view, {
    before,
    after: release,
    nameIt: linkOf,
    more: (one) => asksAbout(view, one),
  });
  return [messages.papers.newMonths(months), ...told];
}

/** `New request: Consulate General, May 5, 2025.`; `Border Service, June 3, 2024: was "Objection pending", is now "In court".` */
export function requestNews(
  { messages }: View,
  {
    before,
    after,
    nameIt,
    more = () => [],
  }: {
    readonly before: SealedRelease;
    readonly after: SealedRelease;
    readonly nameIt: (request: ListedRequest) => Sentence;
    /** What is said besides of a new one. */
    readonly more?: (request: ListedRequest) => Sentence;
  },
): Sentence[] {
  const { docket, record } = messages;
  if (after.requests === null || !listsRequests(after.declaration)) return [];
  const { fresh, moved } = docketNews(before.requests?.docket ?? [], after.requests.docket);
  const sentences = [
    ...fresh.map((one): Sentence => [...docket.newRequest({ request: nameIt(one) }), ...more(one)]),
    ...moved.flatMap(({ before: old, now }): Sentence[] => {
      const request = nameIt(now);
      const [from, to] = [record.outcomes[old.outcome], record.outcomes[now.outcome]];
      const left = {
        request,
        from: leftWords({ messages, release: before }, old),
        to: leftWords({ messages, release: after }, now),
      };
      return [
        ...(old.outcome === now.outcome ? [] : [docket.movedOn({ request, from, to })]),
        ...(left.from === left.to || now.left === 'nothing' ? [] : [docket.leftMore(left)]),
      ];
    }),
  ];
  return [...(sentences.length === 0 ? [[docket.noNews]] : sentences), [docket.newsCounted]];
}

/** A request by its agency and day, as its page is named. */
export function nameOf({ messages, language }: View, { agency, received }: ListedRequest): string {
  return agency + messages.marks.comma + formatDay(received, language);
}

function asksAbout({ messages, source }: ReleaseView, { request }: ListedRequest): Sentence {
  const { docket } = messages;
  const count = cellFigure(source, docketAddress(request, 'people'));
  const people = count === undefined ? [docket.wholeProgram] : docket.people({ count });
  return [' ', ...docket.asksAbout({ people })];
}
