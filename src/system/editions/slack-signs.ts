/** Which way those changed whom relations leave over. */
import { entryOf, valueAt } from '../../indexes/look-up.ts';
import { isSlack } from '../slack.ts';
import type { System } from '../system.ts';
import { commonWay, type Sign, type Signs } from './sign.ts';

interface SlackChange {
  readonly key: string;
  readonly measure: string;
  /** Its change, where that of all else in the relation is known. */
  readonly change: number | undefined;
  /** Which way the others say that it went; 0 where they say both. */
  readonly way: Sign | 0;
  /** Of one of the others nobody knows which way it went. */
  readonly isOpen: boolean;
}

/**
 * Of what relations leave over, where one of their cells may have changed. Where both sides grew by who knows how many, it is read as
 * one-sided too: as all that is known of the relation is less, or else as more. It is 0 where nobody knows which way one of them went.
 */
export function slackSigns(
  { cells, rows }: System,
  changeOf: (key: string) => number,
  changes: Signs,
): Signs {
  const found = rows.flatMap((row): SlackChange[] => {
    const at = row.cells.findIndex((cell) => isSlack(valueAt(cells, cell).measure));
    if (at < 0) return [];
    const terms = row.cells.map((cell, term) => ({
      ...valueAt(cells, cell),
      times: -valueAt(row.coefficients, term),
    }));
    const slack = valueAt(terms, at);
    const changed = terms.filter(({ key }, term) => term !== at && changes.has(key));
    if (changed.length === 0) return [];
    const sum = changed.reduce((total, { key, times }) => total + times * changeOf(key), 0);
    const change = Number.isNaN(sum) ? undefined : sum;
    const ways = changed.map(({ key, times }) => times * entryOf(changes, key));
    const isOpen = changed.some(({ key }) => entryOf(changes, key) === 0);
    return [{ key: slack.key, measure: slack.measure, change, way: commonWay(ways), isOpen }];
  });
  const known = new Map(
    found.flatMap(({ key, change }) => (change === undefined ? [] : [[key, change] as const])),
  );
  const told = Map.groupBy(
    found.filter(({ change }) => change !== undefined && change !== 0),
    ({ measure }) => measure,
  );
  const signs = found.flatMap(({ key, measure, way, isOpen }): (readonly [string, Sign | 0])[] => {
    const change = known.get(key);
    if (change !== undefined) return change === 0 ? [] : [[key, commonWay([change])]];
    const isLess = told.get(measure)?.every((one) => one.change !== undefined && one.change < 0);
    const supposed = isLess ? -1 : 1;
    return [[key, way === 0 && !isOpen ? supposed : way]];
  });
  return new Map(signs);
}
