/** The invented port's program with a docket, quarters and years of 2024, and a way to enter requests. */

import type { ListedEvent } from '../../src/formats/docket-file.ts';
import { declare } from '../../src/program/declaration.ts';
import { releaseEnd } from '../../src/program/period.ts';
import { type Program, programCodelists, programSchema } from '../../src/program/program.ts';
import { withRules } from '../../src/program/rules.ts';
import type { Docket, DocketRequest } from '../../src/requests/docket.ts';
import type { ReleaseShape } from '../../src/system/shape.ts';

export const K = 11;

export const PORT: Program = withRules(
  programSchema.parse({
    id: 'port',
    name: 'Card',
    city: 'Port',
    nature: 'invented',
    standing: 'Invented.',
    summary: 'A card.',
    tallies: 'confidential',
    k: K,
    period: { from: '2024-01', levels: ['quarter', 'year'] },
    docket: {},
    licence: { name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  }),
);

export const SHAPE: ReleaseShape = {
  release: '2024-Q4',
  declaration: declare(PORT),
  codelists: programCodelists(PORT, releaseEnd('2024-Q4') ?? 0),
};

/** A request that came in on a day, about so many people; a warrant of the state unless said otherwise. */
export function request(
  id: string,
  received: string,
  people: DocketRequest['people'],
  more: Partial<DocketRequest> = {},
): DocketRequest {
  return {
    request: id,
    received,
    requester: 'state',
    agency: 'State Attorney',
    instrument: 'search_warrant',
    department: 'Clerk',
    servedOn: 'office',
    heldBy: 'office',
    asksFor: 'Applications',
    people,
    due: '',
    documents: [],
    events: [],
    ...more,
  };
}

export function event(date: string, kind: ListedEvent['kind'], more: Partial<ListedEvent> = {}): ListedEvent {
  return {
    request: '',
    date,
    kind,
    left: null,
    outcome: null,
    office: '',
    statement: '',
    source: '',
    ...more,
  };
}

export function docketOf(...requests: DocketRequest[]): Docket {
  return { requests, zeros: [] };
}
