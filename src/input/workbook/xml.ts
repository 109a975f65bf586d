/** The elements of an XML file one by one, by their names without a prefix. Entities of its own are never resolved. */
import { Parser } from 'saxen';

/** The value of an attribute, with or without a prefix. */
export type Attribute = (name: string) => string | undefined;

export interface XmlTaker {
  readonly open: (name: string, attribute: Attribute) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Throws where the file is no XML. */
export function walkXml(xml: string, { open, close, text }: XmlTaker): void {
  const parser = new Parser()
    .on('error', (error) => {
      throw error;
    })
    .on('openTag', (name, attributes, decode) => {
      open(local(name), (wanted) => {
        const value = attributeOf(attributes(), wanted);
        return value === undefined ? undefined : decode(value);
      });
    });
  if (close !== undefined) parser.on('closeTag', (name) => close(local(name)));
  if (text !== undefined) parser.on('text', (raw, decode) => text(decode(raw))).on('cdata', text);
  parser.parse(xml);
}

function attributeOf(all: Readonly<Record<string, string>>, wanted: string): string | undefined {
  return all[wanted] ?? Object.entries(all).find(([key]) => key.endsWith(`:${wanted}`))?.[1];
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
