/** "Who asked": the docket on the record, what was said about each request in order, its last known state. */

import { listsRequests } from '../../../program/docket-plan.ts';
import type { RecordedRequest } from '../../../record/record.ts';
import { quoted } from '../../figures/record-sentence.ts';
import type { Sentence } from '../../figures/sentence.ts';
import type { Page, Section } from '../../frame/page.ts';
import { type View, withCells } from '../../view.ts';
import { otherId, registerHeadline, registerSections } from '../record/request-register.ts';
import { docketSections } from './docket.ts';
import { signatureFinding } from './docket-charts.ts';
import { requestBlocks } from './request-facts.ts';

/** Undefined where no request is on the record and none is counted. */
export function requestsPage(view: View): Page | undefined {
  const sections = requestSections(view);
  const name = view.messages.names.requests;
  return sections.length === 0
    ? undefined
    : {
        slug: 'requests',
        under: 'asked',
        rank: 'first',
        name,
        heading: name,
        ...headlineOf(view),
        lead: leadOf(view),
        sections,
      };
}

/** Of a docket who signed; of requests on the record how many there are: in one sentence, before everything else. */
function headlineOf(view: View): Pick<Page, 'headline'> {
  const found = withCells(view);
  if (found !== undefined && found.release.requests !== null) return { headline: signatureFinding(found) };
  return hasOwn(view) ? { headline: registerHeadline(view) } : {};
}

function leadOf({ messages, release }: View): Sentence {
  if (release?.requests == null) return [messages.record.requestsLead];
  return [listsRequests(release.declaration) ? messages.docket.lead : messages.docket.totalsLead];
}

/** What the docket says, if there is one; then the program's own requests on the record; another department's at the end, each by itself. */
function requestSections(view: View): Section[] {
  const { record } = view;
  const withRelease = withCells(view);
  const docket = withRelease?.release.requests ?? null;
  return [
    ...(withRelease === undefined || docket === null ? [] : docketSections(withRelease, docket)),
    ...(hasOwn(view) ? registerSections(view) : []),
    ...record.requests.filter(({ context }) => context).map((request) => otherSection(view, request)),
  ];
}

function hasOwn({ record }: View): boolean {
  return record.requests.some(({ context }) => !context);
}

function otherSection(view: View, request: RecordedRequest): Section {
  const { record, marks } = view.messages;
  return {
    id: otherId(request),
    heading: [record.otherDepartment, marks.colon, quoted(view, request.department)],
    blocks: [{ kind: 'prose', text: [record.otherDepartmentLead] }, ...requestBlocks(view, request)],
  };
}
