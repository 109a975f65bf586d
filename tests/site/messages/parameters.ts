/** What a message in ICU MessageFormat takes: its parameters, and the forms by which it chooses. */
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';

export type Parameter =
  | { readonly kind: 'piece' }
  /** `options` are the forms that are written: `one`, `few`, `=0`. */
  | { readonly kind: 'plural' | 'select'; readonly options: readonly string[] };

/** Parameters by name, a plural or a select before a mere place; throws on syntax, and on what our messages do not use. */
export function parametersOf(text: string): ReadonlyMap<string, Parameter> {
  const found = new Map<string, Parameter>();
  for (const [name, parameter] of parametersIn(elementsOf(text)))
    if (parameter.kind !== 'piece' || !found.has(name)) found.set(name, parameter);
  return found;
}

function elementsOf(text: string): readonly MessageFormatElement[] {
  try {
    return parse(text, { ignoreTag: true });
  } catch (error) {
    throw new Error(`"${text}" is not valid ICU MessageFormat`, { cause: error });
  }
}

function parametersIn(elements: readonly MessageFormatElement[]): [string, Parameter][] {
  return elements.flatMap((element): [string, Parameter][] => {
    switch (element.type) {
      case TYPE.literal:
        return [];
      case TYPE.argument:
        return [[element.value, { kind: 'piece' }]];
      case TYPE.plural:
      case TYPE.select: {
        const kind = element.type === TYPE.plural ? 'plural' : 'select';
        const inner = Object.values(element.options).flatMap(({ value }) => parametersIn(value));
        return [[element.value, { kind, options: Object.keys(element.options) }], ...inner];
      }
      default:
        throw new Error(
          'numbers and days arrive as they are printed: write {count}, not # or {count, number}',
        );
    }
  });
}
