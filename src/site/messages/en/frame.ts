/** What stands around every page in English. */
import type { Link, Sentence } from '../../sentence.ts';

export const frame = {
  siteName: 'Daylight',
  siteLead: [
    'What city identity card programs keep about people, who asked for it, and how many people they serve, in figures that anybody may check and that point to nobody.',
  ] as Sentence,
  skipToContent: 'Skip to content',
  menu: 'Pages of this program',
  home: 'All programs',
  programs: 'Programs',
  comparable: 'What can be compared',
  comparableLead: [
    'Cards in the first months of programs, as others published them. The cities differ in size, the times in length, and cards issued are not quite cards received.',
  ] as Sentence,
  firstMonths: 'Cards in the first months',
  incomparable: 'What cannot',
  incomparableLead: [
    'Appointments, applications, cards and people are different things. Somebody may come twice, be refused, or get a second card. The figures of one program below are of one time.',
  ] as Sentence,
  unlikeThings: 'Different things, counted at one time',
  program: 'Program',
  demonstration: 'Demonstration',
  demonstrationLead: [
    'An invented city, to show what a complete release looks like. None of its figures are real.',
  ] as Sentence,
  inventedNotice: 'Demonstration: this city and all its figures are invented.',
  frozenNotice: (release: string, latest: Link): Sentence => [
    'You are reading release ',
    release,
    ' as it was published. See the ',
    latest,
    '.',
  ],
  latestRelease: 'latest release',
  languages: 'Languages',
  draft: (source: Link, how: Link): Sentence => [
    'This translation is a draft that nobody has checked yet. Where it differs, what counts is the page in ',
    source,
    '. ',
    how,
    '.',
  ],
  howToCorrect: 'How to correct it',
  openProgram: (name: string): string => `Open ${name}`,
  released: (release: string): Sentence => ['Release ', release],
  recordOnly: ['Compiled from what others published; the city publishes no release here.'] as Sentence,
  notFoundHeading: 'Page not found',
  notFoundLead: ['There is nothing at this address.'] as Sentence,
  redirect: 'Go to the dashboard',
  licence: 'Licence',
  contact: 'Contact',
  figuresOfPage: 'Where every figure comes from (JSON)',
  footer: ['Every number on these pages comes from a published cell or from a cited source.'] as Sentence,

  names: {
    overview: 'Overview',
    records: 'What the city has about you',
    requests: 'Who asked for it',
    applications: 'How people applied',
    cards: 'Cards',
    areas: 'Areas',
    data: 'Data',
    method: 'How it is protected',
    releases: 'Releases',
  },
};
