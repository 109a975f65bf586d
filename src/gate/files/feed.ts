/** A program's feed: names and days of its entries are those of its releases, corrections and recalls; its texts are accounted for as on pages. */

import { closingDay } from '../../program/schedule.ts';
import { DOCKET } from '../../release/layout.ts';
import type { ProgramFacts } from '../facts/facts.ts';
import type { Finding } from '../finding.ts';
import { findPlaces, type Place, parseHtml } from '../places.ts';

const FEED = /^[^/]+\/([^/]+)\/feed\.xml$/;

export function isFeed(path: string): boolean {
  return FEED.test(path);
}

/** Findings on ids and days, and the texts that the manifest must account for. */
export function readFeed(
  path: string,
  xml: string,
  facts: ReadonlyMap<string, ProgramFacts>,
): { readonly findings: readonly Finding[]; readonly places: readonly Place[] } {
  const program = facts.get(FEED.exec(path)?.[1] ?? '');
  const all = findPlaces(parseHtml(xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>/, '')));
  let release: string | undefined;
  const rules: Readonly<Record<string, (text: string) => boolean>> = {
    id: (text) => {
      release = text.split(':')[4];
      return program !== undefined && isOwnId(text, program);
    },
    updated: (text) => program !== undefined && isOwnDay(text, program),
    published: (text) => text === `${program?.days.get(release ?? '')}T00:00:00Z`,
  };
  const ruled = all.filter(({ name, tag }) => name === '#text' && rules[tag] !== undefined);
  const findings = ruled
    .filter(({ tag, text }) => rules[tag]?.(text) === false)
    .map(({ path: where, text: what }) => ({
      file: path,
      where,
      what,
      why: 'No release and no recall of the program has this id or day.',
    }));
  return { findings, places: all.filter((place) => !ruled.includes(place)) };
}

function isOwnId(text: string, facts: ProgramFacts): boolean {
  const [urn, maker, , program, release, event, ...others] = text.split(':');
  const isForm = urn === 'urn' && maker === 'daylight' && program === facts.id && others.length === 0;
  return isForm && (release === undefined || hasHappened(event, release, facts));
}

/** What an entry tells of a release: that it came out, what is new of its requests, that it corrects others, that it was recalled. */
function hasHappened(event: string | undefined, release: string, { releases, texts }: ProgramFacts): boolean {
  if (event === undefined) return releases.has(release);
  if (event === 'recalled') return texts.has(release);
  if (event === 'news') return releases.get(release)?.files.has(DOCKET) === true;
  const changes = new TextDecoder().decode(releases.get(release)?.files.get('changes.csv'));
  return event === 'corrected' && changes.trimEnd().includes('\n');
}

function isOwnDay(text: string, { releases, texts }: ProgramFacts): boolean {
  const day = /^(.*)T00:00:00Z$/.exec(text)?.[1] ?? '';
  return texts.has(day) || [...releases.keys()].some((release) => closingDay(release) === day);
}
