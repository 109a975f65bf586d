/** The TypeScript types of messages, from the English file: `message-types.ts`, as it is kept. */
import type { Written } from '../../../src/site/messages/read-messages.ts';
import { type Parameter, parametersOf } from './parameters.ts';

const HEADER = `/** What messages there are and what each takes. Made from en.json by \`npm run messages\`: change that file, not this one. */
`;

/** Lines longer than this are broken, as Biome does it. */
const WIDTH = 110;

export function printTypes(messages: Written): string {
  const tree = printTree(messages, '  ');
  const used = ['Count', 'Message', 'Piece'].filter((name) => tree.includes(name)).join(', ');
  return `${HEADER}import type { ${used} } from './format.ts';\n\nexport interface WrittenMessages {\n${tree}}\n`;
}

function printTree(messages: Written, indent: string): string {
  return Object.entries(messages)
    .map(([name, text]) => {
      const start = `${indent}readonly ${/^\w+$/.test(name) ? name : `'${name}'`}: `;
      return typeof text === 'string'
        ? printMessage(start, text, indent)
        : `${start}{\n${printTree(text, `${indent}  `)}${indent}};\n`;
    })
    .join('');
}

function printMessage(start: string, text: string, indent: string): string {
  const values = [...parametersOf(text)].map(([name, parameter]) => `readonly ${name}: ${typeOf(parameter)}`);
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
