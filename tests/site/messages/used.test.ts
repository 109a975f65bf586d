// What the guard of unused messages sees in a file.
import { expect, test } from 'vitest';
import { usedIn } from './used.ts';

const english = {
  docket: { title: 'Requests', kinds: { closed: 'Closed', statement: 'Said' }, open: 'Open' },
  tables: { title: 'Tables', open: 'Open' },
};

const used = (text: string, path = 'page.ts') => [...usedIn(path, text, english)].sort();

test('usedIn of an access: that message, and no other of its name', () => {
  expect(used('say(view.messages.docket.title);')).toEqual(['docket.title']);
});

test('usedIn of names that are taken out of messages: what is asked of these', () => {
  const text =
    'function f({ messages: { docket: words } }: View) { const { kinds, open } = words; say(kinds.closed, open); }';
  expect(used(text)).toEqual(['docket.kinds.closed', 'docket.open']);
});

test('usedIn of names that nothing is asked of: nothing', () => {
  expect(
    used("import { open } from './docket.ts'; const { docket } = messages; docket.count; tables.title;"),
  ).toEqual([]);
});

test('usedIn of a group that is read by a code or handed on: all of it', () => {
  expect(used('messages.docket.kinds[code]')).toEqual(['docket.kinds']);
  expect(used('wordOf(messages.docket.kinds, code)')).toEqual(['docket.kinds']);
});

test('usedIn of a parameter that is told to be messages: what is asked of it', () => {
  expect(
    used(
      "function f({ tables }: Messages, words: Messages['docket']) { return [tables.open, words.title]; }",
    ),
  ).toEqual(['docket.title', 'tables.open']);
});

test('usedIn of a component: what stands in its markup too', () => {
  const text =
    '---\nconst { messages } = Astro.props;\nconst { docket } = messages;\n---\n<p>{docket.open}</p><p>{messages.tables.title}</p>';
  expect(used(text, 'Page.astro')).toEqual(['docket.open', 'tables.title']);
});

test('usedIn of a name that means something else in another function: not what it means there', () => {
  const text =
    'function f({ docket }: Messages) { say(docket.title); }\nfunction g({ docket }: Release) { say(docket.open); }';
  expect(used(text)).toEqual(['docket.title']);
});
