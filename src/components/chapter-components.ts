/** What a chapter may use without importing it: `<Name />` in its MDX. One line a component. */
export const chapterComponents = {};
