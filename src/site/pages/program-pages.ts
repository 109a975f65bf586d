/** All pages of a program in one language and release, in reading order; only those that have something to say. */

import type { Page } from '../frame/page.ts';
import type { View } from '../view.ts';
import { briefingPages } from './briefing.ts';
import { citePage } from './cite.ts';
import { dataPage } from './data.ts';
import { balancePage } from './docket/docket.ts';
import { requestPages } from './docket/request-page.ts';
import { requestsPage } from './docket/requests.ts';
import { explorerPage } from './explorer.ts';
import { recordsPage } from './kept/records.ts';
import { attackPage } from './made/attack.ts';
import { methodPage } from './made/method.ts';
import { verifyPage } from './made/verify.ts';
import { overviewPage } from './overview.ts';
import { figuresPage } from './record/figures-page.ts';
import { releasesPage } from './releases.ts';
import { talliedPage } from './tallied.ts';

export function programPages(view: View): Page[] {
  const pages = view.release === null ? recordOnlyPages(view) : releasePages(view);
  return pages.filter((page) => page !== undefined);
}

function recordOnlyPages(view: View) {
  return [
    overviewPage(view),
    recordsPage(view),
    requestsPage(view),
    figuresPage(view),
    dataPage(view),
    ...requestPages(view),
  ];
}

function releasePages(view: View) {
  return [
    overviewPage(view),
    recordsPage(view),
    requestsPage(view),
    talliedPage(view, 'applications'),
    talliedPage(view, 'cards'),
    talliedPage(view, 'areas'),
    explorerPage(view),
    dataPage(view),
    balancePage(view),
    citePage(view),
    methodPage(view),
    attackPage(view),
    verifyPage(view),
    figuresPage(view),
    releasesPage(view),
    ...briefingPages(view),
    ...requestPages(view),
  ];
}
