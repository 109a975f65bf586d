/** The TypeScript types of messages, as `message-types.ts` has them: English says which there are, all languages together what each takes. */
import type { Written } from '../../../src/site/messages/read-messages.ts';
import { type Parameter, parametersOf } from './parameters.ts';

const HEADER = `/** What messages there are and what each takes. Made from en.json by \`npm run messages\`: change that file, not this one. */
`;

/** Lines longer than this are broken, as Biome does it. */
const WIDTH = 110;

export function printTypes(english: Written, others: readonly Written[]): string {
  const tree = printTree(english, others, '  ');
  const used = ['Count', 'Message', 'Piece'].filter((name) => tree.includes(name)).join(', ');
  return `${HEADER}import type { ${used} } from './format.ts';\n\nexport interface Messages {\n${tree}}\n`;
}

function printTree(english: Written, others: readonly Written[], indent: string): string {
  return Object.entries(english)
    .map(([name, text]) => {
      const start = `${indent}readonly ${/^\w+$/.test(name) ? name : `'${name}'`}: `;
      const same = others.flatMap((other) => other[name] ?? []);
      return typeof text === 'string'
        ? printMessage(start, [text, ...same.filter((one) => typeof one === 'string')], indent)
        : `${start}{\n${printTree(
            text,
            same.filter((one) => typeof one !== 'string'),
            `${indent}  `,
          )}${indent}};\n`;
    })
    .join('');
}

/** A language may say what is counted by its unit, another by its name; one has a plural where another has none. */
function printMessage(start: string, texts: readonly string[], indent: string): string {
  const parameters = new Map<string, Parameter>();
  for (const [name, parameter] of texts.flatMap((text) => [...parametersOf(text)]))
    if (parameter.kind !== 'piece' || !parameters.has(name)) parameters.set(name, parameter);
  const values = [...parameters].map(([name, parameter]) => `readonly ${name}: ${typeOf(parameter)}`);
  if (values.length === 0) return `${start}string;\n`;
  const line = `${start}Message<{ ${values.join('; ')} }>;\n`;
  if (line.length - 1 <= WIDTH) return line;
  return `${start}Message<{\n${values.map((value) => `${indent}  ${value};\n`).join('')}${indent}}>;\n`;
}

function typeOf(parameter: Parameter): string {
  switch (parameter.kind) {
    case 'piece':
      return 'Piece';
    case 'plural':
      return 'Count';
    case 'select':
      return parameter.options.map((option) => `'${option}'`).join(' | ');
  }
}
