// What insiders can tell of a release, asked on this thread.

import { askings, countInsiders, openInsiders } from '../../src/attack/insiders.ts';
import type { AuditInput } from '../../src/attack/reported.ts';
import type { Insiders } from '../../src/formats/audit-file.ts';

export function measureInsiders(input: AuditInput): Insiders {
  return countInsiders(input.report, askings(input.report).map(openInsiders(input)));
}
