/** For residents, in plain words: what the site can never tell about them, what it cannot promise, what they can do. */

import type { Contact } from '../../../program/contact.ts';
import type { Link, Sentence } from '../../figures/sentence.ts';
import type { Page, Section } from '../../frame/page.ts';
import { messagesIn } from '../../messages/messages.ts';
import { sitePath } from '../../routes.ts';
import { contactPart } from '../../view.ts';

export const PROMISE = 'promise';
const TRACKING = 'tracking';

/** Every page leads there. */
export function promiseLink(language: string): Link {
  return { href: sitePath(language, PROMISE), label: messagesIn(language).promise.name };
}

/** And there to whether it tracks them, on a line of its own. */
export function trackingLink(language: string): Link {
  return { href: `${sitePath(language, PROMISE)}#${TRACKING}`, label: messagesIn(language).promise.tracking };
}

/** Who publishes this copy of the site, or that nobody is named. */
export function publisherSentence(language: string, publisher: Contact | undefined): Sentence {
  const { promise } = messagesIn(language);
  return publisher === undefined ? [promise.noPublisher] : promise.publisher({ who: contactPart(publisher) });
}

/**
 * `home` is where the site begins: its programs, or the only one. `isCounted`: whether a city counts its secret tallies with it.
 * `publisher` runs the site.
 */
export function promisePage(
  language: string,
  home: Link,
  { isCounted, publisher }: { readonly isCounted: boolean; readonly publisher: Contact | undefined },
): Page {
  const { promise, resident } = messagesIn(language);
  const programs = { href: home.href, label: home.label };
  const { kept, ...limits } = promise.cannotList;
  const { nothing, server, ...others } = promise.trackingList;
  const plain = (texts: object): Sentence[] => Object.values(texts).map((text): Sentence => [text]);
  return {
    slug: PROMISE,
    under: 'kept',
    name: promise.name,
    heading: promise.heading,
    lead: [promise.lead],
    sections: [
      listSection(TRACKING, promise.tracking, [
        [nothing],
        [server],
        publisherSentence(language, publisher),
        ...plain(others),
      ]),
      listSection('never', promise.never, [
        ...plain(promise.neverList),
        ...(isCounted ? [] : [[promise.noCity]]),
      ]),
      listSection('cannot', promise.cannot, [kept({ programs }), ...plain(limits)]),
      listSection('do', promise.do, [
        [resident.askSteps.legalHelp],
        promise.whoHelps({ programs }),
        ...plain(promise.doList),
      ]),
    ],
  };
}

function listSection(id: string, heading: string, items: readonly Sentence[]): Section {
  return { id, heading: [heading], blocks: [{ kind: 'list', items }] };
}
