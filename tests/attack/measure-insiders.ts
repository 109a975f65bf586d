// What insiders can tell of a release, asked on this thread.

import { askInsiders, askings, countInsiders } from '../../src/attack/insiders.ts';
import { type AuditInput, openReported } from '../../src/attack/reported.ts';
import type { Insiders } from '../../src/formats/audit-file.ts';
import { valueAt } from '../../src/indexes/look-up.ts';

export function measureInsiders(input: AuditInput): Insiders {
  const { report, solver } = input;
  const reportedOf = openReported(input);
  const told = askings(report).map((asking) => {
    const found = valueAt(report.blocks, asking.block);
    return askInsiders(asking, found, reportedOf(found), solver);
  });
  return countInsiders(report, told);
}
