/**
 * A page per request that is listed by name: in a release's docket, or on the record. Facts, what happened and what
 * was said in order, what can follow, documents, how to cite, and the day as of which all this is known. What can
 * follow of a request on the record stands in its remark, as the source has it.
 */
import { formatDay } from '../../model/dates.ts';
import type { RecordedRequest } from '../../record/record.ts';
import type { Fact, Page, Section } from '../page.ts';
import { pagePath } from '../routes.ts';
import { type View, withCells } from '../view.ts';
import { listedPages } from './listed-request.ts';
import { citeSection, historySection, pageOf } from './request-parts.ts';
import { requestFacts, statementEntries } from './requests.ts';

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
  const heading = request.agency + view.messages.marks.comma + formatDay(request.received, view.language);
  const statements = statementEntries(view, request);
  return {
    ...pageOf(view, request.id, heading, request),
    sections: [
      factsSection(view, requestFacts(view, request)),
      ...(statements.length === 0 ? [] : [historySection(view, statements)]),
      citeSection(view, heading, formatDay(request.outcomeAsOf, view.language)),
    ],
  };
}

function factsSection({ messages }: View, facts: readonly Fact[]): Section {
  return { id: 'facts', heading: [messages.docket.facts], blocks: [{ kind: 'facts', facts }] };
}
