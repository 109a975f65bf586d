/** "Who asked": the docket on the record, what was said about each request in order, its last known state. */

import { listsRequests } from '../../../program/docket-plan.ts';
import type { RecordedRequest } from '../../../record/record.ts';
import { quoted } from '../../figures/record-sentence.ts';
import type { Sentence } from '../../figures/sentence.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Page, Section } from '../../frame/page.ts';
import { type View, withCells } from '../../view.ts';
import { hasOwnRequests, otherId, registerHeadline, registerSections } from '../record/request-register.ts';
import { docketSections } from './docket.ts';
import { askedFinding } from './docket-charts.ts';
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

function headlineOf(view: View): Pick<Page, 'headline'> {
  const headline = requestsFinding(view);
  return headline === undefined ? {} : { headline };
}

/** Of a docket who signed, or how many came in; else of requests on the record how many there are: in one sentence, before everything else. */
export function requestsFinding(view: View): Finding | undefined {
  const found = withCells(view);
  const counted = found === undefined || found.release.requests === null ? undefined : askedFinding(found);
  return counted ?? (hasOwnRequests(view) ? registerHeadline(view) : undefined);
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
    ...(hasOwnRequests(view) ? registerSections(view) : []),
    ...record.requests.filter(({ context }) => context).map((request) => otherSection(view, request)),
  ];
}

function otherSection(view: View, request: RecordedRequest): Section {
  const { record, marks } = view.messages;
  return {
    id: otherId(request),
    heading: [record.otherDepartment, marks.colon, quoted(view, request.department)],
    blocks: [{ kind: 'prose', text: [record.otherDepartmentLead] }, ...requestBlocks(view, request)],
  };
}
