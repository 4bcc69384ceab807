export { katexWithoutFonts } from "./katex-stylesheet.ts";
export { bookPlugins } from "./markdown-plugins.ts";
export type { PageEquation } from "./chapter-reader.ts";
export { PARTS, chapterOfNumber, slugOf, type Chapter, type Part } from "./table-of-contents.ts";
export { describeTally, recordedTallies, tally, type Tally } from "./tally.ts";
export { REASONS, type Reason } from "./reasons.ts";
export type { LiveData } from "./reader-network.ts";
