import { describe, expect, test } from 'vitest';
import type { OutcomeTime } from '../../src/figures/figure.ts';
import type { ManifestPage } from '../../src/figures/manifest.ts';
import { checkFiles } from '../../src/gate/check-files.ts';
import { checkFigure } from '../../src/gate/facts/check-figure.ts';
import { formatFinding } from '../../src/gate/finding.ts';
import type { Outcome } from '../../src/program/request.ts';
import { AGAINST, CUBE, figure, HTML, LISTED, MANIFEST, PAGE, siteWith } from './fixture.ts';

const findings = (changes: Parameters<typeof siteWith>[0]): string[] =>
  checkFiles(siteWith(changes), AGAINST).map(formatFinding);

/** The page with one piece of it replaced; fails if the piece is not there. */
const withHtml = (piece: string, other: string): string => {
  expect(HTML).toContain(piece);
  return HTML.replace(piece, other);
};

const withFigures = (figures: ManifestPage['figures']): ManifestPage => ({ ...LISTED, figures });

const NO_ORIGIN = 'The number has no origin: no figure or word of the manifest reads like this.';

describe('checkFiles finds nothing', () => {
  test('in a site whose numbers are all accounted for', () => {
    expect(findings({})).toEqual([]);
  });

  test('in a data block, a template and a noscript that print declared figures', () => {
    const inside = '<script type="application/json">{"cards": "1,234"}</script>';
    const page = withFigures([...LISTED.figures, { ...figure('1,234', 'count', ['2024|_T']), times: 1 }]);
    expect(findings({ html: withHtml('</main>', `${inside}</main>`), page })).toEqual([]);
  });
});

describe('checkFiles finds a number planted in', () => {
  const cases: [where: string, piece: string, other: string, line: string][] = [
    ['text', 'in person,', 'in person, 7 online,', '#lead: "7"'],
    ['a digit of another script', 'in person,', 'in person, ٧ online,', '#lead: "٧"'],
    ['an attribute', '<table>', '<table data-online="7">', '#cards > table:nth-child(3)@data-online: "7"'],
    ['a title attribute', '<table>', '<table title="Online: 234">', '@title: "234"'],
    [
      'text of a drawing',
      '</svg>',
      '<text>234</text></svg>',
      '#cards > svg:nth-child(2) > text:nth-child(4): "234"',
    ],
    [
      'a spoken label of a drawing',
      'class="bar"',
      'class="bar" aria-label="Online: 234"',
      '@aria-label: "234"',
    ],
    [
      'the description of a drawing',
      '<title>Cards by',
      '<desc>234 online</desc><title>Cards by',
      '> desc: "234"',
    ],
    ['a comment', '<table>', '<!-- online: 7 --><table>', '#cards: "7"'],
    [
      'a data block',
      '<table>',
      '<script type="application/json">{"online":7}</script><table>',
      '> script:nth-child(3): "7"',
    ],
    ['a template', '<table>', '<template><p>7</p></template><table>', '> template:nth-child(3) > p: "7"'],
    ['a noscript', '<table>', '<noscript><p>7</p></noscript><table>', '> noscript:nth-child(3) > p: "7"'],
    ['an id', '<table>', '<table id="online-7">', '#online-7@id: "online-7"'],
    ['an address', '2024-Q4/files/cubes', '2024-Q4/7/cubes', 'a@href'],
    ['a query', 'cards-issued.csv"', 'cards-issued.csv?online=7"', 'a@href'],
    ['geometry', 'width="212.5"', 'width="online 7"', 'rect:nth-child(3)@width: "online 7"'],
  ];

  test.each(cases)('%s', (_where, piece, other, line) => {
    const [found = '', ...rest] = findings({ html: withHtml(piece, other) });
    expect(rest).toEqual([]);
    expect(found).toContain(`${PAGE}: `);
    expect(found).toContain(line);
  });

  test('JSON', () => {
    expect(findings({ files: { 'en/search.json': '{\n"online": 7\n}' } })).toEqual([
      `en/search.json: line 2: "7": ${NO_ORIGIN}`,
    ]);
  });

  test('the name of a file', () => {
    expect(findings({ files: { 'en/online-7.txt': '' } })).toEqual([
      'en/online-7.txt: "online-7.txt": The name of the file holds a number of unknown origin.',
    ]);
  });

  test('the name of a file that a code gives, with its ending', () => {
    expect(
      findings({ files: { 'en/by-2024.txt': 'Online' } }).filter((found) => found.includes('name')),
    ).toEqual([]);
  });

  test('an axis: a figure may not pass for a tick', () => {
    const [found = '', more = ''] = findings({ html: withHtml('>1,500<', '>1,000<') });
    expect(found).toContain('text: "1,000": The manifest lists no such tick for this page.');
    expect(more).toContain('"1,500": The manifest lists this tick 1 times, but the page prints it 0 times.');
  });
});

describe('checkFiles refuses a figure', () => {
  test('printed once more than the manifest says', () => {
    expect(findings({ html: withHtml('</main>', '<p>1,234</p></main>') })).toEqual([
      `${PAGE}: "1,234": The manifest lists this figure or word 1 times, but the page prints it 2 times.`,
    ]);
  });

  test('changed by one on the page', () => {
    const found = findings({ html: withHtml('<data>1,234<', '<data>1,235<') });
    expect(found).toContain(`${PAGE}: #lead > data: "1,235": ${NO_ORIGIN}`);
  });

  test('changed by one on the page and in the manifest', () => {
    const page = withFigures(
      LISTED.figures.map((one) => (one.text === '1,234' ? { ...one, text: '1,235' } : one)),
    );
    expect(findings({ html: withHtml('<data>1,234<', '<data>1,235<'), page })).toEqual([
      `${MANIFEST}: /en/small-town/cards/: "1,235": The figure is not what its origin gives (count of cards-issued|2024|_T in 2024-Q4).`,
    ]);
  });

  test('with one digit more than its precision', () => {
    const [found] = findings({ html: withHtml('81.0%', '81.04%') });
    expect(found).toBe(`${PAGE}: #lead: "81.04%": ${NO_ORIGIN}`);
  });

  test('whose sign is turned', () => {
    const [found] = findings({ html: withHtml(' 81.0%', ' -81.0%') });
    expect(found).toBe(`${PAGE}: #lead: "-81.0%": ${NO_ORIGIN}`);
  });

  test.each(['count', 'difference', 'share'] as const)('that needs a withheld cell (%s)', (formula) => {
    const page = withFigures([
      ...LISTED.figures,
      { ...figure('234', formula, ['2024|online', '2024|_T']), times: 1 },
    ]);
    expect(findings({ html: withHtml('<td>', '<td>234 '), page })).toEqual([
      `${MANIFEST}: /en/small-town/cards/: "234": The figure needs a count that is not published (${formula} of cards-issued|2024|online, cards-issued|2024|_T).`,
    ]);
  });

  test('of a bar whose label is not its cell', () => {
    const page = withFigures(
      LISTED.figures.flatMap((one) =>
        one.text === '1,000'
          ? [
              { ...one, times: 1 },
              { ...one, text: '1,001', times: 1 },
            ]
          : [one],
      ),
    );
    const [found] = findings({ html: withHtml('In person: 1,000', 'In person: 1,001'), page });
    expect(found).toContain(
      'The figure is not what its origin gives (count of cards-issued|2024|in-person in 2024-Q4).',
    );
  });

  test('that passes for a word', () => {
    const page = { ...LISTED, words: [...LISTED.words, { text: '234', kind: 'release' as const, times: 1 }] };
    expect(findings({ html: withHtml('<td>', '<td>234 '), page })).toEqual([
      `${MANIFEST}: /en/small-town/cards/: "234": No text of kind "release" reads like this.`,
    ]);
  });
});

describe('checkFiles refuses a file', () => {
  test('of a release with one byte changed', () => {
    const changed =
      'period,channel,count,status,note\n2024,_T,1235,,\n2024,in-person,1000,,\n2024,online,,c,Hidden\n';
    expect(findings({ files: { [CUBE]: changed } })).toEqual([
      `${CUBE}: The file differs from the one that was sealed.`,
    ]);
  });

  test('that the release does not have', () => {
    const file = CUBE.replace('cards-issued', 'draft');
    expect(findings({ files: { [file]: '' } })).toEqual([`${file}: The release has no such file.`]);
  });

  test('that the site does not serve', () => {
    const files = new Map(siteWith({}));
    files.delete(CUBE.replace('cubes/cards-issued.csv', 'SHA256SUMS'));
    const [found] = checkFiles(files, AGAINST);
    expect(found?.why).toBe('The release has this file, but the site does not serve it.');
  });

  test('of a kind that it does not know', () => {
    expect(findings({ files: { 'en/notes.docx': 'x' } })).toEqual([
      'en/notes.docx: The gate knows no such kind of file.',
    ]);
  });

  test('of public/ that is not as it was', () => {
    const public_ = new Map([['icon.png', new Uint8Array([1, 2])]]);
    const same = new Map([...siteWith({}), ['icon.png', new Uint8Array([1, 2])] as const]);
    const other = new Map([...siteWith({}), ['icon.png', new Uint8Array([1, 3])] as const]);
    expect(checkFiles(same, { ...AGAINST, assets: public_ })).toEqual([]);
    expect(checkFiles(other, { ...AGAINST, assets: public_ })).toHaveLength(1);
    const headers = new Map([...siteWith({}), ['_headers', new Uint8Array([1])] as const]);
    expect(checkFiles(headers, { ...AGAINST, assets: new Map([['_headers', new Uint8Array([1])]]) })).toEqual(
      [],
    );
    expect(checkFiles(headers, { ...AGAINST, assets: public_ })).toHaveLength(1);
  });
});

describe('checkFiles makes again', () => {
  const says = (text: string, origin: ManifestPage['figures'][number]['origin']) =>
    findings({
      html: withHtml('in person,', `in person, ${text},`),
      page: withFigures([...LISTED.figures, { text, origin, times: 1 }]),
    });
  const cells = { kind: 'cells', program: 'small-town', release: '2024-Q4', decimals: 0 } as const;
  const both = ['cards-issued|2024|in-person', 'cards-issued|2024|online'];
  const papers = { kind: 'papers', program: 'small-town', path: 'records.validity.0.years' } as const;
  const day = { kind: 'calendar', program: 'small-town', release: '2024-Q4', period: '2024' } as const;

  test('the least and most that cells can add up to, hidden ones by their proved ranges', () => {
    expect(says('1,000', { ...cells, formula: 'least', cells: both })).toEqual([]);
    expect(says('1,234', { ...cells, formula: 'most', cells: both })).toEqual([]);
    expect(says('1,001', { ...cells, formula: 'least', cells: both }).join()).toContain('least of');
    expect(says('9,999', { ...cells, formula: 'most', cells: both }).join()).toContain('most of');
  });

  test('a number of program.json, and no other', () => {
    expect(says('5', papers)).toEqual([]);
    expect(says('6', papers).join()).toContain('records.validity.0.years');
    expect(says('5', { ...papers, path: 'records.validity.1.years' }).join()).toContain('has no number at');
  });

  test('a month some years after a period of the release', () => {
    expect(says('December 2027', { ...day, years: 3 })).toEqual([]);
    expect(says('December 2028', { ...day, years: 3 }).join()).toContain('years after');
    expect(says('December 2027', { ...day, period: '2031', years: 3 }).join()).toContain('has no period');
  });

  test('the day on which the next release is due, by the schedule', () => {
    const due = { kind: 'schedule', program: 'small-town', release: '2024-Q4' } as const;
    expect(says('May 15, 2025', due)).toEqual([]);
    expect(says('May 16, 2025', due).join()).toContain('the release due after 2024-Q4');
    expect(says('May 15, 2025', { ...due, release: '2025-Q1' }).join()).toContain('No release is due');
  });

  test('the month until which a record is kept, by the rules, of a month in which the way was open', () => {
    const kept = {
      kind: 'kept-until',
      program: 'small-town',
      channel: 'online',
      group: 'online-card',
      age: '14-64',
      month: '2025-02',
    } as const;
    expect(says('February 2033', kept)).toEqual([]);
    expect(says('February 2025', { ...kept, age: '' })).toEqual([]);
    expect(says('February 2034', kept).join()).toContain('until which records of 2025-02 are kept');
    expect(says('March 2033', { ...kept, month: '2025-03' }).join()).toContain('nobody could apply');
    expect(says('February 2033', { ...kept, age: '65-plus' }).join()).toContain('No rule');
    expect(says('February 2033', { ...kept, group: 'other' }).join()).toContain('No rule');
  });

  test('a number of the invented table, and no other', () => {
    expect(says('96', { kind: 'example', path: 'table.0.1' })).toEqual([]);
    expect(says('97', { kind: 'example', path: 'table.0.1' }).join()).toContain('of the invented table');
    expect(says('96', { kind: 'example', path: 'table.9.1' }).join()).toContain('has no number at');
  });
});

describe('checkFigure of requests counted by what became of them', () => {
  const counted = (text: string, when: OutcomeTime, outcomes: readonly Outcome[] = ['in_court']) => {
    const origin = { kind: 'requests', program: 'small-town', among: 'all', year: '' } as const;
    return checkFigure({ text, origin: { ...origin, outcomes, when } }, 'en', AGAINST.facts);
  };

  test('at any time: with those that stand otherwise now', () => {
    expect(counted('1', 'ever')).toBeUndefined();
    expect(counted('1', 'last')).toContain('not what its origin gives');
    expect(counted('0', 'last')).toBeUndefined();
  });

  test('in each of several ways at some time', () => {
    expect(counted('1', 'each', ['declined', 'in_court'])).toBeUndefined();
    expect(counted('1', 'each', ['declined', 'set_aside_by_court'])).toContain('not what its origin gives');
    expect(counted('0', 'each', ['declined', 'set_aside_by_court'])).toBeUndefined();
  });
});
