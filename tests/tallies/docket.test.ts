/** The clerk's docket at the door: what is taken, and every fault with its file, line, column and remedy. */
import { describe, expect, test } from 'vitest';
import { edit, FILES, readFiles } from './docket-fixture.ts';

const REQUESTS = 'legal-requests.csv';
const EVENTS = 'legal-request-events.csv';
const ZEROS = 'certified-zeros.csv';

describe('readDocket', () => {
  test('gives requests in order of receipt, each with its events in order of time', async () => {
    const read = await readFiles();
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const [first, second] = read.value.requests;
    expect(first).toMatchObject({
      request: 'r-1',
      people: 'program',
      documents: ['https://port.example/a', 'https://port.example/b'],
      asksFor: 'All applications, with papers',
    });
    expect(first?.events.map(({ kind }) => kind)).toEqual(['received', 'statement', 'closed']);
    expect(second).toMatchObject({ people: 1, due: '' });
    expect(read.value.zeros).toHaveLength(1);
  });

  test('keeps nowhere how many people’s data left', async () => {
    const read = await readFiles();
    expect(JSON.stringify(read)).not.toContain('peopleLeft');
  });

  test('leaves out a request under an order of silence, though it checks it', async () => {
    const silenced = edit(REQUESTS, ',One application,1,,,no', ',One application,1,,,yes');
    const read = await readFiles(silenced);
    expect(read.ok && read.value.requests.map(({ request }) => request)).toEqual(['r-1']);
    const broken = await readFiles({ ...silenced, ...edit(EVENTS, 'application_data,1', 'nothing,') });
    expect(broken.ok).toBe(false);
  });

  test('leaves for a later release what lies after the end of this one', async () => {
    const read = await readFiles({
      [REQUESTS]: FILES[REQUESTS]?.replace('r-2,2024-03-11', 'r-2,2024-07-01') ?? '',
      [EVENTS]:
        FILES[EVENTS]
          ?.replaceAll('r-2,2024-03-20', 'r-2,2024-07-20')
          .replace('r-1,2024-02-28', 'r-1,2024-07-28') ?? '',
    });
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.value.requests.map(({ request, events }) => [request, events.length])).toEqual([['r-1', 2]]);
  });

  test('understands a byte order mark, semicolons, CRLF and blank rows', async () => {
    const semicolons = `\uFEFF${FILES[ZEROS]?.replaceAll(',', ';').replaceAll('\n', '\r\n')};;;;;\r\n`;
    const read = await readFiles({ [ZEROS]: semicolons });
    expect(read.ok && read.value.zeros.length).toBe(1);
  });

  test('does without a file of certificates, and without requests', async () => {
    const header = (name: string) => `${FILES[name]?.split('\n')[0]}\n`;
    const read = await readFiles({
      [REQUESTS]: header(REQUESTS),
      [EVENTS]: header(EVENTS),
      [ZEROS]: undefined,
    });
    expect(read).toEqual({ ok: true, value: { requests: [], zeros: [] } });
  });

  test('refuses a certificate that a request under an order of silence contradicts', async () => {
    const silenced = edit(REQUESTS, ',One application,1,,,no', ',One application,1,,,yes');
    const read = await readFiles({ ...silenced, ...edit(ZEROS, 'civil_subpoena', 'search_warrant') });
    expect(read).toMatchObject({ ok: false, problems: [{ code: 'zero-contradicted' }] });
  });

  test('never repeats what stands in a field', async () => {
    const read = await readFiles({
      ...edit(
        REQUESTS,
        'r-2,2024-03-11,local_police,Port Police',
        'Zebra Quagga,1/2/24,zebra,quagga@zebra.example',
      ),
      ...edit(EVENTS, 'application_data,1', 'zebra,-77'),
    });
    const said = JSON.stringify(read);
    expect(read.ok).toBe(false);
    expect(said).not.toMatch(/zebra|quagga|77/i);
  });

  test('tells of a file that is not there, and of one that is empty', async () => {
    const read = await readFiles({ [REQUESTS]: undefined, [EVENTS]: '' });
    const codes = read.ok ? [] : read.problems.map(({ file, code }) => [file, code]);
    expect(codes).toContainEqual([REQUESTS, 'missing-file']);
    expect(codes).toContainEqual([EVENTS, 'empty-file']);
  });
});
