/** Which way those changed whom relations leave over. */
import { entryOf, valueAt } from '../indexes/look-up.ts';
import { commonWay, type Sign, type Signs } from './sign.ts';
import { isSlack } from './slack.ts';
import type { System } from './system.ts';

interface SlackChange {
  readonly key: string;
  readonly measure: string;
  /** Its change, where that of all else in the relation is known. */
  readonly change: number | undefined;
  /** Which way the others say that it went. */
  readonly way: Sign | 0;
}

/**
 * Of what relations leave over, where one of their cells may have changed. Where both sides grew by who knows how many, it is read as
 * one-sided too: as all that is known of the relation is less, or else as more.
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
    const way = commonWay(changed.map(({ key, times }) => times * entryOf(changes, key)));
    return [{ key: slack.key, measure: slack.measure, change, way }];
  });
  const known = new Map(
    found.flatMap(({ key, change }) => (change === undefined ? [] : [[key, change] as const])),
  );
  const told = Map.groupBy(
    found.filter(({ change }) => change !== undefined && change !== 0),
    ({ measure }) => measure,
  );
  const signs = found.map(({ key, measure, way }): readonly [string, Sign | 0] => {
    if (known.has(key)) return [key, commonWay([entryOf(known, key)])];
    const isLess = told.get(measure)?.every(({ change }) => change !== undefined && change < 0);
    const supposed = isLess ? -1 : 1;
    return [key, way === 0 ? supposed : way];
  });
  return new Map(signs.filter(([, sign]) => sign !== 0));
}
