import { defineMdastPlugin, type Custom, type MdastNode } from "satteri";

import { elementNode } from "./nodes.ts";

type Block = MdastNode | Custom;

/** Nodes that make no box and must stay where they are. */
const INVISIBLE = ["yaml", "toml", "mdxjsEsm", "definition", "footnoteDefinition"];

/**
 * Wraps what lies between two headings of the second level in a section, so that the browser can leave a section
 * that is far below unlaid (`content-visibility`): a chapter holds hundreds of formulas of fifty boxes each.
 */
export const sectionPlugin = defineMdastPlugin({
  name: "book-sections",
  after(root, context) {
    const kept: Block[] = [];
    const sections: Block[][] = [];
    for (const node of root.children) {
      if (INVISIBLE.includes(node.type)) {
        kept.push(node);
      } else if (sections.length === 0 || (node.type === "heading" && node.depth === 2)) {
        sections.push([node]);
      } else {
        sections.at(-1)!.push(node);
      }
    }
    const wrapped = sections.map((blocks) => elementNode("section", { class: "stretch" }, blocks));
    context.setProperty(root, "children", [...kept, ...wrapped]);
  },
});
