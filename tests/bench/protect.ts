/**
 * Protects every case of a folder at k = 5 and 10, each in a process of its own, and prints a line per run: its
 * figures, and its cost and seconds against those of other programs (`peers.csv`) and against the least cost of a
 * weaker promise (`optimum.csv`), where these files lie beside the folder.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { type Measurement, measureNode } from './measure.ts';

const CASES = '../shared/cases/tables';
const THRESHOLDS = [5, 10];
/** The program that most others are measured by: Gaussian elimination, which guards against exact recovery alone. */
const PEER = 'gauss';
const SUMMARY =
  /^cells (\d+), primary (\d+), complementary (\d+), cost (\d+), people \d+, (.+), seconds ([\d.]+)$/m;

type Row = Readonly<Record<string, string>>;

export async function benchProtect([folder = CASES]: readonly string[]): Promise<Measurement[]> {
  const peers = readRows(join(folder, '..', 'peers.csv'));
  const optima = readRows(join(folder, '..', 'optimum.csv'));
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  for (const name of names) {
    for (const k of THRESHOLDS) {
      const instance = name.replace(/\.json$/, '');
      const peer = peers.find((row) => row.instance === instance && row.peer === PEER && row.k === String(k));
      const least = optima.find((row) => row.case === instance && row.k === String(k))?.cost_lower_end;
      console.log(`  ${instance} k = ${k}: ${await protectOnce(join(folder, name), k, peer, least)}`);
    }
  }
  return [];
}

async function protectOnce(
  file: string,
  k: number,
  peer: Row | undefined,
  least: string | undefined,
): Promise<string> {
  const args = ['scripts/protect.ts', file, '--k', String(k)];
  const run = await measureNode(args, '.').catch((error: unknown) => error);
  if (run instanceof Error) return `refused. ${run.message.split('\n').at(-2) ?? ''}`;
  const { messages, peakMb } = run as Awaited<ReturnType<typeof measureNode>>;
  const [, cells, primary, complementary, cost, bound, seconds] = SUMMARY.exec(messages) ?? [];
  return [
    `${cells} cells, ${primary} primary, ${complementary} complementary`,
    `cost ${cost} (${bound}${ratio(', ', cost, peer?.sum_secondary, ` times ${PEER}`)}${ratio(', ', cost, least, ' times the lower end')})`,
    `${seconds} s${ratio(' (', seconds, peer?.median_s, ` times ${PEER})`)}`,
    `${Math.round(peakMb)} MB`,
  ].join('; ');
}

/** Empty where there is nothing to compare with. */
function ratio(before: string, value: string | undefined, base: string | undefined, after: string): string {
  return value !== undefined && Number(base) > 0
    ? `${before}${(Number(value) / Number(base)).toFixed(2)}${after}`
    : '';
}

function readRows(file: string): Row[] {
  return existsSync(file) ? Papa.parse<Row>(readFileSync(file, 'utf8').trim(), { header: true }).data : [];
}
