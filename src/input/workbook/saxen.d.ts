/** The parts of `saxen` that are used: it ships no types. */
declare module 'saxen' {
  type Decode = (text: string) => string;

  export class Parser {
    /** `attributes` gives those of the element as they are written. */
    on(
      event: 'openTag',
      take: (name: string, attributes: () => Readonly<Record<string, string>>, decode: Decode) => void,
    ): this;
    on(event: 'closeTag', take: (name: string) => void): this;
    on(event: 'text', take: (text: string, decode: Decode) => void): this;
    on(event: 'cdata', take: (text: string) => void): this;
    on(event: 'error', take: (error: Error) => void): this;
    parse(xml: string): void;
  }
}
