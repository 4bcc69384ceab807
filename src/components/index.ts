export { chapterComponents } from "./chapter-components.ts";
export { NetworkPanel } from "./panel/network-panel.tsx";
export { Columns } from "./figures/columns.tsx";
export { Decades } from "./figures/decades.tsx";
export { Stacks } from "./figures/stacks.tsx";
export { LogCurves } from "./figures/log-curves.tsx";
