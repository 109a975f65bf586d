/** Reads what the attack reads: the sealed files of every release and the record, from the addresses that the page lists. */
import type { Audit } from '../../formats/audit-file.ts';
import type { BlockCertificate } from '../../formats/certificate.ts';
import type { RecordBound } from '../../formats/record-bound.ts';
import type { KnowingRelease } from '../../verify/ever-on-record.ts';
import { publishedBounds, publishedRelease } from '../../witness/published.ts';
import { fetchBytes, fetchJson } from '../fetch-file.ts';

interface Published {
  /** Oldest first. */
  readonly releases: readonly KnowingRelease[];
  /** Of now. */
  readonly record: readonly RecordBound[];
  /** Of the audit of the last release. */
  readonly certificates: readonly BlockCertificate[];
}

/** Of each address the last part says what it is: `datapackage.json` of a release, `figures.csv` of the record. */
export async function readPublished(addresses: readonly string[]): Promise<Published> {
  const ending = (name: string) => addresses.filter((address) => address.endsWith(`/${name}`));
  const [releases, record, audits] = await Promise.all([
    Promise.all(ending('datapackage.json').map(readRelease)),
    Promise.all(ending('figures.csv').map(async (address) => publishedBounds(await fetchBytes(address)))),
    Promise.all(ending('audit.json').map((address) => fetchJson<Pick<Audit, 'certificates'>>(address))),
  ]);
  return {
    releases,
    record: record.flat(),
    certificates: audits.flatMap(({ certificates }) => certificates),
  };
}

function readRelease(address: string): Promise<KnowingRelease> {
  const folder = address.slice(0, address.lastIndexOf('/') + 1);
  return publishedRelease((path) => fetchBytes(folder + path));
}
