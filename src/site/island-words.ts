/** Words of messages as a script of the page takes them: plain texts, since they travel as JSON; it fills in what stands in braces. */

/** A group of messages with the same names, each a text. */
export type Patterns<Group> = {
  readonly [Name in keyof Group]: Group[Name] extends string | { readonly pattern: unknown }
    ? string
    : Patterns<Group[Name]>;
};

export function patternsOf<Group extends object>(group: Group): Patterns<Group> {
  const entries = Object.entries(group).map(([name, message]) => [name, patternOf(message)]);
  return Object.fromEntries(entries) as Patterns<Group>;
}

function patternOf(message: string | { readonly pattern: () => string } | object): unknown {
  if (typeof message === 'string') return message;
  return 'pattern' in message ? message.pattern() : patternsOf(message);
}

/** The text with its names filled in. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
