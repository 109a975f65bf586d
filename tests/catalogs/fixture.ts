// Three programs in memory: one that a city counts, one that is invented, one of which only the record is known.
import type { Catalog, CatalogProgram } from '../../src/catalogs/catalog.ts';
import type { SiteAddress } from '../../src/formats/site/site-address.ts';
import { fixtureProgram, fixtureRelease } from '../site/fixture.ts';

export const BELOW_A_PATH: SiteAddress = { origin: 'https://org.example.org', base: '/daylight/' };

const licence = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' };
const real = fixtureProgram({
  id: 'harbour-id',
  name: 'Harbour ID',
  city: 'Harbour',
  nature: 'real',
  standing: 'Published by the Harbour City Clerk.',
  contact: { name: 'Harbour City Clerk', email: 'clerk@harbour.example.org' },
  schedule: { daysAfter: 45 },
  languages: ['en', 'es'],
  licence,
});
const invented = fixtureProgram();
const recorded = fixtureProgram({
  id: 'shore-card',
  name: 'Shore Card',
  city: 'Shore',
  nature: 'real',
  tallies: 'none',
  standing: 'Compiled from press reports.',
  licence: { name: 'The terms of the reports. '.repeat(15), url: 'https://terms.example.org/' },
});

const COUNTED: CatalogProgram = {
  program: real,
  releases: ['2024-Q3', '2024-Q4'].map((release) => fixtureRelease(real, release)),
  record: ['figures.csv'],
  days: new Map(),
};
export const INVENTED: CatalogProgram = {
  program: invented,
  releases: [fixtureRelease(invented, '2024-Q4')],
  record: [],
  days: new Map(),
};
const RECORDED: CatalogProgram = {
  program: recorded,
  releases: [],
  record: ['figures.csv'],
  days: new Map(),
};
const EMPTY: CatalogProgram = {
  program: { ...recorded, id: 'zero-card' },
  releases: [],
  record: [],
  days: new Map(),
};

export function catalogAt(site: SiteAddress | undefined): Catalog {
  return { site, programs: [COUNTED, INVENTED, RECORDED, EMPTY] };
}
