/**
 * What a page does for its reader where a script runs, and says without one: gives addresses their host, copies citations with the day on which they are
 * read, tells the exact value under a finger, a mouse or the arrow keys, sorts tables, shows the page's own place in a menu that scrolls, opens what the
 * address names. It reads nothing but the page.
 */
import { nameHost, offerCopies } from './copy.ts';
import { openNamed } from './fold.ts';
import { showOwnPage } from './menu.ts';
import { offerSorting } from './sort.ts';
import { offerValues } from './values.ts';

document.documentElement.dataset.script = '';
nameHost();
showOwnPage();
openNamed();
offerCopies();
offerValues();
offerSorting();
