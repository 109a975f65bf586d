/**
 * A page per request that is listed by name: in a release's docket, or on the record. Of one on the record what is known last,
 * what happened step by step, facts, what was said in order, what may follow, and how to cite it.
 */
import { formatDay } from '../../../figures/dates.ts';
import type { RecordedRequest } from '../../../record/record.ts';
import { lastKnown, stepsOf } from '../../blocks/request-steps.ts';
import { recordClaim } from '../../findings/finding.ts';
import { citeRecorded } from '../../frame/citation.ts';
import type { Fact, Page, Section } from '../../frame/page.ts';
import { pagePath } from '../../routes.ts';
import { type View, withCells } from '../../view.ts';
import { followSections } from '../record/follow.ts';
import { registerId } from '../record/request-register.ts';
import { helpFirst } from '../resident.ts';
import { listedPages } from './listed-request.ts';
import { requestFacts, statementEntries } from './request-facts.ts';
import { citeSection, followSection, pageOf } from './request-parts.ts';

/** The pages of all requests in order: of the docket, and of the program's own requests on the record. Each leads to its neighbors. */
export function requestPages(view: View): Page[] {
  const found = withCells(view);
  const own = view.record.requests
    .filter(({ context }) => !context)
    .map((request) => recordedPage(view, request));
  return [found === undefined ? [] : listedPages(found), own].flatMap((pages) => withNeighbors(view, pages));
}

function withNeighbors(view: View, pages: readonly Page[]): Page[] {
  const { asked } = view.messages;
  return pages.map((page, at) => {
    const link = (other: Page) => ({ href: pagePath(view, other.slug), label: other.name });
    const [before, after] = [pages[at - 1], pages[at + 1]];
    const items = [
      ...(before === undefined ? [] : [asked.previous({ link: link(before) })]),
      ...(after === undefined ? [] : [asked.next({ link: link(after) })]),
    ];
    if (items.length === 0) return page;
    const others: Section = { id: 'others', heading: [asked.others], blocks: [{ kind: 'list', items }] };
    return { ...page, sections: [...page.sections, others] };
  });
}

function recordedPage(view: View, request: RecordedRequest): Page {
  const { messages, language } = view;
  const { marks } = messages;
  const name = request.agency + marks.comma + formatDay(request.received, language);
  const heading = request.aboutPeople ? name : name + marks.colon + request.asksFor;
  const title = request.title === '' ? [] : [request.title, marks.next];
  const statements = statementEntries(view, request);
  const said: Section = {
    id: 'said',
    heading: [messages.record.statements],
    blocks: [{ kind: 'timeline', entries: statements }],
  };
  const page = pageOf(view, request.id, heading, request);
  const cited = request.title === '' ? heading : heading + marks.colon + request.title;
  return {
    ...page,
    rank: request.aboutPeople ? 'first' : 'last',
    headline: {
      title: [...title, ...lastKnown(view, request)],
      claim: recordClaim(view.program.id, 'outcome', `request|${request.id}`, [], request.outcome),
    },
    sections: [
      ...(request.aboutPeople ? helpFirst(view) : []),
      {
        id: 'steps',
        heading: [messages.city.stepsHeading],
        blocks: [{ kind: 'steps', steps: stepsOf(view, request) }],
      },
      factsSection(view, requestFacts(view, request)),
      ...(statements.length === 0 ? [] : [said]),
      ...followOf(view, request),
      citeSection(
        view,
        citeRecorded(view, {
          slug: page.slug,
          heading: cited,
          day: formatDay(request.outcomeAsOf, language),
          source: request,
        }),
        registerId(view),
      ),
    ],
  };
}

/** What followed elsewhere on a demand that no judge signed; of any other what can follow in general, unless it is in court. */
function followOf(view: View, request: RecordedRequest): Section[] {
  const found = followSections(view, request);
  return found.length > 0 || request.outcome === 'in_court' ? found : [followSection(view, request)];
}

function factsSection({ messages }: View, facts: readonly Fact[]): Section {
  return { id: 'facts', heading: [messages.docket.facts], blocks: [{ kind: 'facts', facts }] };
}
