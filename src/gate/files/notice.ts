/** An invented program's pages say so, in sight, and ask search engines to leave them out. */
import type { Finding } from '../finding.ts';
import { attribute, findElements, hasClass } from '../places.ts';

type Document = Parameters<typeof findElements>[0];

export function noticeFindings(file: string, document: Document): Finding[] {
  const elements = findElements(document);
  const hasNotice = elements.some(
    ({ element }) => hasClass(element, 'invented-banner') && element.childNodes.length > 0,
  );
  const robots = elements.find(
    ({ element }) => element.tagName === 'meta' && attribute(element, 'name') === 'robots',
  );
  const isLeftOut = robots !== undefined && /\bnoindex\b/.test(attribute(robots.element, 'content') ?? '');
  return [
    ...(hasNotice ? [] : ['The page of an invented program does not say that its figures are invented.']),
    ...(isLeftOut
      ? []
      : ['The page of an invented program does not ask search engines to leave it out (noindex).']),
  ].map((why) => ({ file, where: '', what: '', why }));
}
