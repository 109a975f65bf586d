// What insiders can tell of a release, asked on this thread.

import { askings, countInsiders, type InsiderInput, openInsiders } from '../../src/attack/insiders.ts';
import type { Insiders } from '../../src/formats/audit-file.ts';

export function measureInsiders(input: InsiderInput): Insiders {
  return countInsiders(input.report, askings(input.report).map(openInsiders(input)));
}
