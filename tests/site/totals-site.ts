// A small program that keeps totals of its requests alone, with a release, in memory.
import { type PublishedCell, RANGE_NOTE } from '../../src/program/cell.ts';
import { declare } from '../../src/program/declaration.ts';
import { releaseEnd } from '../../src/program/period.ts';
import { programCodelists, programSchema } from '../../src/program/program.ts';
import { withRules } from '../../src/program/rules.ts';
import { makeBalance } from '../../src/release/balance.ts';
import { cubeRows, publishedMeasures } from '../../src/release/layout.ts';
import { describeRelease } from '../../src/release/package/describe.ts';
import type { SealedRelease } from '../../src/release/release.ts';
import { stageRelease } from '../../src/release/stage.ts';
import type { Page } from '../../src/site/frame/page.ts';
import type { SiteProgram } from '../../src/site/load/site-program.ts';
import { programPages } from '../../src/site/pages/program-pages.ts';
import { viewOf } from '../../src/site/view.ts';
import type { ReleaseShape } from '../../src/system/shape.ts';
import { PORT } from '../requests/port.ts';
import { RECORD } from './fixture.ts';

const NOTHING = { docket: [], events: [], zeros: [] };

/** One request in each cell, but for those of a requester who is hidden and of one known as a range; as if nothing had to add up. */
export function totalsSite(by?: readonly string[], per?: 'half-year', id = '2024-Q4'): SiteProgram {
  const { dimensions: _, measures: __, tables: ___, relations: ____, docket: _____, ...plain } = PORT;
  const docket = { from: 'totals', ...(by && { by }), ...(per && { period: per }) };
  const period = { from: '2024-01', levels: ['quarter', 'half-year', 'year'] };
  const program = withRules(programSchema.parse({ ...plain, ...(per && { period }), docket }));
  const shape: ReleaseShape = {
    release: id,
    declaration: declare(program),
    codelists: programCodelists(program, releaseEnd(id) ?? 0),
  };
  const cubes = new Map(
    publishedMeasures(shape).map((measure) => [
      measure.id,
      cubeRows(shape, measure).map((codes): PublishedCell => {
        if (codes.includes('foreign'))
          return { codes, count: null, status: 'c', note: 'Hidden to protect people' };
        return codes.includes('federal_other') && measure.kind === 'flow'
          ? { codes, count: null, range: { least: 0, most: 1249 }, status: 'x', note: RANGE_NOTE }
          : { codes, count: 1, status: '', note: '' };
      }),
    ]),
  );
  const requests = { ...NOTHING, balance: makeBalance(shape, cubes, NOTHING) };
  const files = stageRelease(shape, cubes, requests, [], 'Daylight 0', null);
  const release: SealedRelease = {
    ...shape,
    cubes,
    requests,
    changes: [],
    datapackage: describeRelease(shape, files, 'Daylight 0'),
    audit: null,
    seal: { release: shape.release, hash: 'a'.repeat(64) },
    previous: null,
    signatures: [],
  };
  return {
    program,
    record: RECORD,
    releases: [release],
    recalls: [],
    days: new Map(),
    translations: new Map(),
  };
}

/** The same, with what all counts of requests in some periods are known as. */
export function withTotals(
  site: SiteProgram,
  known: (cell: PublishedCell, measure: string) => PublishedCell,
): SiteProgram {
  const releases = site.releases.map((release): SealedRelease => {
    const cubes = new Map(
      [...release.cubes].map(([id, cells]) => [id, cells.map((cell) => known(cell, id))] as const),
    );
    const balance = makeBalance(release, cubes, NOTHING);
    return { ...release, cubes, requests: { ...NOTHING, balance } };
  });
  return { ...site, releases };
}

const pagesOf = (site: SiteProgram): Page[] => programPages(viewOf(site, 'en'));
export const textOf = (site: SiteProgram): string => JSON.stringify(pagesOf(site));

export function pageAt(slug: string, site: SiteProgram): Page {
  const page = pagesOf(site).find((one) => one.slug === slug);
  if (page === undefined) throw new Error(`no page ${slug}`);
  return page;
}
