/** "Try to break it" in English. In texts for the script, `{name}` is filled in with a number or a label. */
import type { Link, Sentence } from '../../sentence.ts';

export const attackPage = {
  name: 'Try to break it',
  lead: [
    'Here your own device tries to find out what was hidden. It reads what anybody can read, computes everything that can be proved from it, and shows for each hidden count how far it gets.',
  ] as Sentence,
  heading: 'Attack',
  needsScript: [
    'The attack runs here with JavaScript. Without it, the command below does the same on a computer of your own.',
  ] as Sentence,
  reads: 'What is attacked',
  release: (release: Link): Sentence => ['Release ', release, ': all its cells'],
  record: 'Figures that others published',
  elsewhere: 'The same on a computer of your own',
  elsewhereText: [
    'Nothing leaves your device: it fetches the published files, and a solver as its makers published it. The command below runs the same attack from a copy of this repository, on recalled releases too.',
  ] as Sentence,
  seeAlso: (method: Link, audit: Link): Sentence => [
    'The rules: ',
    method,
    '. The result for every hidden count: ',
    audit,
    '.',
  ],
  words: {
    begin: 'Attack everything that was published',
    stop: 'Stop',
    stopped: 'The attack was stopped before its end. That proves nothing.',
    reading: 'Reading the published files.',
    fetching: 'Fetching the solver.',
    joining: 'Joining everything that was published into one system of sums.',
    attacking: 'Attacking group {group} of {groups}.',
    failed:
      'It did not work on this device: a file did not arrive, or the browser is too old to run WebAssembly beside the page. The command below does the same.',
    refused:
      "It did not work, and not because of your device: this website’s server sends a Content-Security-Policy that forbids WebAssembly. Whoever runs the server can allow it for the file of the attack, with script-src 'self' 'wasm-unsafe-eval'. The command below does the same.",
    kept: 'The attack is over. {hidden} hidden counts in {groups} groups: of none can it be told that it stands for somebody and lies below the threshold.',
    broken: 'The attack succeeded for {broken} of {hidden} hidden counts. Please tell the office.',
    cell: 'Hidden count',
    between: 'From everything that was published, this count is at least {least} and at most {most}.',
    unlimited:
      'From everything that was published, this count is at least {least}, and nothing limits it from above.',
    open: 'It can be zero, and it can be {many} or more. Nobody can tell which.',
    large: 'It is certain to be {many} or more. That may be known: so large a count points to nobody.',
    told: 'More can be told of it than should be.',
    waysCaption: 'Ways to fill in this count and those that a published sum joins it with',
    ways: ['One way', 'Another way'] as readonly [string, string],
    agree:
      'Each way fills in all {cells} unknown counts of the group, and its {sums} sums and limits hold exactly.',
    until: 'up to {period}',
  },
};
