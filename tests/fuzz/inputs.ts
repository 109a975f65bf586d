// Sound inputs of every kind, small and invented, with marks planted where a message must not find them.

/** A program of one measure with people behind counts of two dimensions, and a docket. */
export const PROGRAM = {
  id: 'fuzz-town',
  name: 'Fuzz Card',
  city: 'Fuzz Town',
  nature: 'real',
  standing: 'Made for tests.',
  summary: 'A card.',
  tallies: 'public',
  k: 5,
  period: { from: '2024-01', levels: ['month', 'quarter', 'year'] },
  dimensions: [
    {
      id: 'channel',
      label: 'Channel',
      codes: [
        { code: 'event', label: 'At an event' },
        { code: 'online', label: 'Online' },
      ],
    },
  ],
  measures: [
    {
      id: 'cards-issued',
      label: 'Cards',
      unit: 'cards',
      kind: 'flow',
      dimensions: ['channel'],
      absentRows: 'zero',
    },
  ],
  tables: [
    {
      id: 'cards',
      measure: 'cards-issued',
      title: 'Cards',
      levels: { period: 'quarter', channel: 'channel' },
    },
  ],
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  docket: {},
} as const;

/** Counts and words that stand in the files below and nowhere else: no message may hold one. */
export const PLANTED = [
  '48151',
  '48157',
  '48159',
  '48161',
  '48163',
  '48167',
  '48169',
  '48173',
  'zanzibar',
  'quagga',
  'xylophon',
  'wombat',
  'kumquat',
  'narwhal',
  'pangolin',
  'axolotl',
] as const;

const TALLY = `period,channel,count
2024-01,event,48151
2024-01,online,48157
2024-02,event,48159
2024-02,online,48161
2024-04,event,48163
2024-04,online,48167
`;

const CORRECTION = `period,channel,count
2024-01,event,48169
2024-02,online,48173
`;

const REQUESTS = `request,received_on,requester,agency,instrument,department,served_on,held_by,asks_for,people_asked_about,due_on,documents,under_non_disclosure_order
wombat,2024-02-05,state,Zanzibar Revenue,civil_subpoena,Clerk,office,vendor,"Names of quagga holders",48151,2024-03-01,https://kumquat.example/a,
narwhal,2024-05-07,federal_other,Xylophon Bureau,search_warrant,Clerk,office,office,Application of one pangolin,1,,,yes
`;

const EVENTS = `request,date,kind,what_left,people_left,outcome,office,statement,source
wombat,2024-02-20,disclosed,application_data,48151,,Clerk,,
wombat,2024-02-20,closed,,,disclosed_in_part,Clerk,,
wombat,2024-02-25,statement,,,,Axolotl Office,We gave a quagga.,Zanzibar Courier
narwhal,2024-05-07,received,,,,Clerk,,
`;

const FIGURES = `id,topic,figure,value,qualifier,unit,period,source_title,source_url,how_read,note,derived,cell
quagga-one,cards,Cards of wombats,48159,exact,cards,2024,Zanzibar Courier,https://kumquat.example/,Read,narwhal,,cards-issued|2024|_T
quagga-two,cards,Cards of narwhals,48161,about,cards,2024,Zanzibar Courier,,Read,,,
quagga-sum,cards,Both pangolins,96320,about,cards,2024,Axolotl,,Added,,quagga-one + quagga-two,
`;

/** By path below the folder of a program. */
export const FILES: Readonly<Record<string, string>> = {
  'tallies/cards-issued.csv': TALLY,
  'tallies/legal-requests.csv': REQUESTS,
  'tallies/legal-request-events.csv': EVENTS,
  'batch/corrections/cards-issued.csv': CORRECTION,
  'batch/corrections/reason.txt': 'A box of zanzibar forms turned up.\n',
  'record/figures.csv': FIGURES,
  'program.json': JSON.stringify(PROGRAM, null, 2),
};
