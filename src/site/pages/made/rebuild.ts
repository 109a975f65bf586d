/**
 * A worked example: how to draw a chart again from its file, in three lines of Python and three of R. It takes the first
 * table of periods, alone or by one dimension more; tests run the lines against the cells of the release.
 */
import type { Table } from '../../../program/program.ts';
import { tablePath } from '../../../release/layout.ts';
import type { Section } from '../../frame/page.ts';
import type { ReleaseView } from '../../view.ts';

export function rebuildSections(view: ReleaseView): Section[] {
  const { dataPage } = view.messages;
  const table = view.release.declaration.tables.find(isSimple);
  if (table === undefined) return [];
  const divided = Object.keys(table.levels).find((dimension) => dimension !== 'period');
  const path = tablePath(table.id);
  return [
    {
      id: 'rebuild',
      heading: [dataPage.rebuild],
      blocks: [
        { kind: 'prose', text: dataPage.rebuildLead({ table: table.title }) },
        { kind: 'prose', text: [dataPage.pandas] },
        { kind: 'commands', lines: inPython(path, divided) },
        { kind: 'prose', text: [dataPage.r] },
        { kind: 'commands', lines: inR(path, divided) },
      ],
    },
  ];
}

function isSimple({ levels }: Table): boolean {
  return levels.period !== undefined && Object.keys(levels).length <= 2;
}

/** Periods are read as text, or 2024 would be a number. */
function inPython(path: string, divided: string | undefined): string[] {
  const columns = divided === undefined ? '' : `, columns="${divided}"`;
  return [
    'import pandas, matplotlib.pyplot as plot',
    `table = pandas.read_csv("${path}", dtype={"period": str})`,
    `table.pivot_table(index="period"${columns}, values="count", sort=False, dropna=False).plot.bar(); plot.show()`,
  ];
}

function inR(path: string, divided: string | undefined): string[] {
  const by = divided === undefined ? 'table["period"]' : `table[c("${divided}", "period")]`;
  return [
    `table <- read.csv("${path}", colClasses = c(period = "character"))`,
    `counts <- tapply(table$count, ${by}, sum)`,
    'barplot(counts, beside = TRUE, legend.text = TRUE)',
  ];
}
