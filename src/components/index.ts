export { chapterComponents } from "./chapter-components.ts";
