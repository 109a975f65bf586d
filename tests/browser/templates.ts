// One page for every template of the site: the pages that are looked at and kept as pictures.

interface Template {
  /** Of its picture. */
  readonly name: string;
  /** Address, in the first program that has the template and hides nothing, if one has. */
  readonly path: string;
}

/** Addresses below the language, by name. What residents rely on is shown in a draft for the invented city alone. */
const TEMPLATES: Readonly<Record<string, string>> = {
  front: '',
  search: 'search/',
  translation: 'translation/',
  elsewhere: 'elsewhere/',
  program: 'nyc-idnyc/',
  'program-on-record': 'chicago-citykey/',
  record: 'chicago-citykey/record/',
  records: 'example-city/records/',
  request: 'chicago-citykey/requests/citykey-2025-04-17/',
  requests: 'example-city/requests/',
  applications: 'nyc-idnyc/applications/',
  balance: 'example-city/balance/',
  cards: 'nyc-idnyc/cards/',
  areas: 'example-city/areas/',
  explore: 'nyc-idnyc/explore/',
  data: 'nyc-idnyc/data/',
  cite: 'nyc-idnyc/cite/',
  method: 'nyc-idnyc/method/',
  break: 'example-city/break/',
  verify: 'example-city/verify/',
  releases: 'nyc-idnyc/releases/',
  release: 'nyc-idnyc/releases/2024-Q2/',
  briefing: 'nyc-idnyc/briefing/',
  'briefing-of-area': 'example-city/briefing/breakwater-flats/',
  embed: 'nyc-idnyc/embed/cards-by-month/',
};

/** All templates of a language, with whole addresses; two pages are in the first language alone. */
export function templatesIn(language: string): Template[] {
  const all = Object.entries(TEMPLATES).map(([name, path]) => ({ name, path: `/${language}/${path}` }));
  return language === 'en'
    ? [...all, { name: 'design', path: '/en/design/' }, { name: 'not-found', path: '/404.html' }]
    : all;
}
