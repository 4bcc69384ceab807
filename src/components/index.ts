export { chapterComponents } from "./chapter-components.ts";
export { NetworkPanel } from "./panel/network-panel.tsx";
