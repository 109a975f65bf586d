/** A released CSV file as Parquet, for programs that read tables of any size. */
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Resource } from '../../formats/datapackage-file.ts';
import { valueAt } from '../../indexes/look-up.ts';
import { splitCsv } from '../../reading/csv.ts';

/** Counts are numbers and all else is text; what is empty in the CSV is missing. The same text gives the same bytes. */
export function formatParquet({ schema: { fields } }: Resource, text: string): Uint8Array {
  const [, ...rows] = splitCsv(text, ',');
  const columnData = fields.map(({ name, type }, at) => {
    const isNumber = type === 'integer';
    const data = rows.map((row) => typedValue(valueAt(row, at), isNumber));
    return { name, data, type: isNumber ? ('INT64' as const) : ('STRING' as const), nullable: true };
  });
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy: 'Daylight' }));
}

function typedValue(field: string, isNumber: boolean): string | bigint | null {
  if (field === '') return null;
  return isNumber ? BigInt(field) : field;
}
