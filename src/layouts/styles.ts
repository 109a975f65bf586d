// The style sheets of every page, in order, as one file: a reader who comes in by a frame has those of the pages too. What the
// page on the design alone needs, it loads besides (DesignTokens.astro).
import '../styles/tokens.css';
import '../styles/ground.css';
import '../styles/frame.css';
import '../styles/blocks.css';
import '../styles/record.css';
import '../styles/tables.css';
import '../styles/charts.css';
import '../styles/media.css';
import '../styles/travel.css';
import '../styles/reader.css';
import '../styles/explorer.css';
import '../styles/search.css';
